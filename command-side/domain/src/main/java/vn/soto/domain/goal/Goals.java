package vn.soto.domain.goal;

import static vn.soto.domain.goal.TargetRule.TARGET_IS_FOR_AN_INDICATOR_OF_UNITS;
import static vn.soto.domain.goal.TargetRule.TARGET_PERCENTAGE_IS_1_TO_100;
import static vn.soto.domain.goal.TargetRule.TARGET_VALUE_IS_PLAUSIBLE;

import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.report.UnitIndicators;
import vn.soto.domain.shared.FreeText;

/** Checks of goals, whether of a quarter or of a campaign. */
final class Goals {

    /** Below the smallest phone or citizen number, so that none can be recorded as a number by mistake. */
    private static final long LARGEST = 10_000_000;

    private Goals() {}

    static void check(String indicator, Goal goal) {
        FreeText.checkName(indicator);
        TARGET_IS_FOR_AN_INDICATOR_OF_UNITS.require(UnitIndicators.has(indicator), indicator);
        TARGET_VALUE_IS_PLAUSIBLE.require(goal.value() >= 0 && goal.value() <= LARGEST, LARGEST);
        TARGET_PERCENTAGE_IS_1_TO_100.require(
                goal.measure() == Measure.COUNT || (goal.value() >= 1 && goal.value() <= 100));
    }
}
