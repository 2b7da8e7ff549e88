package vn.soto.plans.imports.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts numbers of a spreadsheet to the text or day they represent. */
public final class NumberText {

    /** Day 0 of the spreadsheet calendar, in which 1900 is a leap year. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final int LAST_DAY = 2_958_465;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,17}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern ZEROS = Pattern.compile("0{2,40}");

    private NumberText() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** The number without exponent and trailing zeros; a format of zeros sets the number of digits. */
    static String of(BigDecimal value, @Nullable String format) {
        BigDecimal plain = value.stripTrailingZeros();
        String text = plain.scale() <= 0 && plain.precision() - plain.scale() <= 40
                ? plain.toBigInteger().toString()
                : plain.setScale(Math.min(Math.max(plain.scale(), 0), 10), RoundingMode.HALF_UP)
                        .toPlainString();
        int digits = format != null && ZEROS.matcher(format).matches() ? format.length() : 0;
        return text.startsWith("-") || text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }

    /** The day of a serial number; its time of day is ignored. */
    public static Optional<LocalDate> day(BigDecimal serial) {
        boolean known = serial.signum() > 0 && serial.compareTo(BigDecimal.valueOf(LAST_DAY)) <= 0;
        return known ? Optional.of(DAY_ZERO.plusDays(serial.longValue())) : Optional.empty();
    }
}
