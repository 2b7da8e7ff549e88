package vn.soto.contracts.period;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.StateRefusals;

/**
 * A reporting period in a unit, as far as it decides which commands about it are possible.
 *
 * @param settles whether the unit decides about its periods: it is a province, or has adopted a calendar of its own
 * @param inForce whether the unit is in force on the last day of the period
 * @param known   decisions about it; absent if the period was neither opened nor closed
 */
public record PeriodStage(
        boolean settles,
        boolean inForce,
        QuarterDays days,
        @Nullable Period known) {

    /** Days before its first one on which a period can be opened. */
    public static final int MOST_AHEAD = 60;

    private static final String OPEN = "open-reporting-period";
    private static final String CLOSE = "close-reporting-period";

    public boolean isUnsettled() {
        return known == null;
    }

    public boolean beginsSoon(LocalDate today) {
        return !days.firstDay().isAfter(today.plusDays(MOST_AHEAD));
    }

    public boolean hasEnded(LocalDate today) {
        return today.isAfter(days.lastDay());
    }

    public boolean isClosed(LocalDate today) {
        return known != null && known.isClosedOn(today);
    }

    public StateRefusals refusals(LocalDate today) {
        return new StateRefusals()
                .unless(settles, "AUTHORITY_IS_A_PROVINCE_OR_HAS_A_CALENDAR", OPEN, CLOSE)
                .unless(inForce, "AUTHORITY_IS_IN_FORCE_IN_THE_PERIOD", OPEN, CLOSE)
                .unless(isUnsettled(), "PERIOD_IS_NOT_OPENED_YET", OPEN)
                .until(beginsSoon(today), "PERIOD_TO_OPEN_BEGINS_SOON", List.of(days.firstDay(), MOST_AHEAD), OPEN)
                .until(hasEnded(today), "PERIOD_HAS_ENDED", List.of(days.lastDay()), CLOSE)
                .unless(!isClosed(today), "PERIOD_IS_NOT_CLOSED", CLOSE)
                .unless(isClosed(today), "PERIOD_IS_CLOSED", "reopen-reporting-period");
    }
}
