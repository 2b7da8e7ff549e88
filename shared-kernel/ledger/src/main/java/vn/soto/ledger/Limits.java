package vn.soto.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * The bounds of one commit: 4,000 events, so that one decision may be about each household of a hamlet, and 4 MB of
 * bodies. Refused before anything is written.
 */
public final class Limits {

    public static final int MAX_EVENTS = 4_000;
    public static final long MAX_BYTES = 4L * 1024 * 1024;

    private static final long MAX_BYTES_OF_A_CHARACTER = 3;

    private Limits() {}

    public static void check(Draft draft) {
        if (draft.events().size() > MAX_EVENTS) {
            throw new LedgerException.TooLarge("a commit holds at most " + MAX_EVENTS + " events, not "
                    + draft.events().size());
        }
        // Most are so small that their bytes need not be counted one by one.
        if (bytes(draft.events(), text -> MAX_BYTES_OF_A_CHARACTER * text.length()) > MAX_BYTES) {
            long bytes = bytes(draft.events(), text -> text.getBytes(StandardCharsets.UTF_8).length);
            if (bytes > MAX_BYTES) {
                throw new LedgerException.TooLarge("a commit holds at most " + MAX_BYTES + " bytes, not " + bytes);
            }
        }
    }

    /** Whether a stored commit keeps the limits. */
    static boolean holds(Commit commit) {
        return commit.events().size() <= MAX_EVENTS
                && (bytes(commit.events(), text -> MAX_BYTES_OF_A_CHARACTER * text.length()) <= MAX_BYTES
                        || bytes(commit.events(), text -> text.getBytes(StandardCharsets.UTF_8).length) <= MAX_BYTES);
    }

    private static long bytes(List<RecordedEvent> events, ToLongFunction<String> size) {
        long bytes = 0;
        for (RecordedEvent event : events) {
            bytes += event.payload().bytes().length;
            for (Map.Entry<String, String> entry : event.metadata().entrySet()) {
                bytes += size.applyAsLong(entry.getKey()) + size.applyAsLong(entry.getValue());
            }
            for (String tag : event.tags()) {
                bytes += size.applyAsLong(tag);
            }
        }
        return bytes;
    }
}
