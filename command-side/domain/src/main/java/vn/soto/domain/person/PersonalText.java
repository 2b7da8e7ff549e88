package vn.soto.domain.person;

import static vn.soto.domain.person.PersonRule.PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.person.PersonRule.PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.person.PersonRule.PHONE_IS_A_VIETNAMESE_NUMBER;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.soto.contracts.shared.Text;
import vn.soto.domain.shared.FreeText;

/** What may be sealed; the name of a command's component says which of these it is. Checked in the clear, once, before. */
public enum PersonalText {
    /** Components called {@code name}, or that end so. */
    NAME(200),
    /** Components called {@code phone}, or that end so: kept as the digits one dials in Việt Nam. */
    PHONE(30),
    /** Components called {@code address}, or that end so. */
    ADDRESS(300),
    /** All others. */
    NOTE(500);

    /** Mobile: 0 and 9 digits; landline: 02 and 8 or 9 digits. */
    private static final Pattern DIALLED = Pattern.compile("0(?:[35789]\\d{8}|2\\d{8,9})");

    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)?84(?=\\d{9,10}$)");
    private static final Pattern GROUPING = Pattern.compile("[ .()-]");

    private final int longest;

    PersonalText(int longest) {
        this.longest = longest;
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
     * The text as it is to be sealed: NFC, its spaces in order.
     *
     * @param field what to call it in a refusal
     * @throws vn.soto.domain.shared.Refused if it may not be kept, even sealed
     */
    public String checked(String field, String text) {
        String normalised = Text.normalised(text);
        PERSONAL_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG.require(
                !normalised.isEmpty() && normalised.length() <= longest, field, longest);
        FreeText.checkCharacters(normalised);
        if (this == PHONE) {
            return dialled(field, normalised);
        }
        PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER.require(FreeText.holdsNoPersonalNumber(normalised), field);
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
