package vn.soto.contracts.text;

import java.util.regex.Pattern;

/** The structure of citizen, identity card and phone numbers, as digits without anything between them. */
final class PersonalNumberForm {

    /** Digits of the longest one, a mobile number with {@code 0084} and its own 0. */
    static final int LONGEST = 14;

    /** Digits of the longest number of an account. */
    static final int LONGEST_ACCOUNT = 19;

    /** Province of birth 001 to 096, century and sex, year of birth, six digits. */
    private static final String CITIZEN = "0(?!00)(?:[0-8]\\d|9[0-6])[0-3]\\d{8}";

    private static final String MOBILE = "(?:0|(?:00)?840?)[35789]\\d{8}";

    /** Area codes 0203 to 0299, with seven or eight digits. */
    private static final String LANDLINE = "(?:0|(?:00)?840?)2(?:0[3-9]|[1-9]\\d)\\d{6,7}";

    private static final Pattern APART = Pattern.compile(CITIZEN + "|" + MOBILE);
    private static final Pattern IN_GROUPS = Pattern.compile(APART + "|" + LANDLINE);

    /** In doubt a number of 9 digits or more is one, of a person or of a bank account, or has one in it. */
    private static final Pattern IN_ONE_PIECE = Pattern.compile("\\d{9,}");

    /** A day and the time of day, as file names and forms have it. */
    private static final Pattern TIMESTAMP = Pattern.compile(
            "20\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d\\d{0,6})?");

    private PersonalNumberForm() {}

    static boolean isInOnePiece(CharSequence digits) {
        return IN_ONE_PIECE.matcher(digits).matches()
                && !TIMESTAMP.matcher(digits).matches();
    }

    static boolean isInGroups(CharSequence digits) {
        return IN_GROUPS.matcher(digits).matches();
    }

    static boolean isApart(CharSequence digits) {
        return APART.matcher(digits).matches();
    }
}
