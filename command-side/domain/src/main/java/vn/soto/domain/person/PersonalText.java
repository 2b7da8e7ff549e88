package vn.soto.domain.person;

import static vn.soto.domain.person.PersonRule.PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.person.PersonRule.PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.person.PersonRule.PHONE_IS_A_VIETNAMESE_NUMBER;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.soto.contracts.shared.Text;
import vn.soto.domain.shared.FreeText;

/**
 * Kinds of text that may be sealed. The name of a command's component determines the kind; the text is checked once,
 * before it is sealed.
 */
public enum PersonalText {
    /** Components with a name that ends in {@code name}. */
    NAME(200),
    /** Components with a name that ends in {@code phone}; normalised to the digits dialled in Việt Nam. */
    PHONE(30),
    /** Components with a name that ends in {@code address}. */
    ADDRESS(300),
    /** All other components. */
    NOTE(500);

    /** Mobile numbers have 0 and 9 digits, landline numbers 02 and 8 or 9 digits. */
    private static final Pattern DIALLED = Pattern.compile("0(?:[35789]\\d{8}|2\\d{8,9})");

    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)?84(?=\\d{9,10}$)");
    private static final Pattern GROUPING = Pattern.compile("[ .()-]");

    private final int longest;

    PersonalText(int longest) {
        this.longest = longest;
    }

    /** Characters of the longest text. */
    public int longest() {
        return longest;
    }

    public static PersonalText named(String component) {
        String name = component.toLowerCase(Locale.ROOT);
        if (name.endsWith("phone")) {
            return PHONE;
        }
        if (name.endsWith("name")) {
            return NAME;
        }
        return name.endsWith("address") ? ADDRESS : NOTE;
    }

    /**
     * The text in the form that is sealed: NFC, with normalised spaces.
     *
     * @param field name of the field in a refusal
     * @throws vn.soto.domain.shared.RuleViolatedException if it may not be kept, even sealed
     */
    public String checked(String field, String text) {
        String normalised = Text.normalised(text);
        PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG.require(
                !normalised.isEmpty() && normalised.length() <= longest, field, longest);
        FreeText.checkCharacters(normalised);
        if (this == PHONE) {
            return dialled(field, normalised);
        }
        PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER.require(FreeText.holdsNoCitizenOrPhoneNumber(normalised), field);
        return normalised;
    }

    private static String dialled(String field, String text) {
        String digits = GROUPING.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        String dialled = COUNTRY.matcher(digits).replaceFirst("0");
        PHONE_IS_A_VIETNAMESE_NUMBER.require(DIALLED.matcher(dialled).matches(), field);
        return dialled;
    }
}
