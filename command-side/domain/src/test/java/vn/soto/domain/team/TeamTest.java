package vn.soto.domain.team;

import static vn.soto.domain.RuleViolationMatcher.refusal;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.team.TeamRule.APPOINTMENTS_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.LEADER_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.LEADER_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.MEMBERSHIPS_DO_NOT_OVERLAP;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_HAS_NO_LAST_DAY_YET;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_ACTIVE;
import static vn.soto.domain.team.TeamRule.MEMBER_IS_NOT_ENROLLED_TWICE;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.domain.shared.Days;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;

final class TeamTest extends SampleTeam {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Nested
    final class EnrollingAMember {

        @Test
        void startsAMembership() {
            team.given(formed()).when(enrol(TUAN, TODAY)).expectEvents(enrolled(TUAN, TODAY));
        }

        @Test
        void acceptsTheFirstDayOfTheTeamAndRefusesTheDayBefore() {
            team.given(formed()).when(enrol(TUAN, FOUNDED)).expectEvents(enrolled(TUAN, FOUNDED));
            team.given(formed())
                    .when(enrol(TUAN, FOUNDED.minusDays(1)))
                    .expectException(refusal(MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM, FOUNDED));
        }

        @Test
        void refusesWhoIsAMemberAlready() {
            team.given(formed())
                    .when(enrol(LAN, TODAY))
                    .expectNoEvents()
                    .expectException(refusal(MEMBER_IS_NOT_ENROLLED_TWICE));
        }

        @Test
        void refusesToReturnOnTheLastDayOfTheEarlierMembershipAndAcceptsTheDayAfter() {
            team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                    .when(enrol(TUAN, TODAY))
                    .expectException(refusal(MEMBERSHIPS_DO_NOT_OVERLAP, TODAY));
            team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                    .when(enrol(TUAN, TOMORROW))
                    .expectEvents(enrolled(TUAN, TOMORROW));
        }

        @Test
        void refusesAPersonalNumberAsIdAndTakesAUuid() {
            MemberId uuid = new MemberId("01937600-0000-7000-8000-079203001234");

            team.given(formed())
                    .when(enrol(new MemberId("m-079203001234"), TODAY))
                    .expectNoEvents()
                    .expectException(refusal(ID_HOLDS_NO_PERSONAL_NUMBER));
            team.given(formed()).when(enrol(uuid, TODAY)).expectEvents(enrolled(uuid, TODAY));
        }

        @Test
        void acceptsTheLastDayOfTheCalendar() {
            team.given(formed()).when(enrol(TUAN, Days.LAST)).expectEvents(enrolled(TUAN, Days.LAST));
        }

        @Test
        void restoresStaffingAtTheMinimumOnly() {
            team.given(formed(), ended(MAI, TODAY), understaffed(2), ended(HUNG, TODAY), understaffed(1))
                    .when(enrol(TUAN, TOMORROW))
                    .expectEvents(enrolled(TUAN, TOMORROW));
            team.given(formed(), ended(MAI, TODAY), understaffed(2))
                    .when(enrol(TUAN, TOMORROW))
                    .expectEvents(enrolled(TUAN, TOMORROW), new TeamStaffingRestored(TEAM, 3, 3, TOMORROW));
        }

        @Test
        void restoresNothingTwice() {
            team.given(
                            formed(),
                            ended(MAI, TODAY),
                            understaffed(2),
                            enrolled(TUAN, TOMORROW),
                            new TeamStaffingRestored(TEAM, 3, 3, TOMORROW))
                    .when(enrol(MAI, TOMORROW))
                    .expectEvents(enrolled(MAI, TOMORROW));
        }
    }

    @Nested
    final class EndingAMembership {

        @Test
        void keepsATeamOfEnoughMembersAsItIs() {
            team.given(formed(), enrolled(TUAN, FOUNDED))
                    .when(movesAway(TUAN, TODAY))
                    .expectEvents(ended(TUAN, TODAY));
        }

