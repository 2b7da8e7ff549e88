package vn.soto.domain.person;

import vn.soto.domain.shared.Rule;

/** Rules of requests of persons about their own data. */
public enum DataRequestRule implements Rule {
    /** A member is known who has a profile or was in a team. */
    DATA_REQUEST_IS_ABOUT_SOMEBODY_KNOWN,
    /** Arguments: day in the command, today. */
    DATA_REQUEST_STEP_IS_NOT_IN_THE_FUTURE,
    /** Arguments: day of the step before. */
    DATA_REQUEST_STEPS_ARE_IN_ORDER,
    DATA_REQUEST_IS_OPEN,
    DATA_REQUEST_IS_ANSWERED_ONCE,
    DATA_REQUEST_IS_EXTENDED_ONCE,
    /** Arguments: last day for carrying it out. */
    DATA_REQUEST_IS_EXTENDED_IN_TIME
}
