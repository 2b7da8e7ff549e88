package vn.soto.domain.outreach;

import vn.soto.domain.shared.Rule;

/** Rules of outreach sessions. */
public enum OutreachRule implements Rule {
    OUTREACH_HAS_SOME_TOPIC,
    /** Arguments: day it is planned for, or on which it was held. */
    OUTREACH_TEAM_COVERS_UNIT,
    RESCHEDULING_CHANGES_THE_TIME,
    OUTREACH_IS_NOT_HELD_TWICE,
    OUTREACH_IS_NOT_CANCELLED,
    OUTREACH_IS_NOT_VOIDED,
    OUTREACH_WAS_HELD,
    /** Arguments: day given, today. */
    OUTREACH_IS_NOT_HELD_IN_THE_FUTURE,
    /** Arguments: most allowed. */
    ATTENDANCE_IS_A_NUMBER_OF_PEOPLE,
    /** Arguments: most allowed. */
    OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS,
    /** Arguments: day on which it was held. */
    HOLDERS_WERE_MEMBERS_ON_THAT_DAY,
    OUTREACH_CORRECTION_CHANGES_SOMETHING
}
