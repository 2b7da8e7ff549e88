package vn.soto.query.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name, code, reference or id of a subject.
 *
 * @param from  first day on which it is valid; absent if it always was
 * @param until last day on which it is valid; absent while it is
 */
public record Designation(
        Use use,
        String text,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** The use of a designation. */
    public enum Use {
        NAME,
        /** A code of the national catalogue. */
        CODE,
        /** The commune's own code of a household or business. */
        REFERENCE,
        ID
    }

    public static Designation always(Use use, String text) {
        return new Designation(use, text, null, null);
    }

    public boolean validOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
    }

    /** Whether there is a day on which it is valid; not after the change that brought it was undone. */
    public boolean everValid() {
        return from == null || until == null || !until.isBefore(from);
    }

    boolean begunBy(LocalDate day) {
        return from == null || !from.isAfter(day);
    }
}
