package vn.soto.contracts.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.soto.contracts.period.WorkingDaysEvent.HolidaysDecided;
import vn.soto.contracts.shared.KnownSince;

/**
 * Days on which offices work. A term that ends on another day ends on the next of them (Civil Code 2015, article 148).
 * Of a year whose table of holidays was decided, that table says so. In other years, Saturdays, Sundays and the public
 * holidays of the Labour Code 2019 (article 112) are off. For each holiday on a weekend one working day after it is off
 * (article 111). Days that are decided anew each year follow the commonest choice. These are the day before the lunar
 * new year with the four days from it, and 1 September beside 2 September.
 *
 * @param decided tables of holidays, by year
 */
public record WorkingDays(Map<Integer, HolidaysDecided> decided) {

    /** Before any table was decided. */
    public static final WorkingDays COMPUTED = new WorkingDays(Map.of());

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final List<MonthDay> FIXED =
            List.of(MonthDay.of(1, 1), MonthDay.of(4, 30), MonthDay.of(5, 1), MonthDay.of(9, 1), MonthDay.of(9, 2));
    private static final int DAYS_OF_NEW_YEAR = 5;

    public WorkingDays {
        decided = Map.copyOf(decided);
    }

    /** By the tables that were recorded by a day. */
    public static WorkingDays knownOn(LocalDate day, Stream<KnownSince<WorkingDaysEvent>> recorded) {
        return recorded.filter(known -> known.by(day))
                .map(KnownSince::event)
                .reduce(COMPUTED, WorkingDays::after, (first, second) -> second);
    }

    public WorkingDays after(WorkingDaysEvent event) {
        return switch (event) {
            case HolidaysDecided table -> {
                Map<Integer, HolidaysDecided> changed = new HashMap<>(decided);
                changed.put(table.year(), table);
                yield new WorkingDays(changed);
            }
        };
    }

    /** The day itself if offices work on it, otherwise the next one on which they do. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate working = day;
        while (!isWorking(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** The day so many working days after a day; the day itself for none. */
    public LocalDate plus(LocalDate day, int days) {
        LocalDate reached = day;
        for (int left = days; left > 0; left--) {
            reached = onOrAfter(reached.plusDays(1));
        }
        return reached;
    }

    boolean isWorking(LocalDate day) {
        boolean weekend = isWeekend(day);
        HolidaysDecided table = decided.get(day.getYear());
        if (table == null) {
            return !weekend && !daysOff(day.getYear()).contains(day);
        }
        return weekend ? table.worked().contains(day) : !table.off().contains(day);
    }

    /** The days of a year from Monday to Friday on which offices do not work. */
    public List<LocalDate> off(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> !isWeekend(day) && !isWorking(day))
                .toList();
    }

    public static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
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
