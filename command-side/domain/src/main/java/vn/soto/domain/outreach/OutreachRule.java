package vn.soto.domain.outreach;

import vn.soto.domain.shared.Rule;

/** Rules of outreach sessions. */
public enum OutreachRule implements Rule {
    OUTREACH_HAS_SOME_TOPIC,
    /** Arguments: planned day, or day of the session. */
    OUTREACH_TEAM_COVERS_UNIT,
    RESCHEDULING_CHANGES_THE_TIME,
    OUTREACH_IS_NOT_HELD_TWICE,
    OUTREACH_IS_NOT_CANCELLED,
    OUTREACH_IS_NOT_VOIDED,
    OUTREACH_WAS_HELD,
    /** Arguments: day in the command, today. */
    OUTREACH_IS_NOT_HELD_IN_THE_FUTURE,
    /** Arguments: largest number allowed. */
    ATTENDANCE_IS_A_NUMBER_OF_PEOPLE,
    /** Arguments: largest number allowed. */
    OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS,
    /** Arguments: day of the session. */
    HOLDERS_WERE_MEMBERS_ON_THAT_DAY,
    OUTREACH_CORRECTION_CHANGES_SOMETHING
}
