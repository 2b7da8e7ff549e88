package vn.soto.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.RuleViolationMatcher.refusal;
import static vn.soto.domain.team.TeamRule.APPOINTMENTS_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_NOT_THE_LEADER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_A_DEPUTY;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_A_LEADER;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.RelieveDeputy;
import vn.soto.domain.team.TeamCommand.RelieveLeader;

final class OfficesTest extends SampleTeam {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Nested
    final class AppointingADeputy {

        @Test
        void acceptsAnyMember() {
            team.given(formed()).when(appoint(HUNG, TODAY)).expectEvents(deputy(HUNG, TODAY));
        }

        @Test
        void replacesTheDeputyThereIs() {
            team.given(formed(), deputy(HUNG, TODAY)).when(appoint(MAI, TODAY)).expectEvents(deputy(MAI, TODAY));
        }

        @Test
        void refusesTheLeader() {
            team.given(formed()).when(appoint(LAN, TODAY)).expectException(refusal(DEPUTY_IS_NOT_THE_LEADER));
        }

        @Test
        void refusesTheDeputyInOffice() {
            team.given(formed(), deputy(HUNG, FOUNDED))
                    .when(appoint(HUNG, TODAY))
                    .expectException(refusal(DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE));
        }

        @Test
        void refusesWhoIsNoMember() {
            team.given(formed()).when(appoint(TUAN, TODAY)).expectException(refusal(DEPUTY_IS_ACTIVE_MEMBER, TODAY));
        }

        @Test
        void acceptsTheFirstDayOfMembershipAndRefusesTheDayBefore() {
            team.given(formed(), enrolled(TUAN, TOMORROW))
                    .when(appoint(TUAN, TODAY))
                    .expectException(refusal(DEPUTY_IS_ACTIVE_MEMBER, TODAY));
            team.given(formed(), enrolled(TUAN, TOMORROW))
                    .when(appoint(TUAN, TOMORROW))
                    .expectEvents(deputy(TUAN, TOMORROW));
        }

        @Test
        void refusesWhoIsSuspendedAndAcceptsTheDayOfReturn() {
            team.given(formed(), suspended(HUNG, FOUNDED), resumed(HUNG, TODAY))
                    .when(appoint(HUNG, TODAY.minusDays(1)))
                    .expectException(refusal(DEPUTY_IS_ACTIVE_MEMBER, TODAY.minusDays(1)));
            team.given(formed(), suspended(HUNG, FOUNDED), resumed(HUNG, TODAY))
                    .when(appoint(HUNG, TODAY))
                    .expectEvents(deputy(HUNG, TODAY));
        }

        @Test
        void refusesADayBeforeTheLastAppointment() {
            team.given(formed(), deputy(HUNG, TODAY))
                    .when(appoint(MAI, TODAY.minusDays(1)))
                    .expectException(refusal(CHANGES_ARE_IN_ORDER, TODAY));
        }

        @Test
        void refusesADissolvedTeam() {
            team.given(formed(), dissolved(TODAY))
                    .when(appoint(HUNG, TODAY.plusDays(1)))
                    .expectException(refusal(TEAM_IS_NOT_DISSOLVED, TODAY));
        }
    }

    @Nested
    final class BeforeAComingAppointment {

        private static final LocalDate NEXT_MONTH = TODAY.plusMonths(1);

        @Test
        void anotherLeadsUntilThen() {
            team.given(formed(), led(HUNG, NEXT_MONTH))
                    .when(new AppointLeader(TEAM, MAI, TOMORROW))
                    .expectEvents(
                            led(MAI, TOMORROW),
                            new TeamFlaggedLedByAnother(TEAM, MAI, MemberOrigin.YOUTH_UNION, TOMORROW))
                    .expectState(state -> {
                        assertThat(state.offices.led(LAN, TODAY)).isTrue();
                        assertThat(state.offices.led(MAI, TOMORROW)).isTrue();
                        assertThat(state.offices.led(HUNG, NEXT_MONTH)).isTrue();
                        assertThat(state.isLedBy(HUNG, TODAY)).isTrue();
                        assertThat(state.isLedBy(LAN, TOMORROW)).isFalse();
                    });
        }

