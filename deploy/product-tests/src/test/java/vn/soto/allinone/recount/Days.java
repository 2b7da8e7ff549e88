package vn.soto.allinone.recount;

import java.time.LocalDate;

/** The days of a quarter, such as {@code 2026-Q3}, of the calendar. */
record Days(LocalDate first, LocalDate last) {

    static Days of(String quarter) {
        LocalDate first = LocalDate.of(Integer.parseInt(quarter.substring(0, 4)), 3 * (quarter.charAt(6) - '1') + 1, 1);
        return new Days(first, first.plusMonths(3).minusDays(1));
    }

    boolean include(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
