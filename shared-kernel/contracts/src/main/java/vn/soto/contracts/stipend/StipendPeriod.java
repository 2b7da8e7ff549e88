package vn.soto.contracts.stipend;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Quarter;

/** A month, written {@code 2026-09}, or the three months of a quarter of the year, written {@code 2026-Q3}. */
public record StipendPeriod(YearMonth first, YearMonth last) implements Comparable<StipendPeriod> {

    private static final int MONTHS = 3;
    private static final int YEAR = 12;

    public StipendPeriod {
        boolean quarter = first.getMonthValue() % MONTHS == 1 && last.equals(first.plusMonths(MONTHS - 1));
        if (!(quarter || last.equals(first)) || first.getYear() < 2000 || last.getYear() > 2999) {
            throw new IllegalArgumentException(
                    "a period is a month or a quarter of a year 2000 to 2999: " + first + " to " + last);
        }
    }

    public static StipendPeriod of(YearMonth month) {
        return new StipendPeriod(month, month);
    }

    public static StipendPeriod of(Quarter quarter) {
        YearMonth last = YearMonth.of(quarter.year(), quarter.number() * MONTHS);
        return new StipendPeriod(last.minusMonths(MONTHS - 1), last);
    }

    public static StipendPeriod parse(String text) {
        try {
            return text.contains("Q") ? of(Quarter.parse(text)) : of(YearMonth.parse(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("a period is written like 2026-09 or 2026-Q3, not " + text, e);
        }
    }

    private boolean isMonth() {
        return first.equals(last);
    }

    public List<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    public LocalDate firstDay() {
        return first.atDay(1);
    }

    public LocalDate lastDay() {
        return last.atEndOfMonth();
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** The other periods that share a month with it. */
    public List<StipendPeriod> overlapping() {
        return isMonth()
                ? List.of(of(quarter()))
                : months().stream().map(StipendPeriod::of).toList();
    }

    /** The other months and quarters of its year. */
    public List<StipendPeriod> ofItsYear() {
        return IntStream.rangeClosed(1, YEAR / MONTHS)
                .mapToObj(number -> of(new Quarter(last.getYear(), number)))
                .flatMap(quarter -> Stream.concat(
                        Stream.of(quarter), quarter.months().stream().map(StipendPeriod::of)))
                .filter(period -> !period.equals(this))
                .toList();
    }

    private Quarter quarter() {
        return new Quarter(last.getYear(), (last.getMonthValue() + MONTHS - 1) / MONTHS);
    }

    @Override
    public int compareTo(StipendPeriod other) {
        return first.equals(other.first) ? last.compareTo(other.last) : first.compareTo(other.first);
    }

    @Override
    public String toString() {
        return isMonth() ? first.toString() : quarter().toString();
    }
}
