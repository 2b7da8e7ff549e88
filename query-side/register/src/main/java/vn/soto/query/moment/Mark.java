package vn.soto.query.moment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A moment worth going back to.
 *
 * @param commit last commit by then, or the commit of what happened; as of it everything is as it was known then
 * @param day    the last day that counts, or the day of recording
 * @param at     when it was recorded; absent for what the calendar says
 * @param text   in the reader's language
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mark(
        @IdOf(IdKind.COMMIT) long commit,
        LocalDate day,
        @Nullable Instant at,
        MarkKind kind,
        String text) {

    /** Why a moment is worth it. */
    enum MarkKind {
        QUARTER_END,
        REPORTS_DUE,
        /** A version of the unit's own report was submitted, returned or accepted. */
        REPORT,
        /** The unit changed, or a change was undone. */
        UNIT_CHANGE
    }
}
