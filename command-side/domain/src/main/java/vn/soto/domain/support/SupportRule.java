package vn.soto.domain.support;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of support requests. */
public enum SupportRule implements Rule {
    REQUEST_NAMES_EITHER_A_HOUSEHOLD_OR_A_UNIT,
    @AboutField("unit")
    REQUEST_COMES_FROM_A_RESIDENTIAL_UNIT,
    @AboutField("topics")
    REQUEST_HAS_SOME_TOPIC,
    /** Arguments: day in the command, today. */
    REQUEST_STEP_IS_NOT_IN_THE_FUTURE,
    /** Arguments: day of the preceding step. */
    REQUEST_STEPS_ARE_IN_ORDER,
    REQUEST_IS_NOT_CLOSED,
    REQUEST_IS_CLOSED,
    REQUEST_IS_TAKEN_ONCE,
    REQUEST_IS_TAKEN,
    /** Arguments: day on which it was taken. */
    @AboutField("member")
    REQUEST_IS_TAKEN_BY_A_MEMBER,
    /** Arguments: day on which it was taken. */
    TAKING_TEAM_COVERS_UNIT,
    /** Arguments: day of resolution. */
    @AboutField("assistance")
    REQUEST_IS_RESOLVED_BY_A_MEMBER,
    @AboutField("assistance")
    RESOLVING_ASSISTANCE_COUNTS_FOR_THE_TEAM,
    /** Arguments: day of the help, day of receipt. */
    @AboutField("assistance")
    RESOLVING_ASSISTANCE_WAS_GIVEN_AFTER_THE_REQUEST
}
