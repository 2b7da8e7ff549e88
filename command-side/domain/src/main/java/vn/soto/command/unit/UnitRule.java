package vn.soto.command.unit;

import vn.soto.command.shared.Rule;

/** Rules of units. */
public enum UnitRule implements Rule {
    LOWER_UNIT_HAS_A_PARENT,
    TOP_LEVEL_UNIT_HAS_NO_PARENT,
    UNIT_LIES_IN_THE_TIER_ABOVE,
    RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE,
    /** Arguments: number of digits. */
    OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER,
    /** Arguments: name. */
    UNIT_NAME_IS_FREE_WITHIN_PARENT
}
