package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.unit.UnitLine;

/**
 * A unit's quarter. Help counts as it is recorded at the commit the answer describes, corrections included.
 *
 * @param staffOn  the day whose teams and members are counted: the quarter's last, or today while that is still to come;
 *                 with {@code asOf} today is the day of that commit
 * @param total   of the unit
 * @param children the units directly in it; their activity adds up to {@code total}
 */
record Dashboard(
        UnitLine unit,
        String quarter,
        QuarterCalendar calendar,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate staffOn,
        Figures total,
        List<Line> children) {

    record Line(@JsonUnwrapped UnitLine unit, @JsonUnwrapped Figures figures) {}

    record Figures(
            @JsonUnwrapped Totals activity, @JsonUnwrapped Staff staff) {}

    /**
     * On the day {@code staffOn}, by what is known at the commit the answer describes.
     *
     * @param teams        founded by that day that cover a residential unit in it; one that covers units of two children
     *                     counts in both
     * @param members      of those teams on that day; a person in two teams counts in both
     * @param understaffed of those teams: flagged at that commit, since that day or before. One that was short on that
     *                     day, but has had enough members again since, is not among them
     * @param leaderless   of those teams, likewise
     */
    record Staff(long teams, long members, long understaffed, long leaderless) {}
}
