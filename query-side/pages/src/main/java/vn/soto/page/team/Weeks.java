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
 * @param here    place of the step shown, from 0 to {@link #WIDTH}; negative if no step is
 */
public record Weeks(List<Week> bars, long most, String first, String last, double here) {

    public static final int WIDTH = 1000;
    public static final int HEIGHT = 60;

    /** @param first the week's first day, {@code last} its last */
    public record Week(String first, String last, long count, double x, double width, double height) {}

    /** @param day of the step shown, empty if none is */
    public static Weeks of(Part perWeek, String day) {
        List<Part> weeks = perWeek.items();
        if (weeks.isEmpty()) {
            return new Weeks(List.of(), 0, "", "", -1);
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
                    rounded(Math.max(2, (double) HEIGHT * count / Math.max(1, most)))));
        }
        double here =
                day.isEmpty() ? -1 : rounded((ChronoUnit.DAYS.between(first, LocalDate.parse(day)) + 0.5) * step / 7);
        return new Weeks(bars, most, first.toString(), last.plusDays(6).toString(), here);
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
