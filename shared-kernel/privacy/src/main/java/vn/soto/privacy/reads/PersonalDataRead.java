package vn.soto.privacy.reads;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One showing of a subject's personal data to an account; holds nothing of what was shown.
 *
 * @param at       time of the answer, to the millisecond
 * @param account  account that asked
 * @param role     role that permits it, in lower case
 * @param subject  whose data, such as {@code member:<id>}, or {@code reason:<command>} for the text beside a reason
 * @param question address that was asked, with its parameters; its end is cut beyond {@value #LONGEST} characters
 */
public record PersonalDataRead(Instant at, String account, String role, String subject, String question) {

    private static final int LONGEST = 400;

    public PersonalDataRead {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        question = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
    }
}
