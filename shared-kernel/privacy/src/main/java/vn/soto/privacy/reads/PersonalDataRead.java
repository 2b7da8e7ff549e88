package vn.soto.privacy.reads;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Sealed;

/**
 * One showing of a subject's personal data to an account; holds nothing of what was shown.
 *
 * @param at       time of the answer, to the millisecond
 * @param account  account that asked
 * @param role     role that permits it, in lower case
 * @param subject  whose data, such as {@code member:<id>}, or {@code reason:<command>} for the text beside a reason
 * @param question address that was asked, with its parameters; its end is cut beyond {@value #LONGEST} characters
 * @param reason   why, a name of the list that the reader chose from; absent where none has to be stated. Earlier versions took words
 * @param words    addition of the reader to the reason, sealed under the subject's key for the field {@value #WORDS};
 *     absent if there is none
 */
public record PersonalDataRead(
        Instant at,
        String account,
        String role,
        String subject,
        String question,
        @Nullable String reason,
        @Nullable Sealed words) {

    /** The field for which words are sealed. */
    public static final String WORDS = "reason.words";

    private static final int LONGEST = 400;

    public PersonalDataRead {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        question = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
    }
}
