package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.target.Goal;
import vn.soto.contracts.target.Measure;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.indicator.IndicatorTexts;

/**
 * How far a figure is.
 *
 * @param name        what the indicator is called
 * @param counted     what it counts, such as households
 * @param numerator   the figure
 * @param denominator what it is compared with: the goal's value, or for a percentage the whole of which it is a part
 * @param met         whether the goal is met so far; absent for a percentage of nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoalProgress(
        String indicator,
        String name,
        String counted,
        Goal goal,
        long numerator,
        long denominator,
        @Nullable Boolean met) {

    static GoalProgress of(String indicator, Goal goal, Figures figures, Locale language) {
        long numerator = UnitFigures.of(indicator, figures);
        long denominator = UnitFigures.denominator(goal.measure(), goal.value(), figures);
        boolean ofNothing = goal.measure() != Measure.COUNT && denominator == 0;
        return new GoalProgress(
                indicator,
                IndicatorTexts.name(indicator, language),
                IndicatorTexts.unit(indicator, language),
                goal,
                numerator,
                denominator,
                ofNothing ? null : (Boolean) goal.met(numerator, denominator));
    }
}