        @Test
        void flagsATeamThatFallsBelowTheMinimum() {
            team.given(formed()).when(movesAway(MAI, TODAY)).expectEvents(ended(MAI, TODAY), understaffed(2));
        }

        @Test
        void flagsATeamWhoseLeaderLeaves() {
            team.given(formed(), enrolled(TUAN, FOUNDED))
                    .when(movesAway(LAN, TODAY))
                    .expectEvents(ended(LAN, TODAY), new TeamFlaggedLeaderless(TEAM, LAN, TOMORROW));
        }

        @Test
        void doesNotFlagTheTeamWhenAFormerLeaderLeaves() {
            team.given(formed(), enrolled(TUAN, FOUNDED), led(HUNG, TODAY))
                    .when(movesAway(LAN, TODAY))
                    .expectEvents(ended(LAN, TODAY));
        }

        @Test
        void acceptsTheFirstDayAsTheLastAndRefusesTheDayBefore() {
            team.given(formed(), enrolled(TUAN, TODAY))
                    .when(movesAway(TUAN, TODAY))
                    .expectEvents(ended(TUAN, TODAY));
            team.given(formed(), enrolled(TUAN, TODAY))
                    .when(movesAway(TUAN, TODAY.minusDays(1)))
                    .expectException(refusal(MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY, TODAY));
        }

        @Test
        void acceptsTheLastDayOfTheCalendar() {
            team.given(formed(), enrolled(TUAN, TODAY))
                    .when(movesAway(TUAN, Days.LAST))
                    .expectEvents(ended(TUAN, Days.LAST));
        }

        @Test
        void refusesWhoIsNoMember() {
            team.given(formed()).when(movesAway(TUAN, TODAY)).expectException(refusal(MEMBER_IS_ACTIVE));
        }

        @Test
        void saysOfWhomALastDayIsRecordedThatItIsToBeCorrected() {
            team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                    .when(movesAway(TUAN, TODAY.minusDays(1)))
                    .expectException(refusal(MEMBERSHIP_HAS_NO_LAST_DAY_YET, TODAY));
        }
    }

    @Nested
    final class AppointingALeader {

        @Test
        void acceptsAnyMember() {
            team.given(formed())
                    .when(appoint(HUNG, TODAY))
                    .expectEvents(led(HUNG, TODAY), ledBy(HUNG, MemberOrigin.YOUTH_UNION, TODAY));
        }

        @Test
        void refusesSomeoneWhoHasLeft() {
            team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                    .when(appoint(TUAN, TOMORROW))
                    .expectNoEvents()
                    .expectException(refusal(LEADER_IS_ACTIVE_MEMBER, TOMORROW));
        }

        @Test
        void leadsUntilAnEndOfTheMembershipThatIsToCome() {
            LocalDate last = TODAY.plusDays(90);
            team.given(formed(), ended(HUNG, last))
                    .when(appoint(HUNG, TODAY))
                    .expectEvents(
                            led(HUNG, TODAY),
                            new TeamFlaggedLeaderless(TEAM, HUNG, last.plusDays(1)),
                            ledBy(HUNG, MemberOrigin.YOUTH_UNION, TODAY));
        }

        @Test
        void refusesSomeoneWhoNeverWasAMember() {
            team.given(formed()).when(appoint(TUAN, TODAY)).expectException(refusal(LEADER_IS_ACTIVE_MEMBER, TODAY));
        }

        @Test
        void acceptsTheFirstDayOfMembershipAndRefusesTheDayBefore() {
            team.given(formed(), enrolled(TUAN, TOMORROW))
                    .when(appoint(TUAN, TODAY))
                    .expectException(refusal(LEADER_IS_ACTIVE_MEMBER, TODAY));
            team.given(formed(), enrolled(TUAN, TOMORROW))
                    .when(appoint(TUAN, TOMORROW))
                    .expectEvents(led(TUAN, TOMORROW), ledBy(TUAN, MemberOrigin.TEACHER, TOMORROW));
        }

