package vn.soto.query.support;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.http.QueryParameters;

/**
 * Which part of which queue a question asks for.
 *
 * @param before only what stands before this position of the ledger
 */
record Listing(State state, long before, int limit) {

    /** What a list holds. */
    enum State {
        OPEN,
        OVERDUE,
        ALL;

        static State parse(String text) {
            return switch (text) {
                case "open" -> OPEN;
                case "overdue" -> OVERDUE;
                case "all" -> ALL;
                default -> throw new IllegalArgumentException("open, overdue or all, not " + text);
            };
        }
    }

    static Listing of(QueryParameters parameters, QuerySettings settings) {
        return new Listing(
                parameters.value("state", State::parse).orElse(State.OPEN),
                parameters.number("before", Long.MAX_VALUE, 0, Long.MAX_VALUE),
                (int) parameters.number("limit", Math.min(50, settings.pageLimit()), 1, settings.pageLimit()));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    boolean holds(QueueRow.Entry entry, LocalDate day) {
        return state != State.OVERDUE || day.isAfter(entry.dueOn());
    }
}
