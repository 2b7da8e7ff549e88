package vn.soto.privacy.refused;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Refusals of one operation to one account for one reason within an hour. It holds nothing that was sent: no ids, no names.
 *
 * @param account   account that asked
 * @param operation method and address with the names of its variables, or the name of a command
 * @param lacking   missing right: the code of the problem, and the right if it is known
 * @param first     the first one, to the millisecond
 * @param last      the latest one
 * @param times     how many there were
 */
public record RefusedAccess(String account, String operation, String lacking, Instant first, Instant last, long times) {

    private static final int LONGEST = 200;

    public RefusedAccess {
        account = cut(account);
        operation = cut(operation);
        lacking = cut(lacking);
        first = first.truncatedTo(ChronoUnit.MILLIS);
        last = last.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The same with one more. */
    public RefusedAccess again(Instant at) {
        return new RefusedAccess(account, operation, lacking, first, at, times + 1);
    }
}
