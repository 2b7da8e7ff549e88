package vn.soto.contracts.shared;

import java.time.LocalDate;

/** The days of a quarter by the calendar of an authority; both days belong to it. */
public record QuarterDays(Quarter quarter, LocalDate firstDay, LocalDate lastDay) {

    /** As long before its first day something can be stated for a quarter: the next one may be prepared. */
    public static final int MONTHS_BEFORE = 3;

    public QuarterDays {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a quarter ends after its first day: " + firstDay + " to " + lastDay);
        }
    }

    /** Whether something can be stated for it on a day. */
    public boolean mayBeStated(LocalDate day) {
        return !firstDay.isAfter(day.plusMonths(MONTHS_BEFORE));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
