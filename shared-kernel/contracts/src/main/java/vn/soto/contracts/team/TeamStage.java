package vn.soto.contracts.team;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The state of a team, as far as it decides which commands are possible.
 *
 * @param lastDay      of the team; absent while it goes on
 * @param consolidated whether its last consolidation can be corrected
 * @param renamed      whether it has had another name
 * @param moved        whether it has covered other units
 * @param appointed    whether somebody was appointed after its founding
 * @param memberships  all of them
 */
public record TeamStage(
        @Nullable LocalDate lastDay,
        OfficeStage leader,
        OfficeStage deputy,
        boolean consolidated,
        boolean renamed,
        boolean moved,
        boolean appointed,
        List<MembershipState> memberships) {

    /**
     * An office.
     *
     * @param held     whether somebody holds it, now or from a later day on
     * @param fillable whether somebody else may be appointed, now or from a later day on
     */
    public record OfficeStage(boolean held, boolean fillable) {}

    /** Nobody has decided on its end. */
    public static boolean goesOn(@Nullable LocalDate lastDay) {
        return lastDay == null;
    }

    /** Those that are not over. */
    private Stream<MembershipState> members(LocalDate today) {
        return memberships.stream()
                .filter(each -> each.until() == null || !each.until().isBefore(today));
    }

    /** Whether a membership ends with the team, or not at all. */
    private boolean hasMembersToTheEnd() {
        return memberships.stream()
                .anyMatch(each -> each.until() == null || each.until().equals(lastDay));
    }

    private boolean knowsSuspensions() {
        return memberships.stream().anyMatch(each -> !each.suspensions().isEmpty());
    }

    /** Refusals for today: until a last day that is to come the team works as others do. */
    public StateRefusals refusals(LocalDate today) {
        boolean goesOn = goesOn(lastDay);
        boolean hasMembers = members(today).findAny().isPresent();
        StateRefusals refusals = new StateRefusals()
                .unless(
                        lastDay == null || !today.isAfter(lastDay),
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
                        "relieve-deputy")
                .unless(goesOn, "TEAM_IS_NOT_DISSOLVED", "consolidate-teams", "correct-consolidation", "dissolve-team")
                .unless(!goesOn, "TEAM_IS_DISSOLVED", "correct-dissolution")
                .unless(hasMembersToTheEnd(), "MEMBERSHIP_HAS_NO_LAST_DAY_YET", "end-membership")
                .unless(hasMembers, "SUSPENDED_PERSON_IS_A_MEMBER", "suspend-member")
                .unless(
                        members(today).anyMatch(each -> each.lasting().isEmpty()),
                        "MEMBER_IS_NOT_SUSPENDED_TWICE",
                        "suspend-member")
                .unless(
                        members(today).anyMatch(each -> each.lasting().isPresent()),
                        "MEMBER_IS_SUSPENDED",
                        "resume-member")
                .unless(knowsSuspensions(), "SUSPENSION_TO_CORRECT_IS_KNOWN", "correct-suspension")
                .unless(consolidated, "CONSOLIDATION_TO_CORRECT_IS_THE_LAST", "correct-consolidation")
                .unless(renamed, "TEAM_CHANGE_TO_CORRECT_IS_KNOWN", "correct-renaming")
                .unless(moved, "TEAM_CHANGE_TO_CORRECT_IS_KNOWN", "correct-coverage")
                .unless(appointed, "APPOINTMENT_TO_CORRECT_IS_KNOWN", "correct-appointment");
        return officesOf(refusals, hasMembers);
    }

    private StateRefusals officesOf(StateRefusals refusals, boolean hasMembers) {
        return refusals.unless(leader.held, "TEAM_HAS_A_LEADER", "relieve-leader")
                .unless(deputy.held, "TEAM_HAS_A_DEPUTY", "relieve-deputy")
                .unless(hasMembers, "LEADER_IS_ACTIVE_MEMBER", "appoint-leader")
                .unless(hasMembers, "DEPUTY_IS_ACTIVE_MEMBER", "appoint-deputy")
                .unless(leader.fillable, "LEADER_IS_SOMEONE_ELSE_THAN_BEFORE", "appoint-leader")
                .unless(
                        deputy.fillable,
                        deputy.held ? "DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE" : "DEPUTY_IS_NOT_THE_LEADER",
                        "appoint-deputy");
    }
}
