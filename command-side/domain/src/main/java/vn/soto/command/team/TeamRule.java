package vn.soto.command.team;

import vn.soto.command.shared.Rule;

/** Rules of teams. */
public enum TeamRule implements Rule {
    /** Arguments: minimum, number given. */
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
    APPOINTMENTS_ARE_IN_ORDER
}
