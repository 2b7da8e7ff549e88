package vn.soto.edge.session;

import java.util.List;
import java.util.Optional;

/**
 * The keys of all nodes, as their operator hands them out: lines as of {@link SessionKeyFile}, the newest first. Each node is
 * given the same; the first signs, and the others are accepted.
 */
public final class SharedSessionKeys implements SessionKeys {

    private final List<SessionKey> keys;

    /** @throws IllegalArgumentException if a line is no key, or there is none; the message repeats nothing of it */
    public SharedSessionKeys(String lines) {
        this.keys = lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(SessionKey::parse)
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key of sessions");
        }
    }

    @Override
    public SessionKey signing() {
        return keys.getFirst();
    }

    @Override
    public Optional<SessionKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** A key for another purpose, derived from the oldest key, which is the last one to be taken away. */
    public byte[] derived(String purpose) {
        return keys.getLast().sign("soto/derived/" + purpose);
    }
}
