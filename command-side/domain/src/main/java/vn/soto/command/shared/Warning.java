package vn.soto.command.shared;

import java.util.List;

/**
 * Something recorded that a plan or policy asks people to look at; it never stops a command.
 *
 * @param arguments what the messages of the code name, in their order
 */
public record Warning(Code code, List<Object> arguments) {

    public Warning {
        arguments = List.copyOf(arguments);
    }

    /** What there is to look at. */
    public enum Code {
        /** Arguments: households, target. */
        CASELOAD_IS_ABOVE_TARGET,
        /** Arguments: members, minimum. */
        TEAM_IS_UNDERSTAFFED,
        /** Arguments: first day without a leader. */
        TEAM_HAS_NO_LEADER,
        /** Arguments: first day of the team, day of signature. */
        TEAM_STARTS_BEFORE_ITS_DECISION,
        REPORT_IS_LATE,
        /** Arguments: attendance. */
        ATTENDANCE_IS_AN_ESTIMATE,
        /** Arguments: attendance, households expected of those who held the session. */
        ATTENDANCE_IS_ABOVE_PLAUSIBLE,
        /** Arguments: due day, day of resolution. */
        REQUEST_IS_RESOLVED_LATE;

        Warning with(Object... arguments) {
            return new Warning(this, List.of(arguments));
        }
    }
}
