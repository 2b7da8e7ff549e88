package vn.soto.page.team;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.soto.page.Part;

/**
 * How many events each week had, as bars over the whole life of a team.
 *
 * @param most    of one week
 * @param even    whether bars are as long as the numbers are large; otherwise they are as long as the logarithms
 * @param here    place of the step shown, from 0 to {@link #WIDTH}; negative if no step is
 */
public record Weeks(List<Week> bars, long most, boolean even, String first, String last, double here) {

    public static final int WIDTH = 1000;
    public static final int HEIGHT = 60;

    /** @param first the week's first day, {@code last} its last */
    public record Week(String first, String last, long count, double x, double width, double height) {}

    /** @param day of the step shown, empty if none is */
    public static Weeks of(Part perWeek, String day) {
        return of(perWeek, day, true);
    }

    static Weeks of(Part perWeek, String day, boolean even) {
        List<Part> weeks = perWeek.items();
        if (weeks.isEmpty()) {
            return new Weeks(List.of(), 0, even, "", "", -1);
        }
        LocalDate first = day(weeks.getFirst());
        LocalDate last = day(weeks.getLast());
        long most = weeks.stream()
                .mapToLong(week -> week.get("count").number())
                .max()
                .orElse(1);
        double step = (double) WIDTH / (ChronoUnit.WEEKS.between(first, last) + 1);
        List<Week> bars = new ArrayList<>();
        for (Part week : weeks) {
            long count = week.get("count").number();
            bars.add(new Week(
                    day(week).toString(),
                    day(week).plusDays(6).toString(),
                    count,
                    rounded(ChronoUnit.WEEKS.between(first, day(week)) * step),
                    rounded(Math.max(1, step * 0.9)),
                    rounded(Math.max(2, HEIGHT * share(count, Math.max(1, most), even)))));
        }
        double here =
                day.isEmpty() ? -1 : rounded((ChronoUnit.DAYS.between(first, LocalDate.parse(day)) + 0.5) * step / 7);
        return new Weeks(bars, most, even, first.toString(), last.plusDays(6).toString(), here);
    }

    private static double share(long count, long most, boolean even) {
        return even ? (double) count / most : Math.log1p((double) count) / Math.log1p((double) most);
    }

    /** The points of a line through the weeks, on which 0 lies at the bottom. */
    public String line() {
        return bars.stream()
                .map(week -> (week.x + week.width / 2) + ","
                        + rounded(HEIGHT - (double) HEIGHT * week.count / Math.max(1, most)))
                .collect(Collectors.joining(" "));
    }

    private static LocalDate day(Part week) {
        return LocalDate.parse(week.get("week").text());
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
