package vn.soto.contracts.team;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The state of a team, as far as it decides which commands are possible.
 *
 * @param lastDay      of the team; absent while it goes on
 * @param led          whether it has a leader, now or from a later day on
 * @param deputised    the same of a deputy
 * @param consolidated whether its last consolidation can be corrected
 * @param renamed      whether it has had another name
 * @param moved        whether it has covered other units
 * @param appointed    whether somebody was appointed after its founding
 * @param memberships  all of them
 */
public record TeamStage(
        @Nullable LocalDate lastDay,
        boolean led,
        boolean deputised,
        boolean consolidated,
        boolean renamed,
        boolean moved,
        boolean appointed,
        List<MembershipState> memberships) {

    /** Nobody has decided on its end. */
    public static boolean goesOn(@Nullable LocalDate lastDay) {
        return lastDay == null;
    }

    private boolean hasMembers() {
        return memberships.stream().anyMatch(each -> each.until() == null);
    }

    /** Whether a member could be suspended: nobody is suspended twice. */
    private boolean hasActiveMembers() {
        return memberships.stream().anyMatch(each -> each.until() == null && !isSuspended(each));
    }

    private boolean hasSuspendedMembers() {
        return memberships.stream().anyMatch(TeamStage::isSuspended);
    }

    private static boolean isSuspended(MembershipState membership) {
        return membership.suspensions().stream().anyMatch(known -> known.until() == null);
    }

    private boolean knowsSuspensions() {
        return memberships.stream().anyMatch(each -> !each.suspensions().isEmpty());
    }

    public StateRefusals refusals() {
        boolean goesOn = goesOn(lastDay);
        return new StateRefusals()
                .unless(
                        goesOn,
                        "TEAM_IS_NOT_DISSOLVED",
                        "rename-team",
                        "change-coverage",
                        "review-coverage",
                        "enrol-member",
                        "end-membership",
                        "suspend-member",
                        "resume-member",
                        "appoint-leader",
                        "relieve-leader",
                        "appoint-deputy",
                        "relieve-deputy",
                        "consolidate-teams",
                        "correct-consolidation",
                        "dissolve-team")
                .unless(!goesOn, "TEAM_IS_DISSOLVED", "correct-dissolution")
                .unless(led, "TEAM_HAS_A_LEADER", "relieve-leader")
                .unless(deputised, "TEAM_HAS_A_DEPUTY", "relieve-deputy")
                .unless(hasMembers(), "MEMBERSHIP_HAS_NO_LAST_DAY_YET", "end-membership")
                .unless(hasMembers(), "LEADER_IS_ACTIVE_MEMBER", "appoint-leader")
                .unless(hasMembers(), "DEPUTY_IS_ACTIVE_MEMBER", "appoint-deputy")
                .unless(hasMembers(), "SUSPENDED_PERSON_IS_A_MEMBER", "suspend-member")
                .unless(hasActiveMembers(), "MEMBER_IS_NOT_SUSPENDED_TWICE", "suspend-member")
                .unless(hasSuspendedMembers(), "MEMBER_IS_SUSPENDED", "resume-member")
                .unless(knowsSuspensions(), "SUSPENSION_TO_CORRECT_IS_KNOWN", "correct-suspension")
                .unless(consolidated, "CONSOLIDATION_TO_CORRECT_IS_THE_LAST", "correct-consolidation")
                .unless(renamed, "TEAM_CHANGE_TO_CORRECT_IS_KNOWN", "correct-renaming")
                .unless(moved, "TEAM_CHANGE_TO_CORRECT_IS_KNOWN", "correct-coverage")
                .unless(appointed, "APPOINTMENT_TO_CORRECT_IS_KNOWN", "correct-appointment");
    }
}
