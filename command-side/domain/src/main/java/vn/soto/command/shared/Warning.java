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
        /** Arguments: day of the help, days after it until which a record is in time. */
        ASSISTANCE_IS_RECORDED_LATE,
        /** Arguments: who is responsible for the household now, since which day. */
        ASSISTANCE_IS_ROUTED_TO_ANOTHER_MEMBER,
        ASSISTANCE_IS_DENIED;

        Warning with(Object... arguments) {
            return new Warning(this, List.of(arguments));
        }
    }
}
