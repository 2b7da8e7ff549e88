package vn.soto.domain.shared;

import java.util.regex.Pattern;

/** Which codes of a commune's own registers are taken: one that is no name and no personal number. */
public final class ReferenceCode {

    public static final int LONGEST = 40;

    /** No spaces and at least one digit: a code, not a name. */
    private static final Pattern FORM = Pattern.compile("(?=.*\\p{Nd})[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}./_-]*");

    private ReferenceCode() {}

    /**
     * @param isAShortCode            refuses what is too long or of another form; takes {@link #LONGEST}
     * @param holdsNoPersonalNumber refuses citizen and phone numbers
     */
    public static void check(String code, Rule isAShortCode, Rule holdsNoPersonalNumber) {
        FreeText.checkCharacters(code);
        isAShortCode.require(code.length() <= LONGEST && FORM.matcher(code).matches(), LONGEST);
        holdsNoPersonalNumber.require(FreeText.holdsNoPersonalNumber(code));
    }
}
