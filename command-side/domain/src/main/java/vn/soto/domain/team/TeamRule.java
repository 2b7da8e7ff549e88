package vn.soto.domain.team;

import vn.soto.domain.shared.AboutField;
import vn.soto.domain.shared.Rule;

/** Rules of teams. */
public enum TeamRule implements Rule {
    /** Arguments: minimum, number in the command. */
    @AboutField("members")
    TEAM_HAS_ENOUGH_MEMBERS,
    @AboutField("members")
    FOUNDING_MEMBERS_ARE_DISTINCT,
    @AboutField("leader")
    LEADER_IS_FOUNDING_MEMBER,
    @AboutField("coverage")
    TEAM_COVERS_SOME_UNIT,
    /** Arguments: id of the unit that is not residential. */
    @AboutField("coverage")
    COVERED_UNITS_ARE_RESIDENTIAL,
    @AboutField("member")
    MEMBER_IS_NOT_ENROLLED_TWICE,
    /** Arguments: first day of the team. */
    @AboutField("effectiveFrom")
    MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM,
    /** Arguments: last day of the earlier membership. */
    MEMBERSHIPS_DO_NOT_OVERLAP,
    @AboutField("member")
    MEMBER_IS_ACTIVE,
    /** Arguments: last day as recorded. */
    @AboutField("lastDay")
    MEMBERSHIP_HAS_NO_LAST_DAY_YET,
    /** Arguments: first day of the membership. */
    @AboutField("lastDay")
    MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY,
    /** Arguments: day of appointment. */
    @AboutField({"member", "leader"})
    LEADER_IS_ACTIVE_MEMBER,
    @AboutField("member")
    LEADER_IS_SOMEONE_ELSE_THAN_BEFORE,
    /** Arguments: day of the last appointment. */
    @AboutField("effectiveFrom")
    APPOINTMENTS_ARE_IN_ORDER,
    TEAM_HAS_A_LEADER,
    /** Arguments: day of appointment. */
    DEPUTY_IS_ACTIVE_MEMBER,
    @AboutField("member")
    DEPUTY_IS_NOT_THE_LEADER,
    @AboutField("member")
    DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE,
    TEAM_HAS_A_DEPUTY,
    /** Arguments: last day of the team. */
    TEAM_IS_NOT_DISSOLVED,
    /** Arguments: day of the last change of the same kind. */
    CHANGES_ARE_IN_ORDER,
    @AboutField("name")
    TEAM_NAME_CHANGES,
    @AboutField("coverage")
    COVERAGE_CHANGES,
    /** Arguments: first day of suspension. */
    @AboutField("member")
    SUSPENDED_PERSON_IS_A_MEMBER,
    @AboutField("member")
    MEMBER_IS_NOT_SUSPENDED_TWICE,
    /** Arguments: last day of the earlier suspension. */
    SUSPENSIONS_DO_NOT_OVERLAP,
    @AboutField("member")
    MEMBER_IS_SUSPENDED,
    /** Arguments: first day of the suspension. */
    @AboutField("firstDay")
    RESUMPTION_FOLLOWS_SUSPENSION,
    /** Arguments: first day for which there is no membership. */
    @AboutField("enteredFrom")
    MEMBERSHIP_TO_CORRECT_IS_KNOWN,
    CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED,
    MEMBERSHIP_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: first day of the other membership. */
    CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER,
    /** Arguments: first day of the suspension. */
    SUSPENSION_LIES_WITHIN_MEMBERSHIP,
    /** Arguments: first day as entered. */
    @AboutField("enteredFrom")
    SUSPENSION_TO_CORRECT_IS_KNOWN,
    @AboutField("lastDay")
    CORRECTION_LEAVES_SUSPENSION_OPEN_OR_ENDED,
    SUSPENSION_CORRECTION_CHANGES_SOMETHING,
    @AboutField("absorbed")
    ABSORBED_TEAMS_ARE_OTHERS,
    /** Arguments: name of the team, last day with a recorded change. */
    DECISION_FOLLOWS_ALL_CHANGES,
    @AboutField("foundingDecision")
    FOUNDING_DECISION_CHANGES,
    /** Arguments: day from which no such change was entered. */
    @AboutField("enteredFrom")
    TEAM_CHANGE_TO_CORRECT_IS_KNOWN,
    @AboutField("effectiveFrom")
    TEAM_CHANGE_DAY_CHANGES,
    /** Arguments: first and last possible day. */
    @AboutField("effectiveFrom")
    CORRECTED_TEAM_CHANGE_LIES_BETWEEN_ITS_NEIGHBOURS,
    /** Arguments: day as entered. */
    @AboutField("enteredFrom")
    CONSOLIDATION_TO_CORRECT_IS_THE_LAST,
    @AboutField("effectiveFrom")
    CONSOLIDATION_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: most events of households in one commit. */
    CORRECTED_CONSOLIDATION_CHANGES_NOT_TOO_MANY_HOUSEHOLDS,
    TEAM_IS_DISSOLVED,
    @AboutField("lastDay")
    DISSOLUTION_CORRECTION_CHANGES_SOMETHING,
    /** Arguments: day for which there is no such appointment. */
    @AboutField("enteredFrom")
    APPOINTMENT_TO_CORRECT_IS_KNOWN,
    @AboutField("effectiveFrom")
    APPOINTMENT_DAY_CHANGES,
    /** Arguments: first and last possible day. */
    @AboutField("effectiveFrom")
    CORRECTED_APPOINTMENT_LIES_BETWEEN_ITS_NEIGHBOURS
}
