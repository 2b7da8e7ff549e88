package vn.soto.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.RuleViolationMatcher.refusal;
import static vn.soto.domain.assistance.AssistanceRule.HELPERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_MEMBER_BELONGS_TO_TEAM;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.team.TeamRule.CORRECTION_LEAVES_SUSPENSION_OPEN_OR_ENDED;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_NOT_SUSPENDED_TWICE;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_SUSPENDED;
import static vn.soto.domain.team.TeamRule.RESUMPTION_FOLLOWS_SUSPENSION;
import static vn.soto.domain.team.TeamRule.SUSPENDED_PERSON_IS_A_MEMBER;
import static vn.soto.domain.team.TeamRule.SUSPENSIONS_DO_NOT_OVERLAP;
import static vn.soto.domain.team.TeamRule.SUSPENSION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.SUSPENSION_LIES_WITHIN_MEMBERSHIP;
import static vn.soto.domain.team.TeamRule.SUSPENSION_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.SuspensionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.CorrectSuspension;
import vn.soto.domain.team.TeamCommand.ResumeMember;
import vn.soto.domain.team.TeamCommand.SuspendMember;

final class SuspensionTest extends SampleTeam {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Nested
    final class SuspendingAMember {

        @Test
        void keepsTheMembership() {
            team.given(formed())
                    .when(suspend(HUNG, TODAY))
                    .expectEvents(suspended(HUNG, TODAY))
                    .expectState(state -> {
                        assertThat(state.wasMember(HUNG, TODAY)).isTrue();
                        assertThat(state.wasActive(HUNG, YESTERDAY)).isTrue();
                        assertThat(state.wasActive(HUNG, TODAY)).isFalse();
                    });
        }

        @Test
        void comesBeforeAnEndOfTheMembershipThatIsToCome() {
            LocalDate last = TODAY.plusDays(90);
            team.given(formed(), new MembershipEnded(TEAM, HUNG, EndReason.RESIGNED, last))
                    .when(suspend(HUNG, TODAY))
                    .expectEvents(suspended(HUNG, TODAY))
                    .expectState(state -> {
                        assertThat(state.wasMember(HUNG, last)).isTrue();
                        assertThat(state.wasActive(HUNG, YESTERDAY)).isTrue();
                        assertThat(state.wasActive(HUNG, TODAY)).isFalse();
                        assertThat(state.wasActive(HUNG, last)).isFalse();
                    });
            team.given(formed(), new MembershipEnded(TEAM, HUNG, EndReason.RESIGNED, YESTERDAY))
                    .when(suspend(HUNG, TODAY))
                    .expectException(refusal(SUSPENDED_PERSON_IS_A_MEMBER, TODAY));
        }

        @Test
        void leavesTheTeamWithoutALeaderOrDeputyWhoIsSuspended() {
            team.given(formed())
                    .when(suspend(LAN, TODAY))
                    .expectEvents(suspended(LAN, TODAY), new TeamFlaggedLeaderless(TEAM, LAN, TODAY));
            team.given(formed(), deputy(HUNG, FOUNDED))
                    .when(suspend(HUNG, TODAY))
                    .expectEvents(suspended(HUNG, TODAY), new DeputyRelieved(TEAM, HUNG, TODAY));
        }

        @Test
        void warnsOfALeaderWhoIsSuspended() {
            Scenario.at(NOW)
                    .given(units())
                    .given(formTeam())
                    .when(suspend(LAN, TODAY))
                    .warns(new Warning(Code.TEAM_HAS_NO_LEADER, List.of(TODAY)));
        }

        @Test
        void refusesWhoIsNoMemberYetAndAcceptsTheFirstDay() {
            team.given(formed(), enrolled(TUAN, TODAY))
                    .when(suspend(TUAN, YESTERDAY))
                    .expectException(refusal(SUSPENDED_PERSON_IS_A_MEMBER, YESTERDAY));
            team.given(formed(), enrolled(TUAN, TODAY))
                    .when(suspend(TUAN, TODAY))
                    .expectEvents(suspended(TUAN, TODAY));
            team.given(formed())
                    .when(suspend(TUAN, TODAY))
                    .expectException(refusal(SUSPENDED_PERSON_IS_A_MEMBER, TODAY));
        }

