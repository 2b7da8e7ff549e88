package vn.soto.contracts.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Calendars that determine the days of a quarter. The name is stored with each report, so an entry never changes its
 * meaning.
 */
public enum QuarterCalendar {
    /** First day of the quarter's first month to the last day of its third. */
    CALENDAR(1),
    /** 15th of the month before the quarter to the 14th of its last month, by some provinces' reporting rules. */
    ADMINISTRATIVE(15);

    /** Day on which a month of this calendar starts; above 1, it is a day of the preceding calendar month. */
    private final int startDay;

    QuarterCalendar(int startDay) {
        this.startDay = startDay;
    }

    public LocalDate firstDay(Quarter quarter) {
        LocalDate first = LocalDate.of(quarter.year(), quarter.number() * 3 - 2, 1);
        return startDay == 1 ? first : first.minusMonths(1).withDayOfMonth(startDay);
    }

    /** Also for the last supported quarter, which has no next one. */
    public LocalDate lastDay(Quarter quarter) {
        return firstDay(quarter).plusMonths(3).minusDays(1);
    }

    public QuarterDays days(Quarter quarter) {
        return new QuarterDays(quarter, firstDay(quarter), lastDay(quarter));
    }

    public Quarter of(LocalDate day) {
        boolean nextMonth = startDay > 1 && day.getDayOfMonth() >= startDay;
        LocalDate month = nextMonth ? day.withDayOfMonth(1).plusMonths(1) : day;
        return new Quarter(month.getYear(), (month.getMonthValue() + 2) / 3);
    }

    /** The quarter of the day; the first or the last there is, for a day before or after all. */
    public Quarter nearest(LocalDate day) {
        if (day.isBefore(firstDay(Quarter.FIRST))) {
            return Quarter.FIRST;
        }
        return day.isAfter(lastDay(Quarter.LAST)) ? Quarter.LAST : of(day);
    }

    public Quarter of(Instant instant) {
        return of(VietnamTime.day(instant));
    }

    /** The quarters to which some of the days belong by any calendar, in order. */
    public static Stream<Quarter> ofAny(LocalDate first, LocalDate last) {
        return CALENDAR.nearest(first).through(latest(last));
    }

    /** The latest quarter to which a day belongs by any calendar. */
    public static Quarter latest(LocalDate day) {
        return ADMINISTRATIVE.nearest(day);
    }

    /** The last days that the quarter has by any calendar. */
    public static Stream<LocalDate> lastDays(Quarter quarter) {
        return Stream.of(values()).map(calendar -> calendar.lastDay(quarter));
    }
}
