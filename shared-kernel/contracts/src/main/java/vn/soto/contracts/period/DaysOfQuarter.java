package vn.soto.contracts.period;

import java.util.Arrays;
import java.util.Locale;

/** The choice between two ways to count the days of a quarter. */
public enum DaysOfQuarter {
    /** Those of the reporting period, by the calendar of the authority. */
    REPORTING,
    /** Those of the calendar quarter. */
    CALENDAR;

    public static DaysOfQuarter parse(String text) {
        return Arrays.stream(values())
                .filter(days -> days.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reporting or calendar, not " + text));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
