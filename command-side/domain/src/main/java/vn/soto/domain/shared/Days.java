package vn.soto.domain.shared;

import static vn.soto.domain.shared.CommonRule.DATE_IS_WITHIN_THE_CALENDAR;

import java.time.Instant;
import java.time.LocalDate;
import vn.soto.contracts.shared.VietnamTime;

/** Range of the days in commands: days within a supported quarter; for units and documents, earlier days too. */
public final class Days {

    /** First day of the first supported quarter. */
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** First day allowed for a unit or document; they may be older than any supported quarter. */
    public static final LocalDate FIRST_LEGAL = LocalDate.of(1945, 1, 1);

    /** Last day of the last supported quarter. */
    public static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** Days ahead after which a day is far: people who look find nothing of what holds from it. */
    public static final int MOST_AHEAD = 60;

    private Days() {}

    /** Checks a day of a team, a membership, an appointment or an assignment. */
    public static void check(LocalDate day) {
        check(day, FIRST);
    }

    /** Checks the instant of help by its day in Việt Nam. */
    public static void check(Instant time) {
        // LocalDate cannot represent every instant, so instants are compared.
        DATE_IS_WITHIN_THE_CALENDAR.require(
                !time.isBefore(VietnamTime.start(FIRST)) && time.isBefore(VietnamTime.start(LAST.plusDays(1))),
                FIRST,
                LAST);
    }

    /** Checks a day of a unit or a document. */
    public static void checkLegal(LocalDate day) {
        check(day, FIRST_LEGAL);
    }

    private static void check(LocalDate day, LocalDate first) {
        DATE_IS_WITHIN_THE_CALENDAR.require(!day.isBefore(first) && !day.isAfter(LAST), first, LAST);
    }
}
