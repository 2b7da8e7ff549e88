package vn.soto.domain.shared;

import static vn.soto.domain.shared.CommonRule.DATE_IS_WITHIN_THE_CALENDAR;

import java.time.Instant;
import java.time.LocalDate;
import vn.soto.contracts.shared.VietnamTime;

/** Which days a command may name: those that lie in a quarter; for units and documents, also older ones. */
public final class Days {

    /** First day of the first quarter there is. */
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** First day of a unit or document: those in force may be older than any quarter. */
    public static final LocalDate FIRST_LEGAL = LocalDate.of(1945, 1, 1);

    /** Last day of the last quarter there is. */
    public static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private Days() {}

    /** Of a team, a membership, an appointment or an assignment. */
    public static void check(LocalDate day) {
        check(day, FIRST);
    }

    /** Of help; the day counts in Việt Nam. */
    public static void check(Instant time) {
        // An instant far out has no day, so instants are compared.
        DATE_IS_WITHIN_THE_CALENDAR.require(
                !time.isBefore(VietnamTime.start(FIRST)) && time.isBefore(VietnamTime.start(LAST.plusDays(1))),
                FIRST,
                LAST);
    }

    /** Of a unit or a document. */
    public static void checkLegal(LocalDate day) {
        check(day, FIRST_LEGAL);
    }

    private static void check(LocalDate day, LocalDate first) {
        DATE_IS_WITHIN_THE_CALENDAR.require(!day.isBefore(first) && !day.isAfter(LAST), first, LAST);
    }
}
