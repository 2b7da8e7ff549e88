package vn.soto.query.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.query.http.Range;

/**
 * The part of a queue that a query requests.
 *
 * @param before only requests received, closed or taken before this position of the ledger
 */
record Listing(State state, long before, int limit) {

    private static final Range BEFORE = new Range("before", 0, Long.MAX_VALUE);

    /** The states of requests in a list. */
    enum State {
        OPEN,
        OVERDUE,
        CLOSED,
        ALL;

        /** The states but this one. */
        static List<State> without(State one) {
            return Stream.of(values()).filter(state -> state != one).toList();
        }

        static State parse(String text) {
            return switch (text) {
                case "open" -> OPEN;
                case "overdue" -> OVERDUE;
                case "closed" -> CLOSED;
                case "all" -> ALL;
                default -> throw new IllegalArgumentException("open, overdue, closed or all, not " + text);
            };
        }
    }

    static Listing of(Optional<State> state, Optional<Long> before, int limit) {
        return new Listing(state.orElse(State.OPEN), BEFORE.check(before).orElse(Long.MAX_VALUE), limit);
    }

    boolean holds(QueueRow.Entry entry, LocalDate day) {
        return state != State.OVERDUE || day.isAfter(entry.dueOn());
    }
}
