package vn.soto.domain.shared;

import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG;
import static vn.soto.domain.shared.CommonRule.TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER;

import java.util.regex.Pattern;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.text.PersonalNumbers;

/**
 * Checks of texts that people enter into the ledger, which keeps them for good: short, and without personal numbers.
 */
public final class FreeText {

    public static final int LONGEST_NAME = 100;
    public static final int SHORTEST_REASON = 5;
    public static final int LONGEST_REASON = 500;

    /** Random ids; digits in them have no meaning. */
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private FreeText() {}

    public static void checkName(String name) {
        NAME_IS_NEITHER_EMPTY_NOR_TOO_LONG.require(hasLength(name, 1, LONGEST_NAME), LONGEST_NAME);
        checkCharacters(name);
        NAME_HOLDS_NO_PERSONAL_NUMBER.require(holdsNoPersonalNumber(name));
    }

    public static void checkReason(String reason) {
        REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG.require(
                hasLength(Text.normalised(reason), SHORTEST_REASON, LONGEST_REASON), SHORTEST_REASON, LONGEST_REASON);
        checkCharacters(reason);
        REASON_HOLDS_NO_PERSONAL_NUMBER.require(holdsNoPersonalNumber(reason));
    }

    /** Checks an id that a command introduces; ids that the ledger holds already are not checked again. */
    public static void checkNewId(Id id) {
        ID_HOLDS_NO_PERSONAL_NUMBER.require(isOpaque(id.value()));
    }

    /** Checks the name of an account of which the ledger knows nothing yet. */
    public static void checkNewAccount(AccountId account) {
        ID_HOLDS_NO_PERSONAL_NUMBER.require(mayNameAnAccount(account));
    }

    /** Whether its name is a UUID, or holds no personal number; it may be an e-mail address, which issuers give. */
    public static boolean mayNameAnAccount(AccountId account) {
        return UUID.matcher(account.value()).matches() || holdsNoCitizenOrPhoneNumber(account.value());
    }

    /** Whether an id is a UUID, or holds no personal number. */
    public static boolean isOpaque(String id) {
        return UUID.matcher(id).matches() || holdsNoPersonalNumber(id);
    }

    public static void checkCharacters(String text) {
        TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER.require(text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE));
    }

    /** Nor an e-mail address. */
    public static boolean holdsNoPersonalNumber(String text) {
        return !PersonalNumbers.areIn(text);
    }

    /** For a text that is sealed, which may have an e-mail address. */
    public static boolean holdsNoCitizenOrPhoneNumber(String text) {
        return !PersonalNumbers.areInDigits(text);
    }

    private static boolean hasLength(String text, int shortest, int longest) {
        return text.length() >= shortest && text.length() <= longest;
    }
}
