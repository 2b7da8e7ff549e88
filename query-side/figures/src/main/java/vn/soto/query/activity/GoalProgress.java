package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.report.UnitIndicators;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.indicator.IndicatorTexts;

/**
 * How far a figure is.
 *
 * @param name        name of the indicator
 * @param counted     counted things, such as households
 * @param numerator   the figure; absent if people state it and nobody has
 * @param denominator value to compare with: the goal's value, or for a percentage the whole
 * @param met         whether the goal is met so far; absent for a percentage of nothing, and for a figure that nobody stated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoalProgress(
        String indicator,
        String name,
        String counted,
        Goal goal,
        @Nullable Long numerator,
        long denominator,
        @Nullable Boolean met) {

    /** @param ofTeams figures of the teams that report in the unit, by code */
    static GoalProgress of(String indicator, Goal goal, Figures figures, Map<String, Long> ofTeams, Locale language) {
        Long numerator =
                UnitIndicators.ofTeams(indicator) ? ofTeams.get(indicator) : (Long) UnitFigures.of(indicator, figures);
        long denominator = UnitFigures.denominator(goal.measure(), goal.value(), figures);
        return new GoalProgress(
                indicator,
                IndicatorTexts.name(indicator, language),
                IndicatorTexts.unit(indicator, language),
                goal,
                numerator,
                denominator,
                met(goal, numerator, denominator));
    }

    private static @Nullable Boolean met(Goal goal, @Nullable Long numerator, long denominator) {
        boolean ofNothing = goal.measure() != Measure.COUNT && denominator == 0;
        return (numerator == null || ofNothing) ? null : (Boolean) goal.met(numerator, denominator);
    }
}
