package vn.soto.query.http.live;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The messages of the latest announcement, each made once for all readers who have the same rights and were told of the same commit
 * before. Thread-safe.
 */
final class SharedMessages {

    private Of latest = new Of(-1, new ConcurrentHashMap<>());

    /**
     * The inputs that determine a message.
     *
     * @param since commit that its reader was told of before
     */
    record Key(Object rights, long since) {}

    /** @param ofRights whether it is the same for all who have these rights */
    record Made(LiveCommit message, boolean ofRights) {}

    /** @param messages empty of those that differ among readers with these rights */
    private record Of(long commit, Map<Key, Optional<LiveCommit>> messages) {}

    /** The message of an announcement, which {@code make} makes if there is none for all with this key. */
    LiveCommit of(long commit, Key key, Supplier<Made> make) {
        Of known = of(commit);
        // A slow reader is told an earlier announcement.
        return known.commit != commit
                ? make.get().message
                : known.messages
                        .computeIfAbsent(key, first -> {
                            Made made = make.get();
                            return made.ofRights ? Optional.of(made.message) : Optional.empty();
                        })
                        .orElseGet(() -> make.get().message);
    }

    /** Those of this commit, or of a later one. */
    private synchronized Of of(long commit) {
        if (latest.commit < commit) {
            latest = new Of(commit, new ConcurrentHashMap<>());
        }
        return latest;
    }
}
