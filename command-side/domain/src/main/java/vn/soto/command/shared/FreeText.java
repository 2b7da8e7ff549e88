package vn.soto.command.shared;

import static vn.soto.command.shared.CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.command.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.command.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.command.shared.CommonRule.REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people may write into the ledger, where it stays for good: short, and nothing that identifies a person. */
public final class FreeText {

    public static final int LONGEST_NAME = 100;
    public static final int SHORTEST_REASON = 5;
    public static final int LONGEST_REASON = 500;

    /**
     * Citizen numbers (9 or 12 digits) and phone numbers (10 or 11 digits from 0, or 84 and 9 or 10 more), in one piece
     * or in groups. Dates and amounts pass.
     */
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?<!\\d)\\d{9}(?:\\d{3})?(?!\\d)"
            + "|(?<!\\d)(?:84|0)\\d{9,10}(?!\\d)"
            + "|(?<!\\d)(?<!\\d[ .-])\\d{3}(?:[ .-]\\d{3}){2,3}(?![ .-]?\\d)"
            + "|(?<!\\d)(?<!\\d[ .-])(?:84|0)(?:[ .-]?\\d){9,10}(?![ .-]?\\d)");

    private FreeText() {}

    public static void checkName(String name) {
        NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG.require(hasLength(name, 1, LONGEST_NAME), LONGEST_NAME);
        NAME_HOLDS_NO_PERSONAL_NUMBER.require(holdsNoPersonalNumber(name));
    }

    public static void checkReason(String reason) {
        REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG.require(
                hasLength(reason, SHORTEST_REASON, LONGEST_REASON), SHORTEST_REASON, LONGEST_REASON);
        REASON_HOLDS_NO_PERSONAL_NUMBER.require(holdsNoPersonalNumber(reason));
    }

    public static boolean holdsNoPersonalNumber(String text) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return !PERSONAL_NUMBER.matcher(digits).find();
    }

    private static boolean hasLength(String text, int shortest, int longest) {
        return text.length() >= shortest && text.length() <= longest;
    }
}
