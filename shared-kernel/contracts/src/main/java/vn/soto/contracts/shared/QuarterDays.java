package vn.soto.contracts.shared;

import java.time.LocalDate;

/** The days of a quarter by the calendar of an authority; both days belong to it. */
public record QuarterDays(Quarter quarter, LocalDate firstDay, LocalDate lastDay) {

    public QuarterDays {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a quarter ends after its first day: " + firstDay + " to " + lastDay);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
