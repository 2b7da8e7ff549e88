package vn.soto.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.household.HouseholdRule.CARRIED_HOUSEHOLD_HAS_NO_CHANGE_BETWEEN;
import static vn.soto.domain.team.TeamRule.CONSOLIDATION_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.team.TeamRule.CONSOLIDATION_TO_CORRECT_IS_THE_LAST;
import static vn.soto.domain.team.TeamRule.DECISION_FOLLOWS_ALL_CHANGES;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.LEADER_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectConsolidation;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RenameTeam;

/** Tuấn's team is absorbed in July, and he leads the team that goes on; Mai, its deputy, has to go. */
final class CorrectingAConsolidationTest extends SampleCommune {

    private static final String REASON = "Ghi nhầm";
    private static final String NAME = formTeam().name();
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
    private static final MemberId HOA = new MemberId("m-hoa");
    private static final Responsible THERE = new Responsible(FAR_TEAM, TUAN);
    private static final Responsible HERE = new Responsible(TEAM, TUAN);

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(
                    formTeam(),
                    formFarTeam(),
                    register(HOUSEHOLD, FAR_HAMLET),
                    new AssignHousehold(HOUSEHOLD, FAR_TEAM, TUAN, FOUNDED),
                    new AppointDeputy(TEAM, MAI, FOUNDED),
                    new ConsolidateTeams(
                            TEAM,
                            signedOn(FOUNDED),
                            List.of(FAR_TEAM),
                            null,
                            List.of(
                                    member(LAN, MemberOrigin.NEIGHBOURHOOD_HEAD),
                                    member(HUNG),
                                    member(TUAN),
                                    member(HOA)),
                            TUAN,
                            JULY));

    private static FoundingMember member(MemberId member) {
        return member(member, MemberOrigin.YOUTH_UNION);
    }

    private static FoundingMember member(MemberId member, MemberOrigin of) {
        return new FoundingMember(member, of);
    }

    private static CorrectConsolidation correct(LocalDate entered, @Nullable LocalDate right) {
        return new CorrectConsolidation(TEAM, List.of(FAR_TEAM), entered, right, REASON);
    }

    @Test
    void eachOfItsPartsHasTheRightDay() {
        scenario.given(correct(JULY, AUGUST));

        assertThat(scenario.stream(TEAM.value()))
                .contains(
                        new ConsolidationCorrected(TEAM, List.of(FAR_TEAM), JULY, AUGUST),
                        new MembershipCorrected(TEAM, TUAN, JULY, MemberOrigin.YOUTH_UNION, AUGUST, null),
                        new MembershipCorrected(
                                TEAM, MAI, FOUNDED, MemberOrigin.YOUTH_UNION, FOUNDED, AUGUST.minusDays(1)),
                        new CoverageCorrected(TEAM, List.of(HAMLET, FAR_HAMLET), JULY, AUGUST));
        assertThat(scenario.stream(FAR_TEAM.value()))
                .contains(new DissolutionCorrected(FAR_TEAM, JULY.minusDays(1), AUGUST.minusDays(1)));
        assertThat(scenario.stream(HOUSEHOLD.value()))
                .endsWith(new AssignmentCorrected(HOUSEHOLD, FAR_HAMLET, THERE, HERE, JULY, AUGUST));
        scenario.when(rename(FAR_TEAM)).isRefusedBy(TEAM_IS_NOT_DISSOLVED, AUGUST.minusDays(1));
        scenario.given(correct(AUGUST, JULY), correct(JULY, AUGUST), correct(AUGUST, null), rename(FAR_TEAM));
    }

    @Test
    void oneThatWasTakenBackLeavesEachTeamAsItWas() {
        scenario.given(correct(JULY, null));

        assertThat(scenario.stream(TEAM.value()))
                .contains(
                        new ConsolidationCorrected(TEAM, List.of(FAR_TEAM), JULY, null),
                        new LeaderAppointed(TEAM, LAN, JULY),
                        new TeamCoverageChanged(TEAM, List.of(HAMLET), signedOn(FOUNDED), JULY));
        assertThat(scenario.stream(FAR_TEAM.value()))
                .contains(new DissolutionCorrected(FAR_TEAM, JULY.minusDays(1), null));
        assertThat(scenario.stream(HOUSEHOLD.value()))
                .endsWith(new HouseholdReassigned(HOUSEHOLD, FAR_HAMLET, HERE, THERE, JULY));
        scenario.when(new AppointLeader(TEAM, LAN, AUGUST)).isRefusedBy(LEADER_IS_SOMEONE_ELSE_THAN_BEFORE);
        scenario.when(new AppointDeputy(TEAM, MAI, AUGUST)).isRefusedBy(DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE);
        scenario.when(new AppointLeader(FAR_TEAM, TUAN, AUGUST)).isRefusedBy(LEADER_IS_SOMEONE_ELSE_THAN_BEFORE);
        scenario.given(rename(FAR_TEAM), new EnrolMember(TEAM, TUAN, MemberOrigin.TEACHER, JULY));
        scenario.when(correct(JULY, null)).isRefusedBy(CONSOLIDATION_TO_CORRECT_IS_THE_LAST, JULY);
    }