        @Test
        void refusesTheLeaderInOffice() {
            team.given(formed()).when(appoint(LAN, TODAY)).expectException(refusal(LEADER_IS_SOMEONE_ELSE_THAN_BEFORE));
        }

        @Test
        void refusesADayBeforeTheLastAppointment() {
            team.given(formed(), led(HUNG, TODAY))
                    .when(appoint(MAI, TODAY.minusDays(1)))
                    .expectException(refusal(APPOINTMENTS_ARE_IN_ORDER, TODAY));
            team.given(formed(), led(HUNG, TODAY))
                    .when(appoint(MAI, TODAY))
                    .expectEvents(led(MAI, TODAY), ledBy(MAI, MemberOrigin.YOUTH_UNION, TODAY));
        }

        @Test
        void letsAFormerLeaderReturnToALeaderlessTeam() {
            team.given(
                            formed(),
                            enrolled(TUAN, FOUNDED),
                            ended(LAN, TODAY),
                            new TeamFlaggedLeaderless(TEAM, LAN, TOMORROW),
                            enrolled(LAN, TOMORROW))
                    .when(appoint(LAN, TOMORROW))
                    .expectEvents(led(LAN, TOMORROW), ledBy(LAN, MemberOrigin.TEACHER, TOMORROW));
        }

        @Test
        void flagsNobodyWhoIsTheHeadOfTheNeighbourhood() {
            team.given(formed(), new MemberEnrolled(TEAM, TUAN, MemberOrigin.NEIGHBOURHOOD_HEAD, TODAY))
                    .when(appoint(TUAN, TODAY))
                    .expectEvents(led(TUAN, TODAY));
        }

        @Test
        void refusesWhoIsSuspendedOnThatDayOrLater() {
            team.given(formed(), new MemberSuspended(TEAM, HUNG, TOMORROW))
                    .when(appoint(HUNG, TODAY))
                    .expectException(refusal(LEADER_IS_ACTIVE_MEMBER, TODAY));
            team.given(formed(), new MemberSuspended(TEAM, HUNG, FOUNDED), new MemberResumed(TEAM, HUNG, TOMORROW))
                    .when(appoint(HUNG, TODAY))
                    .expectException(refusal(LEADER_IS_ACTIVE_MEMBER, TODAY));
            team.given(formed(), new MemberSuspended(TEAM, HUNG, FOUNDED), new MemberResumed(TEAM, HUNG, TODAY))
                    .when(appoint(HUNG, TODAY))
                    .expectEvents(led(HUNG, TODAY), ledBy(HUNG, MemberOrigin.YOUTH_UNION, TODAY));
        }

        @Test
        void makesADeputyTheLeaderOnly() {
            team.given(formed(), new DeputyAppointed(TEAM, HUNG, FOUNDED))
                    .when(appoint(HUNG, TODAY))
                    .expectEvents(
                            led(HUNG, TODAY),
                            new DeputyRelieved(TEAM, HUNG, TODAY),
                            ledBy(HUNG, MemberOrigin.YOUTH_UNION, TODAY));
        }
    }

    private static TeamFlaggedLedByAnother ledBy(MemberId leader, MemberOrigin organisation, LocalDate since) {
        return new TeamFlaggedLedByAnother(TEAM, leader, organisation, since);
    }

    private static TeamFlaggedUnderstaffed understaffed(int members) {
        return new TeamFlaggedUnderstaffed(TEAM, members, 3, TOMORROW);
    }

    private static EnrolMember enrol(MemberId member, LocalDate from) {
        return new EnrolMember(TEAM, member, MemberOrigin.TEACHER, from);
    }

    private static EndMembership movesAway(MemberId member, LocalDate lastDay) {
        return new EndMembership(TEAM, member, EndReason.MOVED_AWAY, lastDay);
    }

    private static AppointLeader appoint(MemberId member, LocalDate from) {
        return new AppointLeader(TEAM, member, from);
    }
}
