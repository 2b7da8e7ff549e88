package vn.soto.query.period;

import java.time.LocalDate;
import java.util.Optional;
import vn.soto.contracts.period.Period;

/** Whether a period is open on a day. */
public enum PeriodState {
    /** Nobody has opened or closed it: what is recorded for it counts in it. */
    UNSETTLED,
    OPEN,
    CLOSED,
    /** It was closed and is open again up to a day. */
    REOPENED;

    public static PeriodState of(Optional<Period> period, LocalDate day) {
        if (period.isEmpty()) {
            return UNSETTLED;
        }
        if (period.get().changes().isEmpty()) {
            return OPEN;
        }
        return period.get().isClosedOn(day) ? CLOSED : REOPENED;
    }
}
