package vn.soto.contracts.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.Quarter;

/** H01: households in the team's area, as last stated for the quarter. Zero is a number; what nobody stated is none. */
final class HouseholdTotal {

    static final String HOUSEHOLDS = "H01";

    private final Quarter quarter;
    private @Nullable Counted stated;

    HouseholdTotal(Quarter quarter) {
        this.quarter = quarter;
    }

    void on(long position, HouseholdTotalStated event) {
        if (event.quarter().equals(quarter)) {
            Integer households = event.households();
            stated = households == null ? null : new Counted(households, List.of(position));
        }
    }

    Optional<Counted> counted() {
        return Optional.ofNullable(stated);
    }
}