    @Test
    void whatOthersDecidedSinceIsNotUndone() {
        scenario.given(new AppointLeader(TEAM, LAN, AUGUST));

        scenario.when(correct(JULY, null)).isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, NAME, AUGUST);
        scenario.when(correct(JULY, AUGUST.plusDays(1))).isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, NAME, AUGUST);
        scenario.when(correct(JULY, FOUNDED)).isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, NAME, FOUNDED);
        scenario.given(correct(JULY, JULY.plusDays(3)));
    }

    /** A later decision for the day of the consolidation is no part of it. */
    @Test
    void whatOthersDecidedSinceForItsDayIsNotUndone() {
        TeamCommand further = new ChangeCoverage(TEAM, List.of(FAR_HAMLET), signedOn(FOUNDED), JULY);
        TeamCommand leader = new AppointLeader(TEAM, LAN, JULY);
        for (TeamCommand since : List.of(further, leader)) {
            scenario.given(since);
            scenario.when(correct(JULY, null)).isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, NAME, JULY);
            scenario.when(correct(JULY, AUGUST)).isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, NAME, JULY);
            scenario.given(
                    since.equals(further)
                            ? new ChangeCoverage(TEAM, List.of(HAMLET, FAR_HAMLET), signedOn(FOUNDED), JULY)
                            : new AppointLeader(TEAM, TUAN, JULY));
        }
        scenario.given(correct(JULY, AUGUST));
    }

    /** Until the day for which others decided, what the consolidation decided holds from its right day on. */
    @Test
    void whatOthersDecidedSinceForItsDayStaysOnItWhenTheConsolidationWasEarlier() {
        LocalDate june = JULY.minusDays(9);
        scenario.given(
                new ChangeCoverage(TEAM, List.of(FAR_HAMLET), signedOn(FOUNDED), JULY),
                new AppointLeader(TEAM, LAN, JULY),
                correct(JULY, june));

        Team team = Team.of(scenario.stream(TEAM.value()).stream()
                .map(TeamEvent.class::cast)
                .toList());
        assertThat(team.territory.on(june)).isEqualTo(Set.of(HAMLET, FAR_HAMLET));
        assertThat(team.territory.on(JULY)).isEqualTo(Set.of(FAR_HAMLET));
        assertThat(team.offices.leader(june)).isEqualTo(TUAN);
        assertThat(team.offices.leader(JULY)).isEqualTo(LAN);
    }

    @Test
    void aHouseholdThatIsPassedOnBetweenTheTwoDaysIsNamed() {
        LocalDate between = JULY.plusDays(10);
        scenario.given(new ReassignHousehold(HOUSEHOLD, TEAM, LAN, between));

        scenario.when(correct(JULY, AUGUST))
                .isRefusedBy(CARRIED_HOUSEHOLD_HAS_NO_CHANGE_BETWEEN, HOUSEHOLD.value(), between);
        scenario.given(new CorrectAssignment(HOUSEHOLD, between, AUGUST.plusDays(1), REASON), correct(JULY, AUGUST));
        assertThat(scenario.stream(HOUSEHOLD.value()))
                .endsWith(new AssignmentCorrected(HOUSEHOLD, FAR_HAMLET, THERE, HERE, JULY, AUGUST));
    }

    @Test
    void aHouseholdThatMovesBetweenTheTwoDaysPassesOnTheRightDay() {
        scenario.given(new RelocateHousehold(HOUSEHOLD, HAMLET, JULY.plusDays(10)), correct(JULY, AUGUST));

        assertThat(scenario.stream(HOUSEHOLD.value()))
                .endsWith(
                        new HouseholdReassigned(HOUSEHOLD, HAMLET, HERE, THERE, JULY),
                        new HouseholdReassigned(HOUSEHOLD, HAMLET, THERE, HERE, AUGUST));
        scenario.given(correct(AUGUST, JULY.plusDays(20)), correct(JULY.plusDays(20), null));
        assertThat(scenario.stream(HOUSEHOLD.value()))
                .endsWith(new HouseholdReassigned(HOUSEHOLD, HAMLET, HERE, THERE, JULY.plusDays(20)));
    }

    @Test
    void itIsNamedByItsDayAndItsTeams() {
        scenario.when(correct(AUGUST, null)).isRefusedBy(CONSOLIDATION_TO_CORRECT_IS_THE_LAST, AUGUST);
        scenario.when(new CorrectConsolidation(TEAM, List.of(), JULY, null, REASON))
                .isRefusedBy(CONSOLIDATION_TO_CORRECT_IS_THE_LAST, JULY);
        scenario.when(correct(JULY, JULY)).isRefusedBy(CONSOLIDATION_CORRECTION_CHANGES_SOMETHING);
    }

    private static RenameTeam rename(TeamId team) {
        return new RenameTeam(team, "Tổ Một", signedOn(FOUNDED), AUGUST.plusDays(5));
    }
}
