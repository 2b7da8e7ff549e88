package vn.soto.domain.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Days on which offices work. A term that ends on another day ends on the next of them (Civil Code 2015, article 148). Saturdays
 * and Sundays are off, the public holidays of the Labour Code 2019 (article 112), and for each holiday on a weekend one working
 * day after it (article 111). What is decided anew each year follows the commonest choice: the day before the lunar new year
 * with the four days from it, and 1 September beside 2 September.
 */
public final class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final List<MonthDay> FIXED =
            List.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 1), MonthDay.of(9, 2));
    private static final int DAYS_OF_NEW_YEAR = 5;

    private WorkingDays() {}

    /** The day itself if offices work on it, otherwise the next one on which they do. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate working = day;
        while (!isWorking(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** The last of so many working days after a day. */
    public static LocalDate after(LocalDate day, int workingDays) {
        LocalDate last = day;
        for (int left = workingDays; left > 0; left--) {
            last = onOrAfter(last.plusDays(1));
        }
        return last;
    }

    static boolean isWorking(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !daysOff(day.getYear()).contains(day);
    }

    /** The holidays of a year, and the days taken in lieu of those on a weekend. */
    private static Set<LocalDate> daysOff(int year) {
        Set<LocalDate> off = new TreeSet<>(holidays(year));
        for (LocalDate holiday : holidays(year)) {
            LocalDate inLieu = holiday;
            while (WEEKEND.contains(holiday.getDayOfWeek())
                    && (WEEKEND.contains(inLieu.getDayOfWeek()) || off.contains(inLieu))) {
                inLieu = inLieu.plusDays(1);
            }
            off.add(inLieu);
        }
        return off;
    }

    private static List<LocalDate> holidays(int year) {
        LocalDate newYear = LunarCalendar.newYear(year);
        return Stream.of(
                        FIXED.stream().map(day -> day.atYear(year)),
                        newYear.minusDays(1).datesUntil(newYear.plusDays(DAYS_OF_NEW_YEAR - 1)),
                        Stream.of(LunarCalendar.day(year, 3, 10)))
                .flatMap(days -> days)
                .sorted()
                .toList();
    }
}
