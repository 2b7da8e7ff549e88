package vn.soto.query.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many of something a week has.
 *
 * @param week its Monday
 */
public record Week(LocalDate week, long count) {

    private static final int LATEST = 12;

    /** The Monday of the week of a day. */
    public static LocalDate of(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    /** The first day of the twelve weeks of which the last is that of a day. */
    public static LocalDate first(LocalDate last) {
        return of(last).minusWeeks(LATEST - 1L);
    }

    /** The twelve weeks of which the last is that of a day, with how many of some days each has. */
    public static List<Week> latest(Collection<LocalDate> days, LocalDate last) {
        Map<LocalDate, Long> counts =
                days.stream().collect(Collectors.groupingBy(Week::of, TreeMap::new, Collectors.counting()));
        return Stream.iterate(first(last), monday -> monday.plusWeeks(1))
                .limit(LATEST)
                .map(monday -> new Week(monday, counts.getOrDefault(monday, 0L)))
                .toList();
    }
}
