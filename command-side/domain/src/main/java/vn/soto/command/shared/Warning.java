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
        /** Arguments: first day of the team, day of signature. */
        TEAM_STARTS_BEFORE_ITS_DECISION,
        REPORT_IS_LATE;

        Warning with(Object... arguments) {
            return new Warning(this, List.of(arguments));
        }
    }
}
