package vn.soto.contracts.shared;

import java.util.List;
import java.util.Optional;

/**
 * A finding in recorded events that a plan or policy wants reviewed; it never stops a command.
 *
 * @param arguments arguments of the code's message, in order
 */
public record Flag(Code code, List<Object> arguments) {

    public Flag {
        arguments = List.copyOf(arguments);
    }

    /** Kinds of finding. */
    public enum Code {
        /** Arguments: households, target. */
        CASELOAD_IS_ABOVE_TARGET,
        /** Arguments: households, over all teams. */
        MEMBER_LEAVES_HOUSEHOLDS_BEHIND,
        HOUSEHOLD_MOVED_OUT_OF_COVERAGE,
        /** Arguments: day on which the consent was needed. */
        CONTACT_LACKS_CONSENT,
        PHOTO_LACKS_CONSENT,
        FOLLOW_UP_LACKS_CONSENT,
        PUBLICATION_LACKS_CONSENT,
        /** Arguments: members, minimum. */
        TEAM_IS_UNDERSTAFFED,
        /** Arguments: first day without a leader. */
        TEAM_HAS_NO_LEADER,
        /** Arguments: first day of that leader. */
        LEADER_IS_NOT_THE_NEIGHBOURHOOD_HEAD,
        /** Arguments: number of units, day of the check. */
        TEAM_COVERS_UNITS_NOT_IN_FORCE,
        /** Arguments: id of the unit; its name where the command's answer says it. */
        UNIT_HAS_NO_TEAM,
        /** Arguments: id of the unit; its name where the command's answer says it. */
        UNIT_HAS_TWO_TEAMS_OF_ONE_LEVEL,
        /** Arguments: first day of the team, day of signature. */
        TEAM_STARTS_BEFORE_ITS_DECISION,
        /** Arguments: due day; none if the report was submitted to the first version. */
        REPORT_IS_LATE,
        /** Arguments: day of the help, days after it until which a record is in time. */
        ASSISTANCE_IS_RECORDED_LATE,
        /** Arguments: id of the member to whom the record is routed, first day of that member's responsibility. */
        ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER,
        ASSISTANCE_IS_DENIED,
        ASSISTANCE_AWAITS_CONFIRMATION,
        /** Arguments: attendance. */
        ATTENDANCE_IS_AN_ESTIMATE,
        /** Arguments: attendance, households expected of the members who held the session. */
        ATTENDANCE_IS_ABOVE_PLAUSIBLE,
        /** Arguments: due day, day of resolution. */
        REQUEST_IS_RESOLVED_LATE,
        /** Arguments: last day for the answer, day of the answer. */
        DATA_REQUEST_IS_ANSWERED_LATE,
        /** Arguments: last day for carrying it out, day on which that was done. */
        DATA_REQUEST_IS_CARRIED_OUT_LATE,
        /**
         * Records rested on what the commit changes for their day, and no longer hold. It is found among the commits before,
         * not in an event. Arguments: number of records.
         */
        RECORDS_ARE_LEFT_BEHIND,
        /** The same events, while the records of their teams are not read yet: how many are left behind is not known. */
        RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET,

        // The following are found among the commits before, not in an event.

        /** Arguments: first day on which the household had left, day of the help. */
        HELPED_HOUSEHOLD_HAD_LEFT,
        /** The same service to the same household by the same member. Arguments: id of the earlier record, day of the help. */
        HELP_IS_RECORDED_ALREADY,
        /** The same service to the same household on one day, by others. Arguments: id of the other team, its name, day of the help. */
        HELP_IS_RECORDED_BY_ANOTHER_TEAM,
        /** Arguments: id of the other team, its name. */
        LEADER_LEADS_ANOTHER_TEAM,
        /** Arguments: day, day of the commit, days ahead that are not far, name of the command that sets it right. */
        DAY_IS_FAR_AHEAD,
        /** Arguments: first day of the membership, quarters with a submitted report from that day on. */
        MEMBERSHIP_REACHES_INTO_A_REPORT,
        /** Arguments: reference, id of the household that has it already. */
        REFERENCE_IS_KNOWN_IN_THE_UNIT,
        /** Its period was closed, and a further version of the report takes it up. Arguments: day, its quarter. */
        COUNTS_IN_AN_AMENDMENT,
        /** Its period was closed, and hands on what arrives. Arguments: day, its quarter, the quarter in which it counts. */
        COUNTS_IN_A_LATER_PERIOD,
        /** While earlier commits are not read, whether one of these holds is not known. */
        EARLIER_RECORDS_ARE_NOT_READ_YET;

        /** A flag of this code with these arguments. */
        public Optional<Flag> with(Object... arguments) {
            return Optional.of(new Flag(this, List.of(arguments)));
        }
    }
}