        @Test
        void aLeaderWhoLeavesLeavesTheOfficeVacantUntilThen() {
            team.given(formed(), enrolled(TUAN, FOUNDED), led(HUNG, NEXT_MONTH))
                    .when(new EndMembership(TEAM, LAN, EndReason.MOVED_AWAY, TODAY))
                    .expectEvents(ended(LAN, TODAY), new TeamFlaggedLeaderless(TEAM, LAN, TOMORROW))
                    .expectState(state -> {
                        assertThat(state.offices.led(LAN, TOMORROW)).isFalse();
                        assertThat(state.offices.led(HUNG, NEXT_MONTH)).isTrue();
                    });
        }

        @Test
        void whoWillLeadDoesNotBecomeDeputy() {
            team.given(formed(), led(HUNG, NEXT_MONTH))
                    .when(appoint(HUNG, TODAY))
                    .expectException(refusal(DEPUTY_IS_NOT_THE_LEADER));
            team.given(formed(), deputy(HUNG, NEXT_MONTH))
                    .when(appoint(MAI, TODAY))
                    .expectEvents(deputy(MAI, TODAY));
        }
    }

    @Nested
    final class RelievingTheDeputy {

        @Test
        void leavesTheTeamWithoutOne() {
            team.given(formed(), deputy(HUNG, TODAY))
                    .when(new RelieveDeputy(TEAM, TODAY))
                    .expectEvents(new DeputyRelieved(TEAM, HUNG, TODAY));
        }

        @Test
        void refusesATeamWithoutOne() {
            team.given(formed(), deputy(HUNG, FOUNDED), new DeputyRelieved(TEAM, HUNG, TODAY))
                    .when(new RelieveDeputy(TEAM, TODAY))
                    .expectException(refusal(TEAM_HAS_A_DEPUTY));
        }

        @Test
        void refusesADayBeforeTheAppointment() {
            team.given(formed(), deputy(HUNG, TODAY))
                    .when(new RelieveDeputy(TEAM, TODAY.minusDays(1)))
                    .expectException(refusal(CHANGES_ARE_IN_ORDER, TODAY));
        }

        @Test
        void refusesADissolvedTeam() {
            team.given(formed(), deputy(HUNG, FOUNDED), dissolved(TODAY))
                    .when(new RelieveDeputy(TEAM, TODAY.plusDays(1)))
                    .expectException(refusal(TEAM_IS_NOT_DISSOLVED, TODAY));
        }

        @Test
        void followsFromLeavingTheTeam() {
            team.given(formed(), enrolled(TUAN, FOUNDED), deputy(HUNG, FOUNDED))
                    .when(new EndMembership(TEAM, HUNG, EndReason.MOVED_AWAY, TODAY))
                    .expectEvents(ended(HUNG, TODAY), new DeputyRelieved(TEAM, HUNG, TOMORROW));
        }
    }

    @Nested
    final class RelievingTheLeader {

        @Test
        void flagsTheTeamAndKeepsTheMember() {
            team.given(formed())
                    .when(new RelieveLeader(TEAM, TODAY))
                    .expectEvents(new LeaderRelieved(TEAM, LAN, TODAY), new TeamFlaggedLeaderless(TEAM, LAN, TODAY))
                    .expectState(
                            state -> assertThat(state.wasActive(LAN, TOMORROW)).isTrue());
        }

        @Test
        void refusesALeaderlessTeam() {
            team.given(formed(), new LeaderRelieved(TEAM, LAN, TODAY), new TeamFlaggedLeaderless(TEAM, LAN, TODAY))
                    .when(new RelieveLeader(TEAM, TOMORROW))
                    .expectException(refusal(TEAM_HAS_A_LEADER));
        }

        @Test
        void acceptsTheDayOfAppointmentAndRefusesTheDayBefore() {
            team.given(formed(), led(HUNG, TODAY))
                    .when(new RelieveLeader(TEAM, TODAY.minusDays(1)))
                    .expectException(refusal(APPOINTMENTS_ARE_IN_ORDER, TODAY));
            team.given(formed(), led(HUNG, TODAY))
                    .when(new RelieveLeader(TEAM, TODAY))
                    .expectEvents(new LeaderRelieved(TEAM, HUNG, TODAY), new TeamFlaggedLeaderless(TEAM, HUNG, TODAY));
        }

        @Test
        void refusesADissolvedTeam() {
            team.given(formed(), dissolved(TODAY))
                    .when(new RelieveLeader(TEAM, TODAY.plusDays(1)))
                    .expectException(refusal(TEAM_IS_NOT_DISSOLVED, TODAY));
        }
    }

    private static AppointDeputy appoint(MemberId member, LocalDate from) {
        return new AppointDeputy(TEAM, member, from);
    }
}
