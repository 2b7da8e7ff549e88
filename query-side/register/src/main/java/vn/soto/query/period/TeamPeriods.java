package vn.soto.query.period;

import java.time.LocalDate;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.shared.Quarter;

/** When the reporting periods of a team were closed, as known at a commit. Not thread-safe. */
public final class TeamPeriods {

    private final ApplicablePeriods periods;
    private final PeriodSegments segments;

    TeamPeriods(ApplicablePeriods periods, PeriodSegments segments) {
        this.periods = periods;
        this.segments = segments;
    }

    /** Whether the period of a day was closed for what is recorded at a position of the ledger. */
    public boolean wasClosed(LocalDate day, long position) {
        return segments.isClosed(quarterOf(day), position);
    }

    /** The quarter to which a day belongs. */
    public Quarter quarterOf(LocalDate day) {
        return periods.quarterOf(day);
    }
}
