package vn.soto.domain.period;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of reporting periods. */
public enum PeriodRule implements Rule {
    /** Arguments: id of the unit. */
    AUTHORITY_IS_A_PROVINCE_OR_HAS_A_CALENDAR,
    /** Arguments: id of the unit. */
    AUTHORITY_IS_NO_RESIDENTIAL_UNIT,
    /** Arguments: id of the unit, last day of the period. */
    AUTHORITY_IS_IN_FORCE_IN_THE_PERIOD,
    /** Arguments: smallest number of days, largest. */
    @AboutField("dueWorkingDays")
    DUE_DAYS_ARE_PLAUSIBLE,
    /** Arguments: last day of that quarter. */
    @AboutField("from")
    CALENDAR_STARTS_WITH_A_QUARTER_THAT_HAS_NOT_ENDED,
    /** Arguments: the last quarter that was opened or closed. */
    @AboutField("from")
    CALENDAR_STARTS_AFTER_WHAT_IS_SETTLED,
    /** Arguments: number of the version. */
    @AboutField("version")
    CALENDAR_TO_WITHDRAW_IS_ADOPTED,
    PERIOD_IS_NOT_OPENED_YET,
    /** Arguments: first day of the period, days ahead that are not far. */
    @AboutField("quarter")
    PERIOD_TO_OPEN_BEGINS_SOON,
    /** Arguments: last day of the period. */
    PERIOD_HAS_ENDED,
    PERIOD_IS_NOT_CLOSED,
    PERIOD_IS_CLOSED,
    /** Arguments: today, the last day allowed. */
    @AboutField("until")
    REOPENING_EXPIRES_SOON
}