        @Test
        void refusesWhoIsSuspended() {
            team.given(formed(), suspended(HUNG, TODAY))
                    .when(suspend(HUNG, TOMORROW))
                    .expectException(refusal(MEMBER_IS_NOT_SUSPENDED_TWICE));
        }

        @Test
        void acceptsTheDayOfReturnAndRefusesTheDayBefore() {
            team.given(formed(), suspended(HUNG, FOUNDED), resumed(HUNG, TODAY))
                    .when(suspend(HUNG, YESTERDAY))
                    .expectException(refusal(SUSPENSIONS_DO_NOT_OVERLAP, YESTERDAY));
            team.given(formed(), suspended(HUNG, FOUNDED), resumed(HUNG, TODAY))
                    .when(suspend(HUNG, TODAY))
                    .expectEvents(suspended(HUNG, TODAY));
        }

        @Test
        void asksForAReasonWithoutPersonalNumbers() {
            team.given(formed())
                    .when(new SuspendMember(TEAM, HUNG, TODAY, "gọi 0912345678"))
                    .expectException(refusal(REASON_HOLDS_NO_PERSONAL_NUMBER));
        }

        @Test
        void refusesADissolvedTeam() {
            team.given(formed(), dissolved(TODAY))
                    .when(suspend(HUNG, TOMORROW))
                    .expectException(refusal(TEAM_IS_NOT_DISSOLVED, TODAY));
        }
    }

    @Nested
    final class ResumingAMember {

        @Test
        void letsTheMemberActAgainFromThatDayOn() {
            team.given(formed(), suspended(HUNG, YESTERDAY))
                    .when(new ResumeMember(TEAM, HUNG, TODAY))
                    .expectEvents(resumed(HUNG, TODAY))
                    .expectState(state -> {
                        assertThat(state.wasActive(HUNG, YESTERDAY)).isFalse();
                        assertThat(state.wasActive(HUNG, TODAY)).isTrue();
                    });
        }

        @Test
        void refusesWhoIsNotSuspended() {
            team.given(formed(), suspended(HUNG, FOUNDED), resumed(HUNG, TODAY))
                    .when(new ResumeMember(TEAM, HUNG, TOMORROW))
                    .expectException(refusal(MEMBER_IS_SUSPENDED));
        }

        @Test
        void refusesTheFirstDayOfSuspensionAndAcceptsTheDayAfter() {
            team.given(formed(), suspended(HUNG, TODAY))
                    .when(new ResumeMember(TEAM, HUNG, TODAY))
                    .expectException(refusal(RESUMPTION_FOLLOWS_SUSPENSION, TODAY));
            team.given(formed(), suspended(HUNG, TODAY))
                    .when(new ResumeMember(TEAM, HUNG, TOMORROW))
                    .expectEvents(resumed(HUNG, TOMORROW));
        }

        @Test
        void refusesWhoHasLeftMeanwhileAlsoAfterAReturn() {
            team.given(formed(), suspended(HUNG, FOUNDED), ended(HUNG, TODAY), enrolled(HUNG, TOMORROW))
                    .when(new ResumeMember(TEAM, HUNG, TOMORROW))
                    .expectException(refusal(MEMBER_IS_SUSPENDED));
            team.given(formed(), suspended(HUNG, TOMORROW), ended(HUNG, TODAY), enrolled(HUNG, TOMORROW))
                    .when(suspend(HUNG, TOMORROW))
                    .expectEvents(suspended(HUNG, TOMORROW));
        }

        @Test
        void refusesADissolvedTeam() {
            team.given(formed(), suspended(HUNG, FOUNDED), dissolved(TODAY))
                    .when(new ResumeMember(TEAM, HUNG, TOMORROW))
                    .expectException(refusal(TEAM_IS_NOT_DISSOLVED, TODAY));
        }
    }

