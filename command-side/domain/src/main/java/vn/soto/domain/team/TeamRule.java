package vn.soto.domain.team;

import vn.soto.domain.shared.Rule;

/** Rules of teams. */
public enum TeamRule implements Rule {
    /** Arguments: minimum, number in the command. */
    TEAM_HAS_ENOUGH_MEMBERS,
    FOUNDING_MEMBERS_ARE_DISTINCT,
    LEADER_IS_FOUNDING_MEMBER,
    TEAM_COVERS_SOME_UNIT,
    /** Arguments: id of the unit that is not residential. */
    COVERED_UNITS_ARE_RESIDENTIAL,
    MEMBER_IS_NOT_ENROLLED_TWICE,
    /** Arguments: first day of the team. */
    MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM,
    /** Arguments: last day of the earlier membership. */
    MEMBERSHIPS_DO_NOT_OVERLAP,
    MEMBER_IS_ACTIVE,
    /** Arguments: first day of the membership. */
    MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY,
    /** Arguments: day of appointment. */
    LEADER_IS_ACTIVE_MEMBER,
    LEADER_IS_SOMEONE_ELSE_THAN_BEFORE,
    /** Arguments: day of the last appointment. */
    APPOINTMENTS_ARE_IN_ORDER,
    TEAM_HAS_A_LEADER,
    /** Arguments: day of appointment. */
    DEPUTY_IS_ACTIVE_MEMBER,
    DEPUTY_IS_NOT_THE_LEADER,
    DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE,
    TEAM_HAS_A_DEPUTY,
    /** Arguments: last day of the team. */
    TEAM_IS_NOT_DISSOLVED,
    /** Arguments: day of the last change of the same kind. */
    CHANGES_ARE_IN_ORDER,
    TEAM_NAME_CHANGES,
    COVERAGE_CHANGES,
    /** Arguments: first day of suspension. */
    SUSPENDED_PERSON_IS_A_MEMBER,
    MEMBER_IS_NOT_SUSPENDED_TWICE,
    /** Arguments: last day of the earlier suspension. */
    SUSPENSIONS_DO_NOT_OVERLAP,
    MEMBER_IS_SUSPENDED,
    /** Arguments: first day of the suspension. */
    RESUMPTION_FOLLOWS_SUSPENSION,
    /** Arguments: first day for which there is no membership. */
    MEMBERSHIP_TO_CORRECT_IS_KNOWN,
    CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED,
    MEMBERSHIP_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: first day of the other membership. */
    CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER,
    /** Arguments: first day of the suspension. */
    SUSPENSION_LIES_WITHIN_MEMBERSHIP,
    ABSORBED_TEAMS_ARE_OTHERS,
    /** Arguments: id of the team, last day with a recorded change. */
    DECISION_FOLLOWS_ALL_CHANGES,
    FOUNDING_DECISION_CHANGES,
    /** Arguments: day for which there is no such appointment. */
    APPOINTMENT_TO_CORRECT_IS_KNOWN,
    APPOINTMENT_DAY_CHANGES,
    /** Arguments: first and last possible day. */
    CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS
}
