package vn.soto.domain.goal;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of targets. */
public enum TargetRule implements Rule {
    /** Arguments: the quarter. */
    TARGET_IS_FOR_A_UNIT_OF_THE_QUARTER,
    /** Arguments: code of the indicator. */
    @AboutField({"indicator", "goals"})
    TARGET_IS_FOR_AN_INDICATOR_OF_UNITS,
    /** Arguments: largest number allowed. */
    @AboutField({"goal.value", "goals"})
    TARGET_VALUE_IS_PLAUSIBLE,
    @AboutField({"goal.value", "goals"})
    TARGET_PERCENTAGE_IS_1_TO_100,
    TARGET_IS_SET_ONCE,
    TARGET_TO_REVISE_IS_SET,
    TARGET_REVISION_CHANGES_SOMETHING
}