    @Test
    void keepsAMemberFromHelpingAndFromTakingHouseholdsOnThoseDaysOnly() {
        Scenario scenario =
                Scenario.at(NOW).given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET), suspend(HUNG, TODAY));

        scenario.when(record(NOW, HUNG)).isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY);
        scenario.when(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, TODAY))
                .isRefusedBy(RESPONSIBLE_MEMBER_BELONGS_TO_TEAM, TODAY);
        scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, YESTERDAY), record(NOW.minusSeconds(86_400), HUNG));
    }

    private static SuspendMember suspend(MemberId member, LocalDate firstDay) {
        return new SuspendMember(TEAM, member, firstDay, "Đi vắng dài ngày");
    }

    @Nested
    final class CorrectingASuspension {

        private static final LocalDate EARLIER = TODAY.minusDays(9);

        private static CorrectSuspension correct(@Nullable LocalDate first, @Nullable LocalDate last) {
            return new CorrectSuspension(TEAM, HUNG, YESTERDAY, first, last, "Ghi nhầm ngày");
        }

        private static SuspensionCorrected corrected(@Nullable LocalDate first, @Nullable LocalDate last) {
            return new SuspensionCorrected(TEAM, HUNG, YESTERDAY, first, last);
        }

        @Test
        void changesTheDaysOnWhichTheMemberActs() {
            team.given(formed(), suspended(HUNG, YESTERDAY))
                    .when(correct(TODAY, null))
                    .expectEvents(corrected(TODAY, null))
                    .expectState(state -> {
                        assertThat(state.wasActive(HUNG, YESTERDAY)).isTrue();
                        assertThat(state.wasActive(HUNG, TODAY)).isFalse();
                    });
            team.given(formed(), suspended(HUNG, YESTERDAY), resumed(HUNG, TODAY))
                    .when(correct(EARLIER, EARLIER))
                    .expectEvents(corrected(EARLIER, EARLIER))
                    .expectState(state ->
                            assertThat(state.wasActive(HUNG, YESTERDAY)).isTrue());
        }

        @Test
        void takesItBack() {
            team.given(formed(), suspended(HUNG, YESTERDAY))
                    .when(correct(null, null))
                    .expectEvents(corrected(null, null))
                    .expectState(
                            state -> assertThat(state.wasActive(HUNG, TOMORROW)).isTrue());
        }

        @Test
        void refusesWhatIsNotKnownOrChangesNothingOrEndsOtherwise() {
            team.given(formed(), suspended(HUNG, TODAY))
                    .when(correct(null, null))
                    .expectException(refusal(SUSPENSION_TO_CORRECT_IS_KNOWN, YESTERDAY));
            team.given(formed(), suspended(HUNG, YESTERDAY))
                    .when(correct(YESTERDAY, null))
                    .expectException(refusal(SUSPENSION_CORRECTION_CHANGES_SOMETHING));
            team.given(formed(), suspended(HUNG, YESTERDAY))
                    .when(correct(YESTERDAY, TODAY))
                    .expectException(refusal(CORRECTION_LEAVES_SUSPENSION_OPEN_OR_ENDED));
            team.given(formed(), suspended(HUNG, YESTERDAY))
                    .when(correct(null, TODAY))
                    .expectException(refusal(CORRECTION_LEAVES_SUSPENSION_OPEN_OR_ENDED));
        }

        @Test
        void staysWithinTheMembershipAndBesideOtherSuspensions() {
            team.given(formed(), suspended(HUNG, YESTERDAY))
                    .when(correct(FOUNDED.minusDays(1), null))
                    .expectException(refusal(SUSPENSION_LIES_WITHIN_MEMBERSHIP, FOUNDED.minusDays(1)));
            team.given(
                            formed(),
                            suspended(HUNG, EARLIER),
                            resumed(HUNG, EARLIER.plusDays(2)),
                            suspended(HUNG, YESTERDAY))
                    .when(correct(EARLIER.plusDays(1), null))
                    .expectException(refusal(SUSPENSIONS_DO_NOT_OVERLAP, EARLIER.plusDays(1)));
        }
    }
}
