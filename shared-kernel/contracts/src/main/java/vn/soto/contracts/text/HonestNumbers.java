package vn.soto.contracts.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times, amounts and numbers of documents, as Vietnamese offices write them, in a {@link LegibleText}. */
final class HonestNumbers {

    /** Stands for what was cut out. */
    static final char CUT = '\uffff';

    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String UNIT = "(?=\\s?(?:đồng|dong|đ|d|vnđ|vnd)(?!\\p{L}))";

    private static final Pattern DATE_OR_DOCUMENT =
            Pattern.compile("(?<!\\d|\\d[/.-])" + DAY + "([/.-])" + MONTH + "\\1" + YEAR + "(?!\\d|\\1\\d)"
                    + "|(?<!\\d|\\d[/.-])" + YEAR + "([/.-])(?:0[1-9]|1[0-2])\\2(?:0[1-9]|[12]\\d|3[01])(?!\\d|\\2\\d)"
                    + "|(?<!\\d|\\d[/.-])\\d{1,5}/(?:" + YEAR + "/)?(?=\\p{L})");

    private static final Pattern TIME =
            Pattern.compile("(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?(?![:\\d])");
    private static final Pattern MONTH_OF_YEAR = Pattern.compile(MONTH + "([/.-])" + YEAR + "(?!\\d|\\1\\d)");
    private static final Pattern DAY_OF_MONTH = Pattern.compile(DAY + "/" + MONTH + "(?!\\d|[/.-]\\d)");
    private static final Pattern YEARS = Pattern.compile(YEAR + "(?:[/-]" + YEAR + ")?(?!\\d|[/.-]\\d)");
    private static final Pattern COMPACT_DATE =
            Pattern.compile(YEAR + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern AMOUNT_IN_A_CURRENCY = Pattern.compile(
            "[1-9]\\d{0,2}(?:(?:\\.\\d{3})+|(?:,\\d{3})+|(?: \\d{3})+|\\d*000)" + UNIT,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Neither 9 digits, unless it ends in 000, nor 11 from 84: these could be an identity card or a phone. */
    private static final Pattern AMOUNT = Pattern.compile("(?!84([.,])\\d{3}\\1\\d{3}\\1\\d{3})"
            + "(?:[1-9]\\d{0,2}(?:(?:\\.\\d{3})*\\.000|(?:,\\d{3})*,000)"
            + "|[1-9]\\d?(?:(?:\\.\\d{3})+|(?:,\\d{3})+)"
            + "|[1-9]\\d\\d[.,]\\d{3})(?!\\d|[.,]\\d{3})(?:[.,]\\d{1,2}(?!\\d))?");

    private static final Pattern[] HONEST = {
        TIME, AMOUNT_IN_A_CURRENCY, AMOUNT, MONTH_OF_YEAR, DAY_OF_MONTH, COMPACT_DATE, YEARS
    };

    private HonestNumbers() {}

    /** The text with {@link #CUT} for each whole date and each number of a document. */
    static String withoutDatesAndDocuments(String legible) {
        return DATE_OR_DOCUMENT.matcher(legible).replaceAll(String.valueOf(CUT));
    }

    static boolean isYear(String digits) {
        return digits.matches(YEAR);
    }

    /** Whether the digits in this part of the text are nothing but times, days, years and amounts. */
    static boolean areAll(String text, int start, int end) {
        int at = start;
        while (at < end) {
            if (!LegibleText.isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int next = after(text, at);
            if (next < 0) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private static int after(String text, int at) {
        for (Pattern honest : HONEST) {
            Matcher found = honest.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (found.lookingAt()) {
                return found.end();
            }
        }
        return -1;
    }
}
