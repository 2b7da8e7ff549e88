package vn.soto.ledger;

import java.nio.charset.StandardCharsets;

/** What one commit may hold: 1,000 events and 4 MB of bodies. Refused before anything is written. */
public final class Limits {

    public static final int MAX_EVENTS = 1_000;
    public static final long MAX_BYTES = 4L * 1024 * 1024;

    private Limits() {}

    public static void check(Draft draft) {
        if (draft.events().size() > MAX_EVENTS) {
            throw new LedgerException.TooLarge("a commit holds at most " + MAX_EVENTS + " events, not "
                    + draft.events().size());
        }
        long bytes = draft.events().stream().mapToLong(Limits::size).sum();
        if (bytes > MAX_BYTES) {
            throw new LedgerException.TooLarge("a commit holds at most " + MAX_BYTES + " bytes, not " + bytes);
        }
    }

    private static long size(RecordedEvent event) {
        long metadata = event.metadata().entrySet().stream()
                .mapToLong(e -> utf8(e.getKey()) + utf8(e.getValue()))
                .sum();
        return event.payload().bytes().length
                + metadata
                + event.tags().stream().mapToLong(Limits::utf8).sum();
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
