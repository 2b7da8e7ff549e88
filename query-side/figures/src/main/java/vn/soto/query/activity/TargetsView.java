package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.goal.StatedTarget.Statement;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.unit.UnitLine;

/**
 * The targets of a unit for a quarter and how far it is.
 *
 * @param days         {@code reporting} for the days of the unit's reports, {@code calendar} for those of the calendar quarter
 * @param otherDays    those of the other choice of {@code days}; absent if they are the same
 * @param boundaries   {@code as-was} or {@code as-now}, of the figures; the targets are those of the unit in either
 * @param boundariesOn day whose units the figures are counted in
 * @param on           day as of which the figures stand: the quarter's last, or today while it lasts
 * @param met          number of targets met so far
 * @param below        the same of units directly in it that have targets; none of them is part of a target of the unit
 * @param former       targets of units that this one took over, at the units of their last day, with the figures of
 *     their areas then. None is added to a target of this unit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TargetsView(
        UnitLine unit,
        String quarter,
        LocalDate firstDay,
        LocalDate lastDay,
        String days,
        @Nullable OtherDays otherDays,
        String boundaries,
        LocalDate boundariesOn,
        LocalDate on,
        int met,
        List<TargetLine> targets,
        List<UnitTargetLines> below,
        List<FormerUnit> former) {

    /** @param history how it was set and revised, oldest first */
    record TargetLine(
            @JsonUnwrapped GoalProgress progress, String instrument, LocalDate signedOn, List<Statement> history) {}

    record UnitTargetLines(@JsonUnwrapped UnitLine unit, List<TargetLine> targets) {}

    /**
     * @param lastDay  last day of the unit
     * @param whole   whether all of it became part of the unit asked about, or only some
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormerUnit(
            @JsonUnwrapped UnitLine unit,
            LocalDate lastDay,
            boolean whole,
            List<TargetLine> targets,
            LocalDate boundariesOn,
            LocalDate on) {}

    static int met(List<TargetLine> targets) {
        return (int) targets.stream()
                .filter(target -> Boolean.TRUE.equals(target.progress.met()))
                .count();
    }
}
