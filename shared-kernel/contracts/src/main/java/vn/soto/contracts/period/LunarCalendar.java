package vn.soto.contracts.period;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * The Vietnamese lunisolar calendar: months begin on the day of the new moon at UTC+7, and the month of the winter
 * solstice is the eleventh. After Jean Meeus, Astronomical Algorithms (1998), with the terms that decide a day.
 */
final class LunarCalendar {

    private static final double HOURS_AHEAD = 7.0 / 24;
    private static final double SYNODIC_MONTH = 29.530588853;

    /** Julian day of the new moon with number 0, in January 1900. */
    private static final double FIRST_NEW_MOON = 2_415_020.75933;

    private static final double JULIAN_CENTURY = 36_525;
    private static final int ELEVENTH_MONTH = 11;
    private static final int MONTHS = 12;

    private LunarCalendar() {}

    /** The first day of the lunar year that begins in the given year. */
    static LocalDate newYear(int year) {
        return day(year, 1, 1);
    }

    /** @param month 1 to 10; months 11 and 12 lie partly in the next year */
    static LocalDate day(int year, int month, int dayOfMonth) {
        long eleventh = eleventhMonth(year - 1);
        long leap = leapMonth(eleventh, eleventhMonth(year));
        int after = month + MONTHS - ELEVENTH_MONTH;
        int months = leap > 0 && after >= leap ? after + 1 : after;
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, newMoon(eleventh + months) + dayOfMonth - 1);
    }

    /** Number of the new moon that begins the month of the winter solstice. */
    private static long eleventhMonth(int year) {
        long lastDay = LocalDate.of(year, 12, 31).getLong(JulianFields.JULIAN_DAY);
        long moon = (long) Math.floor((lastDay - Math.ceil(FIRST_NEW_MOON)) / SYNODIC_MONTH);
        return sector(newMoon(moon)) >= 9 ? moon - 1 : moon;
    }

    /** How many months after the eleventh the leap month comes, the first without a principal term; 0 if none does. */
    private static long leapMonth(long eleventh, long nextEleventh) {
        if (nextEleventh - eleventh == MONTHS) {
            return 0;
        }
        long month = 1;
        while (sector(newMoon(eleventh + month)) != sector(newMoon(eleventh + month + 1))) {
            month++;
        }
        return month;
    }

    /** Julian day number of the day on which a new moon falls. */
    private static long newMoon(long number) {
        double centuries = number / 1236.85;
        double squared = centuries * centuries;
        double mean = FIRST_NEW_MOON
                + SYNODIC_MONTH * number
                + 0.0001178 * squared
                - 0.000000155 * squared * centuries
                + 0.00033 * sin(166.56 + 132.87 * centuries - 0.009173 * squared);
        double sun = 359.2242 + 29.10535608 * number - 0.0000333 * squared;
        double moon = 306.0253 + 385.81691806 * number + 0.0107306 * squared;
        double node = 21.2964 + 390.67050646 * number - 0.0016528 * squared;
        double correction = (0.1734 - 0.000393 * centuries) * sin(sun)
                + 0.0021 * sin(2 * sun)
                - 0.4068 * sin(moon)
                + 0.0161 * sin(2 * moon)
                - 0.0004 * sin(3 * moon)
                + 0.0104 * sin(2 * node)
                - 0.0051 * sin(sun + moon)
                - 0.0074 * sin(sun - moon)
                + 0.0004 * sin(2 * node + sun)
                - 0.0004 * sin(2 * node - sun)
                - 0.0006 * sin(2 * node + moon)
                + 0.0010 * sin(2 * node - moon)
                + 0.0005 * sin(2 * moon + sun);
        double terrestrialLead = -0.000278 + 0.000265 * centuries + 0.000262 * squared;
        return (long) Math.floor(mean + correction - terrestrialLead + 0.5 + HOURS_AHEAD);
    }

    /** The twelfth of the ecliptic in which the sun stands when a day begins: 9 begins with the winter solstice. */
    private static int sector(long julianDay) {
        double centuries = (julianDay - 0.5 - HOURS_AHEAD - 2_451_545.0) / JULIAN_CENTURY;
        double squared = centuries * centuries;
        double anomaly = 357.52910 + 35_999.05030 * centuries - 0.0001559 * squared;
        double longitude = 280.46645
                + 36_000.76983 * centuries
                + 0.0003032 * squared
                + (1.914600 - 0.004817 * centuries - 0.000014 * squared) * sin(anomaly)
                + (0.019993 - 0.000101 * centuries) * sin(2 * anomaly)
                + 0.000290 * sin(3 * anomaly);
        return (int) Math.floor(((longitude % 360) + 360) % 360 / 30);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
