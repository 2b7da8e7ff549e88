package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.unit.UnitLine;

/**
 * A unit's quarter.
 *
 * @param total   of the unit
 * @param children the units directly in it; their activity adds up to {@code total}
 */
record Dashboard(
        UnitLine unit,
        String quarter,
        QuarterCalendar calendar,
        LocalDate firstDay,
        LocalDate lastDay,
        Figures total,
        List<Line> children) {

    record Line(@JsonUnwrapped UnitLine unit, @JsonUnwrapped Figures figures) {}

    record Figures(
            @JsonUnwrapped Totals activity, @JsonUnwrapped Staff staff) {}

    /**
     * @param teams   that cover a residential unit in it; one that covers units of two children counts in both
     * @param members of those teams on the quarter's last day; a person in two teams counts in both
     */
    record Staff(long teams, long members, long understaffed, long leaderless) {}
}
