package vn.soto.domain.shared;

import java.util.regex.Pattern;

/** Checks of codes from a commune's own registers: neither a name nor a personal number. */
public final class ReferenceCode {

    public static final int LONGEST = 40;

    /**
     * No spaces, at least one digit, and at most two groups of two to four letters, such as {@code HK-KP1/012a}.
     * Registers abbreviate, while the name of a person has more groups or longer ones.
     */
    private static final Pattern FORM = Pattern.compile("(?=.*\\p{Nd})"
            + "(?!.*\\p{L}{5})(?!(?:.*?(?<!\\p{L})\\p{L}{2,}){3})"
            + "[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}./_-]*");

    private ReferenceCode() {}

    /**
     * @param isAShortCode            rule that refuses other forms and codes above {@link #LONGEST} characters
     * @param holdsNoPersonalNumber rule that refuses citizen and phone numbers
     */
    public static void check(String code, Rule isAShortCode, Rule holdsNoPersonalNumber) {
        FreeText.checkCharacters(code);
        isAShortCode.require(code.length() <= LONGEST && FORM.matcher(code).matches(), LONGEST);
        holdsNoPersonalNumber.require(FreeText.holdsNoPersonalNumber(code));
    }
}
