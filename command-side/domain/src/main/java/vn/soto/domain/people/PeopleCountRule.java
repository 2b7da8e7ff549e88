package vn.soto.domain.people;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of the numbers of people of units. */
public enum PeopleCountRule implements Rule {
    /** Arguments: largest number allowed. */
    @AboutField("persons")
    PEOPLE_COUNT_IS_PLAUSIBLE,
    /** Arguments: today. */
    @AboutField("on")
    PEOPLE_COUNT_IS_NOT_IN_THE_FUTURE,
    /** Arguments: the day. */
    @AboutField("on")
    PEOPLE_COUNT_IS_OF_A_UNIT_OF_THE_DAY,
    /** Arguments: the day. */
    PEOPLE_COUNT_IS_STATED_ONCE_FOR_A_DAY,
    /** Arguments: the day. */
    PEOPLE_COUNT_TO_CORRECT_IS_STATED,
    PEOPLE_COUNT_CORRECTION_CHANGES_SOMETHING
}
