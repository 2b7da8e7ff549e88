package vn.soto.contracts.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days as people in Việt Nam write them: {@code 5/3}, {@code 05/03/26}, {@code 5-3-2026}; and {@code 2026-03-05}. */
public final class WrittenDay {

    private static final int LONGEST = 40;
    private static final int CENTURY = 2000;
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{2}))?");

    private static final List<DateTimeFormatter> FULL = Stream.of("uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private WrittenDay() {}

    /** A day with its year in full; empty if the text is none. */
    public static Optional<LocalDate> full(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : FULL.stream().flatMap(form -> parsed(text, form).stream()).findFirst();
    }

    /** A day in any form; without a year, the latest that is not after {@code today}. */
    public static Optional<LocalDate> past(String text, LocalDate today) {
        return any(text, today.getYear(), today.getYear() - 1, day -> !day.isAfter(today));
    }

    /** A day in any form; without a year, the first that is not before {@code today}. */
    public static Optional<LocalDate> coming(String text, LocalDate today) {
        return any(text, today.getYear(), today.getYear() + 1, day -> !day.isBefore(today));
    }

    /** A day in any form; without a year, the one nearest to {@code today}. */
    public static Optional<LocalDate> nearest(String text, LocalDate today) {
        return Stream.of(past(text, today), coming(text, today))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(today, day))));
    }

    private interface Fits {
        boolean test(LocalDate day);
    }

    private static Optional<LocalDate> any(String text, int year, int other, Fits fits) {
        Matcher written = SHORT.matcher(text);
        if (text.length() > LONGEST || !written.matches()) {
            return full(text);
        }
        int day = Integer.parseInt(written.group(1));
        int month = Integer.parseInt(written.group(2));
        if (written.group(3) != null) {
            return of(CENTURY + Integer.parseInt(written.group(3)), month, day);
        }
        return of(year, month, day).filter(fits::test).or(() -> of(other, month, day));
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parsed(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
