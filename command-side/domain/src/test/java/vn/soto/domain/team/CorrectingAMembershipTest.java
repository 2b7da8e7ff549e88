package vn.soto.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.team.MemberOrigin.FARMERS_UNION;
import static vn.soto.contracts.team.MemberOrigin.NEIGHBOURHOOD_HEAD;
import static vn.soto.contracts.team.MemberOrigin.TEACHER;
import static vn.soto.domain.RuleViolationMatcher.refusal;
import static vn.soto.domain.shared.CommonRule.DATE_IS_WITHIN_THE_CALENDAR;
import static vn.soto.domain.team.TeamRule.CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER;
import static vn.soto.domain.team.TeamRule.CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.LEADER_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM;
import static vn.soto.domain.team.TeamRule.MEMBERSHIP_TO_CORRECT_IS_KNOWN;
import static vn.soto.domain.team.TeamRule.SUSPENSION_LIES_WITHIN_MEMBERSHIP;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.domain.shared.Days;
import vn.soto.domain.team.TeamCommand.CorrectMembership;

final class CorrectingAMembershipTest extends SampleTeam {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Test
    void movesTheFirstDay() {
        team.given(formed(), enrolled(TUAN, TODAY))
                .when(correct(TUAN, TODAY, TEACHER, YESTERDAY, null))
                .expectEvents(corrected(TUAN, TODAY, TEACHER, YESTERDAY, null))
                .expectState(
                        state -> assertThat(state.wasMember(TUAN, YESTERDAY)).isTrue());
    }

