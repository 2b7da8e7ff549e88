package vn.soto.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.assistance.AssistanceRule.HELPERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.team.TeamRule.ABSORBED_TEAMS_ARE_OTHERS;
import static vn.soto.domain.team.TeamRule.COVERED_UNITS_ARE_RESIDENTIAL;
import static vn.soto.domain.team.TeamRule.DECISION_FOLLOWS_ALL_CHANGES;
import static vn.soto.domain.team.TeamRule.FOUNDING_MEMBERS_ARE_DISTINCT;
import static vn.soto.domain.team.TeamRule.LEADER_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.LEADER_IS_FOUNDING_MEMBER;
import static vn.soto.domain.team.TeamRule.SUSPENDED_PERSON_IS_A_MEMBER;
import static vn.soto.domain.team.TeamRule.TEAM_COVERS_SOME_UNIT;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_ENOUGH_MEMBERS;
import static vn.soto.domain.team.TeamRule.TEAM_IS_NOT_DISSOLVED;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.policy.SmallTeams;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.ResumeMember;
import vn.soto.domain.team.TeamCommand.SuspendMember;

final class EndingATeamTest extends SampleCommune {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final MemberId HOA = new MemberId("m-hoa");

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam());

    @Nested
    final class Dissolving {

        @Test
        void endsEveryMembershipAndLeavesItsUnits() {
            scenario.when(dissolve(TODAY))
                    .decides(
                            new TeamDissolved(TEAM, signedOn(FOUNDED), TODAY, null),
                            gone(TEAM, HUNG, TODAY),
                            gone(TEAM, LAN, TODAY),
                            gone(TEAM, MAI, TODAY),
                            new UnitCoverageChanged(HAMLET, List.of(), TOMORROW));
        }

        @Test
        void warnsOfAUnitLeftWithoutATeamButNotOfAMissingLeader() {
            scenario.when(dissolve(TODAY)).warns(new Warning(Code.UNIT_HAS_NO_TEAM, List.of(HAMLET.value())));
        }

        @Test
        void warnsOfHouseholdsLeftBehind() {
            scenario.given(register(HOUSEHOLD, HAMLET), new AssignHousehold(HOUSEHOLD, TEAM, HUNG, FOUNDED))
                    .when(dissolve(TODAY))
                    .warns(
                            new Warning(Code.UNIT_HAS_NO_TEAM, List.of(HAMLET.value())),
                            new Warning(Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND, List.of(1, HUNG.value())));
        }

        @Test
        void letsHelpUpToTheLastDayBeRecordedLateAndNothingAfterIt() {
            scenario.given(dissolve(YESTERDAY), register(HOUSEHOLD, HAMLET));

            scenario.when(record(NOW, LAN)).isRefusedBy(HELPERS_WERE_MEMBERS_ON_THAT_DAY, TODAY);
            scenario.when(new AssignHousehold(HOUSEHOLD, TEAM, LAN, TODAY))
                    .isRefusedBy(RESPONSIBLE_TEAM_COVERS_HOUSEHOLD);
            scenario.given(record(NOW.minusSeconds(86_400), LAN));
        }

        @Test
        void refusesMoreChangesOfTheTeam() {
            scenario.given(dissolve(TODAY));

            scenario.when(dissolve(TOMORROW)).isRefusedBy(TEAM_IS_NOT_DISSOLVED, TODAY);
            scenario.when(new EnrolMember(TEAM, TUAN, MemberOrigin.TEACHER, TOMORROW))
                    .isRefusedBy(TEAM_IS_NOT_DISSOLVED, TODAY);
            scenario.when(new EndMembership(TEAM, HUNG, EndReason.OTHER, TOMORROW))
                    .isRefusedBy(TEAM_IS_NOT_DISSOLVED, TODAY);
            scenario.when(new AppointLeader(TEAM, HUNG, TOMORROW)).isRefusedBy(TEAM_IS_NOT_DISSOLVED, TODAY);
        }

        /** The leader of a team that ends next month moves away, and somebody comes for the weeks that remain. */
        @Test
        void ofNextMonthLeavesTheTeamToWorkUntilThen() {
            LocalDate last = TODAY.plusDays(30);
            scenario.given(dissolve(last))
                    .when(new EndMembership(TEAM, LAN, EndReason.MOVED_AWAY, TODAY))
                    .decides(
                            new MembershipEnded(TEAM, LAN, EndReason.MOVED_AWAY, TODAY),
                            new TeamFlaggedLeaderless(TEAM, LAN, TOMORROW),
                            new TeamFlaggedUnderstaffed(TEAM, 2, 3, TOMORROW));
            scenario.when(new EnrolMember(TEAM, TUAN, MemberOrigin.NEIGHBOURHOOD_HEAD, TOMORROW))
                    .decides(
                            new MemberEnrolled(TEAM, TUAN, MemberOrigin.NEIGHBOURHOOD_HEAD, TOMORROW),
                            new MembershipEnded(TEAM, TUAN, EndReason.TEAM_DISSOLVED, last),
                            new TeamStaffingRestored(TEAM, 3, 3, TOMORROW));
            scenario.when(new AppointLeader(TEAM, TUAN, TOMORROW)).decides(new LeaderAppointed(TEAM, TUAN, TOMORROW));
            scenario.given(
                    new SuspendMember(TEAM, HUNG, TOMORROW, "Đi vắng dài ngày"),
                    new ResumeMember(TEAM, HUNG, TOMORROW.plusDays(3)),
                    new SuspendMember(TEAM, MAI, TOMORROW, "Đi vắng dài ngày"));
            scenario.when(new ChangeCoverage(TEAM, List.of(HAMLET, FAR_HAMLET), signedOn(FOUNDED), TOMORROW))
                    .decides(new TeamCoverageChanged(TEAM, List.of(HAMLET, FAR_HAMLET), signedOn(FOUNDED), TOMORROW));
            assertThat(team().offices.leader(last)).isEqualTo(TUAN);
            assertThat(team().offices.leader(last.plusDays(1))).isNull();
            assertThat(team().wasActive(HUNG, last)).isTrue();
            assertThat(team().wasActive(MAI, last)).isFalse();

            scenario.given(new CorrectDissolution(TEAM, null, "Không giải thể nữa"));
            LocalDate later = last.plusDays(9);
            assertThat(team().offices.leader(later)).isEqualTo(TUAN);
            assertThat(List.of(HUNG, TUAN)).allMatch(member -> team().wasActive(member, later));
            assertThat(team().wasMember(LAN, TOMORROW)).isFalse();
            assertThat(team().wasMember(MAI, later)).isTrue();
            assertThat(team().wasActive(MAI, later)).isFalse();
        }

        private Team team() {
            return Team.of(scenario.stream(TEAM.value()).stream()
                    .map(TeamEvent.class::cast)
                    .toList());
        }

        /** The end of Hùng's membership in March is recorded today; until then he is a member like others. */
        @Test
        void aMemberWhoGoesLaterIsSuspendedAndLeadsUntilThen() {
            LocalDate last = TODAY.plusDays(30);
            scenario.given(new EndMembership(TEAM, HUNG, EndReason.MOVED_AWAY, last))
                    .when(new AppointLeader(TEAM, HUNG, TOMORROW))
                    .decides(
                            new LeaderAppointed(TEAM, HUNG, TOMORROW),
                            new TeamFlaggedLeaderless(TEAM, HUNG, last.plusDays(1)),
                            new TeamFlaggedLedByAnother(TEAM, HUNG, MemberOrigin.YOUTH_UNION, TOMORROW));
            scenario.given(new SuspendMember(TEAM, HUNG, TOMORROW.plusDays(3), "Đi vắng dài ngày"));
            assertThat(team().offices.leader(TOMORROW)).isEqualTo(HUNG);
            assertThat(team().offices.leader(TOMORROW.plusDays(3))).isNull();
            assertThat(team().wasActive(HUNG, last)).isFalse();
            scenario.given(new ResumeMember(TEAM, HUNG, last));
            assertThat(team().wasActive(HUNG, last)).isTrue();
            scenario.when(new SuspendMember(TEAM, HUNG, last.plusDays(1), "Đi vắng dài ngày"))
                    .isRefusedBy(SUSPENDED_PERSON_IS_A_MEMBER, last.plusDays(1));
        }

        @Test
        void acceptsTheDayOfTheLastChangeAndRefusesTheDayBefore() {
            scenario.given(new EnrolMember(TEAM, TUAN, MemberOrigin.TEACHER, TODAY))
                    .when(dissolve(YESTERDAY))
                    .isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, formTeam().name(), TODAY);
            scenario.given(dissolve(TODAY));
        }

        @Test
        void followsAppointmentsSuspensionsCoverageAndEndsToo() {
            scenario.given(new AppointLeader(TEAM, HUNG, FOUNDED.plusDays(1)))
                    .when(dissolve(FOUNDED))
                    .isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, formTeam().name(), FOUNDED.plusDays(1));
            scenario.given(new SuspendMember(TEAM, MAI, FOUNDED.plusDays(2), "Đi vắng dài ngày"))
                    .when(dissolve(FOUNDED))
                    .isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, formTeam().name(), FOUNDED.plusDays(2));
            scenario.given(cover(TEAM, FOUNDED.plusDays(3), FAR_HAMLET))
                    .when(dissolve(FOUNDED))
                    .isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, formTeam().name(), FOUNDED.plusDays(3));
            scenario.given(new EndMembership(TEAM, MAI, EndReason.OTHER, FOUNDED.plusDays(4)))
                    .when(dissolve(FOUNDED))
                    .isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, formTeam().name(), FOUNDED.plusDays(4));
        }
    }

    @Nested
    final class Consolidating {

        /** Households outside the surviving team's area become nobody's, and the same person is told of it. */
        @Test
        void keepsNoHouseholdOutsideOfItsArea() {
            HouseholdId far = new HouseholdId("h-far");
            scenario.given(formFarTeam(), register(far, FAR_HAMLET), new AssignHousehold(far, FAR_TEAM, HUNG, FOUNDED))
                    .when(consolidate(List.of(FAR_TEAM), List.of(HAMLET), null, LAN))
                    .warns(
                            new Warning(Code.UNIT_HAS_NO_TEAM, List.of(FAR_HAMLET.value())),
                            new Warning(Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND, List.of(1, HUNG.value())));
        }

        @Test
        void foundsOneTeamAnewWithTheMembersAndUnitsItHas() {
            scenario.when(consolidate(List.of(), null, null, LAN))
                    .decides(new TeamConsolidated(TEAM, signedOn(FOUNDED), List.of(), TODAY));
        }

        @Test
        void carriesMembersAndUnitsOfAnAbsorbedTeamOver() {
            scenario.given(formFarTeam())
                    .when(consolidate(List.of(FAR_TEAM), null, null, LAN))
                    .decides(
                            new TeamDissolved(FAR_TEAM, signedOn(FOUNDED), YESTERDAY, TEAM),
                            gone(FAR_TEAM, HOA, YESTERDAY),
                            gone(FAR_TEAM, HUNG, YESTERDAY),
                            gone(FAR_TEAM, TUAN, YESTERDAY),
                            new TeamConsolidated(TEAM, signedOn(FOUNDED), List.of(FAR_TEAM), TODAY),
                            new MemberEnrolled(TEAM, HOA, MemberOrigin.YOUTH_UNION, TODAY),
                            new MemberEnrolled(TEAM, TUAN, MemberOrigin.NEIGHBOURHOOD_HEAD, TODAY),
                            new TeamCoverageChanged(TEAM, List.of(HAMLET, FAR_HAMLET), signedOn(FOUNDED), TODAY),
                            new UnitCoverageChanged(FAR_HAMLET, List.of(covering(TEAM)), TODAY));
        }

        @Test
        void whoStaysKeepsTheHouseholdsAndWhoGoesLeavesThemBehind() {
            HouseholdId far = new HouseholdId("h-far");
            scenario.given(formFarTeam(), register(HOUSEHOLD, HAMLET), register(far, FAR_HAMLET))
                    .given(new AssignHousehold(HOUSEHOLD, TEAM, MAI, FOUNDED))
                    .given(new AssignHousehold(far, FAR_TEAM, HUNG, FOUNDED))
                    .when(consolidate(List.of(FAR_TEAM), null, founding(LAN, HUNG, TUAN), LAN))
                    .warns(new Warning(Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND, List.of(1, MAI.value())));
            scenario.when(new AssignHousehold(far, TEAM, LAN, TODAY))
                    .isRefusedBy(HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET);
            scenario.when(new ReassignHousehold(far, TEAM, LAN, TODAY))
                    .decides(
                            new HouseholdReassigned(
                                    far, FAR_HAMLET, new Responsible(TEAM, HUNG), new Responsible(TEAM, LAN), TODAY),
                            new CaseloadChanged(HUNG, TEAM, 0, 220),
                            new CaseloadChanged(LAN, TEAM, 1, 220));
            scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, LAN, TODAY));
            Scenario.at(NOW)
                    .given(units())
                    .given(formTeam(), register(HOUSEHOLD, HAMLET))
                    .given(new AssignHousehold(HOUSEHOLD, TEAM, MAI, FOUNDED))
                    .when(consolidate(List.of(), null, null, LAN))
                    .warns();
        }

        @Test
        void takesMembersUnitsAndLeaderAsTheDecisionListsThem() {
            scenario.given(new AppointDeputy(TEAM, HUNG, FOUNDED))
                    .when(consolidate(List.of(), List.of(FAR_HAMLET), founding(TUAN, LAN, MAI), MAI))
                    .decides(
                            new TeamConsolidated(TEAM, signedOn(FOUNDED), List.of(), TODAY),
                            new MembershipEnded(TEAM, HUNG, EndReason.REPLACED, YESTERDAY),
                            new MembershipEnded(TEAM, LAN, EndReason.REPLACED, YESTERDAY),
                            new MemberEnrolled(TEAM, TUAN, MemberOrigin.NEIGHBOURHOOD_HEAD, TODAY),
                            new MemberEnrolled(TEAM, LAN, MemberOrigin.YOUTH_UNION, TODAY),
                            new LeaderAppointed(TEAM, MAI, TODAY),
                            new DeputyRelieved(TEAM, HUNG, TODAY),
                            new TeamFlaggedLedByAnother(TEAM, MAI, MemberOrigin.YOUTH_UNION, TODAY),
                            new TeamCoverageChanged(TEAM, List.of(FAR_HAMLET), signedOn(FOUNDED), TODAY),
                            new UnitCoverageChanged(HAMLET, List.of(), TODAY),
                            new UnitCoverageChanged(FAR_HAMLET, List.of(covering(TEAM)), TODAY));
        }

        @Test
        void restoresTheStaffingOfATeamThatWasShort() {
            scenario.given(formFarTeam(), new EndMembership(TEAM, MAI, EndReason.OTHER, FOUNDED))
                    .given(new EndMembership(TEAM, LAN, EndReason.OTHER, FOUNDED))
                    .when(consolidate(List.of(), null, founding(TUAN, HUNG, MAI), TUAN))
                    .decides(
                            new TeamConsolidated(TEAM, signedOn(FOUNDED), List.of(), TODAY),
                            new MemberEnrolled(TEAM, TUAN, MemberOrigin.NEIGHBOURHOOD_HEAD, TODAY),
                            new MemberEnrolled(TEAM, MAI, MemberOrigin.YOUTH_UNION, TODAY),
                            new LeaderAppointed(TEAM, TUAN, TODAY),
                            new TeamStaffingRestored(TEAM, 3, 3, TODAY));
        }

        @Test
        void keepsATeamOfTwoInARemoteHamletAndFlagsItWhereThePolicyAllowsIt() {
            Terms allowing = new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(), SmallTeams.FLAG, null);

            scenario.decidedByTwo(new AdoptPolicy(allowing, signedOn(FOUNDED), TODAY))
                    .when(consolidate(List.of(), null, founding(LAN, HUNG), LAN))
                    .warns(new Warning(Code.TEAM_IS_UNDERSTAFFED, List.of(2, 3)));
        }

        @Test
        void makesADeputyTheLeaderOnly() {
            scenario.given(new AppointDeputy(TEAM, HUNG, FOUNDED))
                    .when(consolidate(List.of(), null, null, HUNG))
                    .decides(
                            new TeamConsolidated(TEAM, signedOn(FOUNDED), List.of(), TODAY),
                            new LeaderAppointed(TEAM, HUNG, TODAY),
                            new DeputyRelieved(TEAM, HUNG, TODAY),
                            new TeamFlaggedLedByAnother(TEAM, HUNG, MemberOrigin.YOUTH_UNION, TODAY));
        }

        @Test
        void refusesTooFewMembersOneNamedTwiceAndALeaderWhoIsNone() {
            scenario.when(consolidate(List.of(), null, founding(LAN, HUNG), LAN))
                    .isRefusedBy(TEAM_HAS_ENOUGH_MEMBERS, 3, 2);
            scenario.when(consolidate(List.of(), null, founding(LAN, HUNG, MAI, HUNG), LAN))
                    .isRefusedBy(FOUNDING_MEMBERS_ARE_DISTINCT);
            scenario.when(consolidate(List.of(), null, null, TUAN)).isRefusedBy(LEADER_IS_FOUNDING_MEMBER);
        }

        @Test
        void refusesALeaderWhoIsSuspended() {
            scenario.given(new SuspendMember(TEAM, HUNG, FOUNDED, "Đi vắng dài ngày"))
                    .when(consolidate(List.of(), null, null, HUNG))
                    .isRefusedBy(LEADER_IS_ACTIVE_MEMBER, TODAY);
        }

        @Test
        void refusesToAbsorbItselfATeamTwiceOneThatIsNotThereAndOneThatIsDissolved() {
            scenario.given(formFarTeam());

            scenario.when(consolidate(List.of(TEAM), null, null, LAN)).isRefusedBy(ABSORBED_TEAMS_ARE_OTHERS);
            scenario.when(consolidate(List.of(FAR_TEAM, FAR_TEAM), null, null, LAN))
                    .isRefusedBy(ABSORBED_TEAMS_ARE_OTHERS);
            scenario.when(consolidate(List.of(new TeamId("team-9")), null, null, LAN))
                    .isAboutSomethingAbsent("team", "team-9");
            scenario.given(new DissolveTeam(FAR_TEAM, signedOn(FOUNDED), FOUNDED, "Sắp xếp lại khu phố"))
                    .when(consolidate(List.of(FAR_TEAM), null, null, LAN))
                    .isRefusedBy(TEAM_IS_NOT_DISSOLVED, FOUNDED);
        }

        @Test
        void refusesUnitsWhereNobodyLivesAndNone() {
            scenario.when(consolidate(List.of(), List.of(COMMUNE), null, LAN))
                    .isRefusedBy(COVERED_UNITS_ARE_RESIDENTIAL, COMMUNE.value());
            scenario.when(consolidate(List.of(), List.of(), null, LAN)).isRefusedBy(TEAM_COVERS_SOME_UNIT);
        }

        @Test
        void acceptsTheDayAfterTheLastChangeOfEachTeamAndRefusesThatDay() {
            scenario.given(formFarTeam(), new EnrolMember(FAR_TEAM, MAI, MemberOrigin.TEACHER, TODAY))
                    .when(consolidate(List.of(FAR_TEAM), null, null, LAN))
                    .isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, formTeam().name(), TODAY);
            scenario.given(new EnrolMember(TEAM, TUAN, MemberOrigin.TEACHER, TODAY))
                    .when(consolidate(List.of(), null, null, LAN))
                    .isRefusedBy(DECISION_FOLLOWS_ALL_CHANGES, formTeam().name(), TODAY);
            scenario.given(new ConsolidateTeams(TEAM, signedOn(FOUNDED), List.of(FAR_TEAM), null, null, LAN, TOMORROW));
        }

        @Test
        void refusesADissolvedTeam() {
            scenario.given(dissolve(FOUNDED))
                    .when(consolidate(List.of(), null, null, LAN))
                    .isRefusedBy(TEAM_IS_NOT_DISSOLVED, FOUNDED);
        }
    }

    private static ConsolidateTeams consolidate(
            List<TeamId> absorbed,
            @Nullable List<UnitId> coverage,
            @Nullable List<FoundingMember> members,
            MemberId leader) {
        return new ConsolidateTeams(TEAM, signedOn(FOUNDED), absorbed, coverage, members, leader, TODAY);
    }

    private static DissolveTeam dissolve(LocalDate lastDay) {
        return new DissolveTeam(TEAM, signedOn(FOUNDED), lastDay, "Sắp xếp lại khu phố");
    }

    private static MembershipEnded gone(TeamId team, MemberId member, LocalDate lastDay) {
        return new MembershipEnded(team, member, EndReason.TEAM_DISSOLVED, lastDay);
    }

    private static Covering covering(TeamId team) {
        return new Covering(team, TeamLevel.HAMLET);
    }
}
