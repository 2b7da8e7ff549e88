package vn.soto.query.http.live;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.codec.ServerSentEvent;
import vn.soto.query.reading.HeldRights;
import vn.soto.query.reading.Reader;

/**
 * The messages of the latest announcement, each made once for all readers who have the same rights and were told of the same commit
 * before. Thread-safe.
 */
final class SharedMessages {

    private Of latest = new Of(-1, new ConcurrentHashMap<>());

    /**
     * What a message depends on.
     *
     * @param since commit that its reader was told of before
     */
    private record Key(HeldRights.Common rights, long since) {}

    /** @param messages empty of those that are not the same for all with these rights */
    private record Of(long commit, Map<Key, Optional<ServerSentEvent<LiveCommit>>> messages) {}

    /** The message of an announcement to a reader, which {@code make} makes if there is none for all with its rights. */
    ServerSentEvent<LiveCommit> of(
            long commit, long since, Reader reader, Supplier<ServerSentEvent<LiveCommit>> make) {
        Of known = of(commit);
        if (known.commit != commit) {
            return make.get();
        }
        return known.messages
                .computeIfAbsent(new Key(reader.rights().common(), since), key -> {
                    ServerSentEvent<LiveCommit> made = make.get();
                    return reader.decidedByRightsAlone() ? Optional.of(made) : Optional.empty();
                })
                .orElseGet(make);
    }

    /** Those of this commit, or of a later one. */
    private synchronized Of of(long commit) {
        if (latest.commit < commit) {
            latest = new Of(commit, new ConcurrentHashMap<>());
        }
        return latest;
    }
}