    @Test
    void movesTheLastDayAndChangesTheOrganisation() {
        team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, FARMERS_UNION, FOUNDED, YESTERDAY))
                .expectEvents(corrected(TUAN, FOUNDED, FARMERS_UNION, FOUNDED, YESTERDAY))
                .expectState(state -> assertThat(state.wasMember(TUAN, TODAY)).isFalse());
    }

    @Test
    void refusesAMembershipNobodyKnows() {
        team.given(formed(), enrolled(TUAN, TODAY))
                .when(correct(TUAN, YESTERDAY, TEACHER, TODAY, null))
                .expectException(refusal(MEMBERSHIP_TO_CORRECT_IS_KNOWN, YESTERDAY));
    }

    @Test
    void neitherEndsNorReopensAMembership() {
        team.given(formed(), enrolled(TUAN, FOUNDED))
                .when(correct(TUAN, FOUNDED, TEACHER, FOUNDED, TODAY))
                .expectException(refusal(CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED));
        team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, FOUNDED, null))
                .expectException(refusal(CORRECTION_LEAVES_MEMBERSHIP_OPEN_OR_ENDED));
    }

    @Test
    void refusesToChangeNothing() {
        team.given(formed(), enrolled(TUAN, FOUNDED))
                .when(correct(TUAN, FOUNDED, TEACHER, FOUNDED, null))
                .expectException(refusal(MEMBERSHIP_CORRECTION_CHANGES_SOMETHING));
    }

    @Test
    void acceptsTheFirstDayOfTheTeamAndRefusesTheDayBefore() {
        team.given(formed(), enrolled(TUAN, TODAY))
                .when(correct(TUAN, TODAY, TEACHER, FOUNDED, null))
                .expectEvents(corrected(TUAN, TODAY, TEACHER, FOUNDED, null));
        team.given(formed(), enrolled(TUAN, TODAY))
                .when(correct(TUAN, TODAY, TEACHER, FOUNDED.minusDays(1), null))
                .expectException(refusal(MEMBERSHIP_STARTS_WITH_OR_AFTER_TEAM, FOUNDED));
    }

    @Test
    void acceptsOneDayOfMembershipAndRefusesToEndBeforeItBegins() {
        team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, YESTERDAY, YESTERDAY))
                .expectEvents(corrected(TUAN, FOUNDED, TEACHER, YESTERDAY, YESTERDAY));
        team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, TODAY, YESTERDAY))
                .expectException(refusal(MEMBERSHIP_ENDS_ON_OR_AFTER_ITS_FIRST_DAY, TODAY));
    }

    @Test
    void acceptsTheDayBeforeTheNextMembershipAndRefusesThatDay() {
        team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, YESTERDAY.minusDays(1)), enrolled(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, FOUNDED, YESTERDAY))
                .expectEvents(corrected(TUAN, FOUNDED, TEACHER, FOUNDED, YESTERDAY));
        team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, YESTERDAY.minusDays(1)), enrolled(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, FOUNDED, TODAY))
                .expectException(refusal(CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER, TODAY));
        team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, YESTERDAY), enrolled(TUAN, TOMORROW))
                .when(correct(TUAN, TOMORROW, TEACHER, YESTERDAY, null))
                .expectException(refusal(CORRECTED_MEMBERSHIP_OVERLAPS_NO_OTHER, FOUNDED));
    }

    @Test
    void keepsSuspensionsWithinTheMembership() {
        team.given(formed(), enrolled(TUAN, FOUNDED), suspended(TUAN, YESTERDAY), resumed(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, TODAY, null))
                .expectException(refusal(SUSPENSION_LIES_WITHIN_MEMBERSHIP, YESTERDAY));
        team.given(formed(), enrolled(TUAN, FOUNDED), suspended(TUAN, YESTERDAY), resumed(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, YESTERDAY, null))
                .expectEvents(corrected(TUAN, FOUNDED, TEACHER, YESTERDAY, null));
    }

    @Test
    void keepsLeaderAndDeputyMembersFromTheDayOfTheirAppointment() {
        team.given(formed(), enrolled(TUAN, FOUNDED), led(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, TOMORROW, null))
                .expectException(refusal(LEADER_IS_ACTIVE_MEMBER, TODAY));
        team.given(formed(), enrolled(TUAN, FOUNDED), deputy(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, TOMORROW, null))
                .expectException(refusal(DEPUTY_IS_ACTIVE_MEMBER, TODAY));
        team.given(formed(), enrolled(TUAN, FOUNDED), deputy(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, TODAY, null))
                .expectEvents(corrected(TUAN, FOUNDED, TEACHER, TODAY, null));
    }

    @Test
    void flagsALeaderWhoTurnsOutNotToBeTheHead() {
        team.given(formed())
                .when(correct(LAN, FOUNDED, TEACHER, FOUNDED, null))
                .expectEvents(
                        corrected(LAN, FOUNDED, TEACHER, FOUNDED, null),
                        new TeamFlaggedLedByAnother(TEAM, LAN, TEACHER, FOUNDED));
        team.given(formed(), led(HUNG, TODAY))
                .when(correct(HUNG, FOUNDED, NEIGHBOURHOOD_HEAD, FOUNDED, null))
                .expectEvents(corrected(HUNG, FOUNDED, NEIGHBOURHOOD_HEAD, FOUNDED, null));
    }

    @Test
    void isPossibleInADissolvedTeamUpToItsLastDay() {
        team.given(formed(), enrolled(TUAN, FOUNDED), dissolved(TODAY), ended(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, YESTERDAY, TODAY))
                .expectEvents(corrected(TUAN, FOUNDED, TEACHER, YESTERDAY, TODAY));
        team.given(formed(), enrolled(TUAN, FOUNDED), dissolved(TODAY), ended(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, YESTERDAY, TOMORROW))
                .expectException(refusal(TEAM_IS_NOT_DISSOLVED, TODAY));
    }

    @Test
    void refusesALastDayOutsideTheCalendar() {
        team.given(formed(), enrolled(TUAN, FOUNDED), ended(TUAN, TODAY))
                .when(correct(TUAN, FOUNDED, TEACHER, FOUNDED, Days.LAST.plusDays(1)))
                .expectException(refusal(DATE_IS_WITHIN_THE_CALENDAR, Days.FIRST, Days.LAST));
    }

    private static CorrectMembership correct(
            MemberId member, LocalDate entered, MemberOrigin organisation, LocalDate from, @Nullable LocalDate until) {
        return new CorrectMembership(TEAM, member, entered, organisation, from, until, "Nhập nhầm ngày");
    }

    private static MembershipCorrected corrected(
            MemberId member, LocalDate entered, MemberOrigin organisation, LocalDate from, @Nullable LocalDate until) {
        return new MembershipCorrected(TEAM, member, entered, organisation, from, until);
    }
}
