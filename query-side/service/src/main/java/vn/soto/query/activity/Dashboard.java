package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.unit.UnitLine;

/**
 * A unit's quarter. Help counts as it is recorded at the commit the answer describes, corrections included.
 *
 * @param staffOn  the day whose teams and members are counted: the quarter's last, or today while that is still to come;
 *                 with {@code asOf} today is the day of that commit
 * @param boundaries    {@code as-was} or {@code as-now}
 * @param boundariesOn  the day whose units are shown: as-was {@code staffOn}, as-now today
 * @param total   of the unit
 * @param children the units directly in it; their activity, with what is undecided, adds up to {@code total}. As-was a unit
 *                 that ended before the quarter is left out unless help was recorded in it; as-now a unit that is no more
 *                 shows the communes, or residential units, in which its parts lie today
 * @param undecided of those parts nobody has decided about; as-now only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Dashboard(
        UnitLine unit,
        String quarter,
        QuarterCalendar calendar,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate staffOn,
        String boundaries,
        LocalDate boundariesOn,
        Figures total,
        List<Line> children,
        @Nullable Bucket undecided) {

    record Line(@JsonUnwrapped UnitLine unit, @JsonUnwrapped Figures figures) {}

    /** @param units how many residential units are in it */
    record Bucket(String name, long units, @JsonUnwrapped Figures figures) {}

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
