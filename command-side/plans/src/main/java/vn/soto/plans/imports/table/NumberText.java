package vn.soto.plans.imports.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Converts numbers of a spreadsheet to the text or day they represent. */
public final class NumberText {

    /** Format of a day in a workbook that is sent back; it is shown like {@link #DAY}. */
    static final String DAY_FORMAT = "dd/mm/yyyy";

    /** Day 0 of the spreadsheet calendar, in which 1900 is a leap year. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int LAST_DAY = 2_958_465;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    /** The form of a number that a spreadsheet writes: a double, whose exponent has three digits at most. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");

    private static final Pattern ZEROS = Pattern.compile("0{2,40}");

    /** Parts of a format that are shown as they are, colours, conditions and locales. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|\\[[^\\]]*\\]?|[\\\\_*].");

    private static final Pattern DATE = Pattern.compile("[dDyY]");
    private static final Pattern LEADING_ZERO = Pattern.compile("0\\d+");
    private static final int MOST_DIGITS = 40;
    private static final int MOST_DECIMALS = 10;

    private NumberText() {}

    /** The number, if the text is one that a spreadsheet can hold. */
    static Optional<BigDecimal> parsed(String text) {
        return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** The format as far as it changes a text: {@link #DAY_FORMAT}, zeros for leading zeros, or nothing. */
    static String format(String code) {
        if (ZEROS.matcher(code).matches()) {
            return code;
        }
        return DATE.matcher(LITERAL.matcher(code).replaceAll("")).find() ? DAY_FORMAT : "";
    }

    /** The format that shows a number as this text. */
    static String formatOf(String text) {
        if (text.indexOf('/') > 0) {
            return DAY_FORMAT;
        }
        String zeros = "0".repeat(Math.min(text.length(), MOST_DIGITS));
        return LEADING_ZERO.matcher(text).matches() ? zeros : "";
    }

    /**
     * The number as a person sees it: without exponent and trailing zeros, or as the format shows it.
     *
     * @param format one of {@link #format}
     */
    static String of(BigDecimal value, String format) {
        if (format.equals(DAY_FORMAT)) {
            return day(value).map(DAY::format).orElseGet(() -> plain(value));
        }
        return padded(plain(value), format.length());
    }

    private static String plain(BigDecimal value) {
        BigDecimal number = value.stripTrailingZeros();
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            return number.toString();
        }
        BigDecimal rounded = number.setScale(Math.clamp(number.scale(), 0, MOST_DECIMALS), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String padded(String text, int digits) {
        return text.startsWith("-") || text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }

    /** The day of a serial number; its time of day is ignored. */
    public static Optional<LocalDate> day(BigDecimal serial) {
        boolean known = serial.compareTo(BigDecimal.ONE) >= 0 && serial.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
        return known ? Optional.of(DAY_ZERO.plusDays(serial.longValue())) : Optional.empty();
    }
}
