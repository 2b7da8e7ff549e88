package vn.soto.domain.training;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of training sessions. */
public enum TrainingRule implements Rule {
    @AboutField("topics")
    TRAINING_HAS_SOME_TOPIC,
    /** Arguments: largest number of hours. */
    @AboutField({"hours", "attendance.hours"})
    TRAINING_TAKES_SOME_HOURS,
    @AboutField("organisation")
    SUPPORTING_ORGANISER_IS_NAMED,
    TRAINING_IS_NEITHER_HELD_NOR_CANCELLED,
    TRAINING_WAS_HELD,
    TRAINING_IS_NOT_VOIDED,
    TRAINING_IS_VOIDED,
    /** Arguments: day in the command, today. */
    @AboutField("attendance.on")
    TRAINING_IS_NOT_HELD_IN_THE_FUTURE,
    /** Arguments: largest number of attendees. */
    @AboutField("attendance.attendees")
    TRAINING_HAS_SOME_BUT_NOT_TOO_MANY_ATTENDEES,
    /** Arguments: id of the person, id of the team, day of the session. */
    @AboutField("attendance.attendees")
    ATTENDEES_WERE_MEMBERS_ON_THAT_DAY,
    ATTENDANCE_CORRECTION_CHANGES_SOMETHING
}
