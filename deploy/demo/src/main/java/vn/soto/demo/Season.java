package vn.soto.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The influence of the calendar: weekends, Tết, and campaign weeks. */
final class Season {

    private static final LocalDate CAMPAIGN = LocalDate.of(2024, 12, 9);
    private static final LocalDate YOUTH_MONTH = LocalDate.of(2025, 3, 17);
    private static final LocalDate TET = LocalDate.of(2025, 1, 25);

    /** Progress of teams that begin with the reform. */
    private static final double NEW_TEAMS = 0.7;

    /** Progress a year later, at which two thirds of help are given on Zalo. */
    private static final double FAR = 1.5;

    private Season() {}

    /** How much more than on a working day people go out. */
    static double bustle(LocalDate day) {
        if (within(day, TET, 9)) {
            return 0.1;
        }
        double week = within(day, CAMPAIGN, 7) ? 4 : within(day, YOUTH_MONTH, 7) ? 2.5 : 1;
        return weekend(day) ? 2.2 * week : week;
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The way from doors to Zalo: 0 on the first day of the two quarters, 1 on their last. A year after the reform it is more. */
    static double progress(LocalDate day) {
        if (day.isBefore(DemoReform.DAY)) {
            return share(Story.FIRST_DAY, day, Story.LAST_ENTRIES);
        }
        return NEW_TEAMS + (FAR - NEW_TEAMS) * Math.min(1, share(DemoReform.DAY, day, Story.YEAR_END));
    }

    private static double share(LocalDate first, LocalDate day, LocalDate last) {
        return (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
    }

    private static boolean within(LocalDate day, LocalDate from, int days) {
        return !day.isBefore(from) && day.isBefore(from.plusDays(days));
    }
}
