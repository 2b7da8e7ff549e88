package vn.soto.domain.outreach;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of outreach sessions. */
public enum OutreachRule implements Rule {
    @AboutField("topics")
    OUTREACH_HAS_SOME_TOPIC,
    /** Arguments: planned day, or day of the session. */
    OUTREACH_TEAM_COVERS_UNIT,
    @AboutField("startsAt")
    RESCHEDULING_CHANGES_THE_TIME,
    OUTREACH_IS_NOT_HELD_TWICE,
    OUTREACH_IS_NOT_CANCELLED,
    OUTREACH_IS_NOT_VOIDED,
    OUTREACH_IS_VOIDED,
    OUTREACH_WAS_HELD,
    /** Arguments: day in the command, today. */
    @AboutField("holding.heldOn")
    OUTREACH_IS_NOT_HELD_IN_THE_FUTURE,
    /** Arguments: largest number allowed. */
    @AboutField("holding.attendance")
    ATTENDANCE_IS_A_NUMBER_OF_PEOPLE,
    /** Arguments: the attendance. */
    @AboutField("holding.newcomers")
    NEWCOMERS_ATTENDED,
    /** Arguments: largest number allowed. */
    @AboutField("holding.holders")
    OUTREACH_HAS_SOME_BUT_NOT_TOO_MANY_HOLDERS,
    /** Arguments: day of the session. */
    @AboutField("holding.holders")
    HOLDERS_WERE_MEMBERS_ON_THAT_DAY,
    OUTREACH_CORRECTION_CHANGES_SOMETHING
}
