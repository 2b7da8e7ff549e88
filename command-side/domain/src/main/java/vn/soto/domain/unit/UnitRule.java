package vn.soto.domain.unit;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of units. */
public enum UnitRule implements Rule {
    @AboutField("parent")
    LOWER_UNIT_HAS_A_PARENT,
    @AboutField("parent")
    TOP_LEVEL_UNIT_HAS_NO_PARENT,
    @AboutField("parent")
    UNIT_LIES_IN_THE_TIER_ABOVE,
    @AboutField("officialCode")
    RESIDENTIAL_UNIT_HAS_NO_OFFICIAL_CODE,
    /** Arguments: number of digits. */
    @AboutField("officialCode")
    OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER,
    /** Arguments: name. */
    @AboutField("name")
    UNIT_NAME_IS_FREE_WITHIN_PARENT,
    /** Arguments: id of the parent unit, day. */
    @AboutField("parent")
    UNIT_ABOVE_IS_IN_FORCE,
    UNIT_IS_NOT_WITHDRAWN,
    /** Arguments: first day after its end. */
    UNIT_HAS_NOT_ENDED,
    UNIT_CHANGE_CHANGES_SOMETHING,
    @AboutField("kind")
    UNIT_STAYS_IN_ITS_TIER,
    /** Arguments: day of the change that holds today. */
    @AboutField("effectiveFrom")
    UNIT_CHANGES_ARE_IN_ORDER,
    /** Arguments: day of the latest change or takeover. */
    @AboutField("effectiveFrom")
    UNIT_ENDS_AFTER_ITS_LATEST_CHANGE,
    UNIT_DOES_NOT_SUCCEED_ITSELF,
    /** Arguments: id of the successor, day. */
    SUCCESSOR_IS_IN_FORCE,
    /** Arguments: id of the unit of the other tier. */
    SUCCESSOR_IS_OF_THE_SAME_TIER,
    /** Arguments: largest number allowed. */
    @AboutField("from")
    MERGER_TAKES_SOME_BUT_NOT_TOO_MANY_UNITS,
    /** Arguments: smallest and largest number allowed. */
    @AboutField("into")
    SPLIT_HAS_SEVERAL_BUT_NOT_TOO_MANY_SUCCESSORS,
    /** Arguments: day of the latest change. */
    UNDONE_CHANGE_IS_THE_LATEST,
    UNIT_TO_WITHDRAW_HAS_TAKEN_OVER_NONE,
    /** Arguments: id of the unit, numbers of teams that cover it, of households, records and units in it. */
    UNIT_TO_WITHDRAW_IS_NOT_IN_USE,
    /** Arguments: name of the unit, first day after its end, names and ids of its successors. */
    UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END,
    /** Arguments: name of the unit, its first day. */
    @AboutField("effectiveFrom")
    UNIT_IS_COVERED_FROM_ITS_FIRST_DAY_ON
}
