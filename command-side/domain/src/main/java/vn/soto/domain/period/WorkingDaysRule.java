package vn.soto.domain.period;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of the calendar of working days. */
public enum WorkingDaysRule implements Rule {
    /** Arguments: day of another year. */
    HOLIDAYS_ARE_OF_THEIR_YEAR,
    /** Arguments: a Saturday or Sunday among the days off, or another day among those worked. */
    ONLY_WEEKENDS_ARE_WORKED_AND_OTHER_DAYS_OFF,
    /** Arguments: largest number. */
    @AboutField("off")
    HOLIDAYS_ARE_NOT_TOO_MANY,
    HOLIDAYS_CHANGE
}
