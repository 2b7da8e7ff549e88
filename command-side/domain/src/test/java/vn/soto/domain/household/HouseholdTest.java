package vn.soto.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.household.HouseholdRule.ASSIGNMENTS_ARE_IN_ORDER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_PASSES_TO_SOMEONE_ELSE;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_MEMBER_BELONGS_TO_TEAM;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.shared.CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.shared.CommonRule.TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.CaseloadEvent.CaseloadFlaggedLeftBehind;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;

final class HouseholdTest extends SampleCommune {

    private static final TeamId NEAR_TEAM = new TeamId("team-3");

    private final Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam());

    @Nested
    final class RegisteringAHousehold {

        @ParameterizedTest
        @ValueSource(strings = {"KP1-0001", "1", "Đ.12/3_a", "HK-KP1/012", "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0"})
        void takesTheCodeOfTheCommune(String reference) {
            scenario.when(new RegisterHousehold(HOUSEHOLD, HAMLET, " " + reference + " "))
                    .decides(new HouseholdRegistered(HOUSEHOLD, HAMLET, reference));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Nguyễn",
                    "Nguyen Van A 1",
                    "KP1 0001",
                    "nguyen-thi-hong-ap-3",
                    "tran-an-le-3",
                    "-1",
                    "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u"
                })
        void refusesNamesAndLongTexts(String reference) {
            scenario.when(new RegisterHousehold(HOUSEHOLD, HAMLET, reference))
                    .isRefusedBy(HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE, 40);
        }

        @ParameterizedTest
        @ValueSource(strings = {"079203001234", "CMND281234567", "0912345678", "0912-345-678"})
        void refusesCitizenAndPhoneNumbers(String reference) {
            scenario.when(new RegisterHousehold(HOUSEHOLD, HAMLET, reference))
                    .isRefusedBy(HOUSEHOLD_REFERENCE_HOLDS_NO_PERSONAL_NUMBER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"KP1\u0000-1", "KP1-\uD83D"})
        void refusesControlAndBrokenCharacters(String reference) {
            scenario.when(new RegisterHousehold(HOUSEHOLD, HAMLET, reference))
                    .isRefusedBy(TEXT_HOLDS_NO_CONTROL_OR_BROKEN_CHARACTER);
        }

        @Test
        void refusesAPersonalNumberAsId() {
            scenario.when(register(new HouseholdId("h-079203001234"), HAMLET)).isRefusedBy(ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesACommuneAsItsUnit() {
            scenario.when(register(HOUSEHOLD, COMMUNE)).isRefusedBy(HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT);
        }

        @Test
        void missesAUnitThatDoesNotExist() {
            scenario.when(register(HOUSEHOLD, NOWHERE)).isAboutSomethingAbsent("unit", NOWHERE);
        }
    }

    @Nested
    final class AssigningAHousehold {

        @Test
        void countsItInTheSameCommit() {
            scenario.given(register(HOUSEHOLD, HAMLET))
                    .when(assignTo(LAN))
                    .decides(
                            new HouseholdAssigned(HOUSEHOLD, HAMLET, new Responsible(TEAM, LAN), FOUNDED),
                            new CaseloadChanged(LAN, TEAM, 1, 220));
        }

        @Test
        void refusesAHouseholdThatHasAResponsibleMember() {
            scenario.given(register(HOUSEHOLD, HAMLET), assignTo(LAN))
                    .when(assignTo(HUNG))
                    .isRefusedBy(HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET);
        }

        @Test
        void refusesWhoIsNoMember() {
            scenario.given(register(HOUSEHOLD, HAMLET))
                    .when(assignTo(TUAN))
                    .isRefusedBy(RESPONSIBLE_MEMBER_BELONGS_TO_TEAM, FOUNDED);
        }

        @Test
        void acceptsTheLastDayOfMembershipAndRefusesTheDayAfter() {
            scenario.given(register(HOUSEHOLD, HAMLET), end(MAI, TODAY));

            scenario.when(assign(TEAM, MAI, TODAY.plusDays(1)))
                    .isRefusedBy(RESPONSIBLE_MEMBER_BELONGS_TO_TEAM, TODAY.plusDays(1));
            scenario.given(assign(TEAM, MAI, TODAY));
        }

        @Test
        void refusesTheDayBeforeMembershipBegins() {
            scenario.given(register(HOUSEHOLD, HAMLET))
                    .when(assign(TEAM, LAN, FOUNDED.minusDays(1)))
                    .isRefusedBy(RESPONSIBLE_MEMBER_BELONGS_TO_TEAM, FOUNDED.minusDays(1));
        }

        @Test
        void refusesATeamThatDoesNotCoverItsUnit() {
            scenario.given(register(HOUSEHOLD, FAR_HAMLET))
                    .when(assignTo(LAN))
                    .isRefusedBy(RESPONSIBLE_TEAM_COVERS_HOUSEHOLD);
        }

        @Test
        void missesATeamThatDoesNotExist() {
            scenario.given(register(HOUSEHOLD, HAMLET))
                    .when(assign(FAR_TEAM, LAN, TODAY))
                    .isAboutSomethingAbsent("team", FAR_TEAM);
        }

        @Test
        void warnsAboveTheTargetAndNotAtIt() {
            Scenario small = new Scenario(
                            Clock.fixed(NOW, ZoneOffset.UTC), new DefaultPolicy(3, 1, QuarterCalendar.CALENDAR, 5))
                    .given(units())
                    .given(formTeam(), register(HOUSEHOLD, HAMLET));
            HouseholdId second = new HouseholdId("h-2");
            small.when(assignTo(LAN)).warns();
            small.given(register(second, HAMLET))
                    .when(new AssignHousehold(second, TEAM, LAN, TODAY))
                    .warns(new Warning(Code.CASELOAD_IS_ABOVE_TARGET, List.of(2, 1)));
        }
    }

    @Nested
    final class ReassigningAHousehold {

        private static final LocalDate NEXT_MONTH = TODAY.plusMonths(1);

        @Test
        void countsItForBothMembersInTheSameCommit() {
            scenario.given(register(HOUSEHOLD, HAMLET), assignTo(LAN))
                    .when(reassign(TEAM, HUNG, TODAY))
                    .decides(
                            new HouseholdReassigned(
                                    HOUSEHOLD, HAMLET, new Responsible(TEAM, LAN), new Responsible(TEAM, HUNG), TODAY),
                            new CaseloadChanged(HUNG, TEAM, 1, 220),
                            new CaseloadChanged(LAN, TEAM, 0, 220));
        }

        @Test
        void passesItToAnotherTeamOfTheUnit() {
            scenario.given(register(HOUSEHOLD, HAMLET), assignTo(LAN), formNearTeam())
                    .when(reassign(NEAR_TEAM, TUAN, TODAY))
                    .decides(
                            new HouseholdReassigned(
                                    HOUSEHOLD,
                                    HAMLET,
                                    new Responsible(TEAM, LAN),
                                    new Responsible(NEAR_TEAM, TUAN),
                                    TODAY),
                            new CaseloadChanged(LAN, TEAM, 0, 220),
                            new CaseloadChanged(TUAN, NEAR_TEAM, 1, 220));
        }

        @Test
        void leavesTheCaseloadOfAMemberWhoKeepsItInAnotherTeam() {
            scenario.given(register(HOUSEHOLD, HAMLET), assignTo(HUNG), formNearTeam())
                    .when(reassign(NEAR_TEAM, HUNG, TODAY))
                    .decides(new HouseholdReassigned(
                            HOUSEHOLD, HAMLET, new Responsible(TEAM, HUNG), new Responsible(NEAR_TEAM, HUNG), TODAY));
        }

        @Test
        void refusesAHouseholdNobodyIsResponsibleFor() {
            scenario.given(register(HOUSEHOLD, HAMLET))
                    .when(reassign(TEAM, HUNG, TODAY))
                    .isRefusedBy(HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER);
        }

        @Test
        void refusesTheSameMemberOfTheSameTeam() {
            scenario.given(register(HOUSEHOLD, HAMLET), assignTo(LAN))
                    .when(reassign(TEAM, LAN, TODAY))
                    .isRefusedBy(HOUSEHOLD_PASSES_TO_SOMEONE_ELSE);
        }

        @Test
        void mayBePutBeforeAComingOne() {
            scenario.given(register(HOUSEHOLD, HAMLET), assign(TEAM, LAN, FOUNDED), reassign(TEAM, MAI, NEXT_MONTH))
                    .when(reassign(TEAM, HUNG, TODAY))
                    .decides(new HouseholdReassigned(
                            HOUSEHOLD, HAMLET, new Responsible(TEAM, LAN), new Responsible(TEAM, HUNG), TODAY));
            assertThat(scenario.stream("caseload:" + HUNG)).isEmpty();

            scenario.given(formFarTeam(), cover(FAR_TEAM, FOUNDED, HAMLET, FAR_HAMLET))
                    .when(reassign(FAR_TEAM, TUAN, TODAY.plusDays(1)))
                    .decides(
                            new HouseholdReassigned(
                                    HOUSEHOLD,
                                    HAMLET,
                                    new Responsible(TEAM, HUNG),
                                    new Responsible(FAR_TEAM, TUAN),
                                    TODAY.plusDays(1)),
                            new AssignmentCorrected(
                                    HOUSEHOLD,
                                    HAMLET,
                                    new Responsible(FAR_TEAM, TUAN),
                                    new Responsible(TEAM, MAI),
                                    NEXT_MONTH,
                                    NEXT_MONTH));
            scenario.when(reassign(TEAM, LAN, NEXT_MONTH.plusDays(1)))
                    .decides(
                            new HouseholdReassigned(
                                    HOUSEHOLD,
                                    HAMLET,
                                    new Responsible(TEAM, MAI),
                                    new Responsible(TEAM, LAN),
                                    NEXT_MONTH.plusDays(1)),
                            new CaseloadChanged(LAN, TEAM, 1, 220),
                            new CaseloadChanged(MAI, TEAM, 0, 220));
        }

        @Test
        void acceptsTheDayOfTheLastAssignmentAndRefusesTheDayBefore() {
            scenario.given(register(HOUSEHOLD, HAMLET), assign(TEAM, LAN, TODAY));

            scenario.when(reassign(TEAM, HUNG, TODAY.minusDays(1))).isRefusedBy(ASSIGNMENTS_ARE_IN_ORDER, TODAY);
            scenario.given(reassign(TEAM, HUNG, TODAY));
        }

        @Test
        void refusesWhoIsNoMemberOrWhoseTeamIsElsewhere() {
            scenario.given(register(HOUSEHOLD, HAMLET), assignTo(LAN), formFarTeam());

            scenario.when(reassign(TEAM, TUAN, TODAY)).isRefusedBy(RESPONSIBLE_MEMBER_BELONGS_TO_TEAM, TODAY);
            scenario.when(reassign(FAR_TEAM, TUAN, TODAY)).isRefusedBy(RESPONSIBLE_TEAM_COVERS_HOUSEHOLD);
        }

        @Test
        void doesNotWarnOfTheMemberItRelieves() {
            Scenario small = new Scenario(
                            Clock.fixed(NOW, ZoneOffset.UTC), new DefaultPolicy(3, 1, QuarterCalendar.CALENDAR, 5))
                    .given(units())
                    .given(formTeam(), register(HOUSEHOLD, HAMLET), assignTo(LAN));
            for (String id : List.of("h-2", "h-3")) {
                small.given(
                        register(new HouseholdId(id), HAMLET),
                        new AssignHousehold(new HouseholdId(id), TEAM, LAN, FOUNDED));
            }

            small.when(reassign(TEAM, HUNG, TODAY)).warns();
        }

        private FormTeam formNearTeam() {
            return form(NEAR_TEAM, HAMLET, TUAN, HUNG, new MemberId("m-hoa"));
        }
    }

    /** Consequences for the member's households; the tests of teams cover the rules of memberships. */
    @Nested
    final class EndingAMembership {

        private static final LocalDate TOMORROW = TODAY.plusDays(1);

        @Test
        void flagsTheHouseholdsLeftBehind() {
            scenario.given(register(HOUSEHOLD, HAMLET), assignTo(MAI));

            assertThat(scenario.send(end(MAI, TODAY))).contains(new CaseloadFlaggedLeftBehind(MAI, TEAM, 1, TOMORROW));
        }

        @Test
        void warnsOfThemAndOfThoseInOtherTeams() {
            HouseholdId far = new HouseholdId("h-far");
            scenario.given(formFarTeam(), enrol(TUAN))
                    .given(register(HOUSEHOLD, HAMLET), assignTo(HUNG), register(far, FAR_HAMLET))
                    .given(new AssignHousehold(far, FAR_TEAM, HUNG, FOUNDED))
                    .when(end(HUNG, TODAY))
                    .warns(new Warning(Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND, List.of(2, HUNG.value())));
        }

        @Test
        void warnsOfNoneWhereAllAreInOtherTeams() {
            HouseholdId far = new HouseholdId("h-far");
            scenario.given(formFarTeam(), enrol(TUAN))
                    .given(register(far, FAR_HAMLET), new AssignHousehold(far, FAR_TEAM, HUNG, FOUNDED))
                    .when(end(HUNG, TODAY))
                    .warns();
        }

        @Test
        void flagsNothingOnceTheyAreHandedOver() {
            scenario.given(enrol(TUAN), register(HOUSEHOLD, HAMLET), assignTo(MAI), reassign(TEAM, HUNG, TODAY))
                    .when(end(MAI, TODAY))
                    .warns();
        }

        @Test
        void leavesTheHouseholdsToBeHandedOverAfterwards() {
            scenario.given(register(HOUSEHOLD, HAMLET), assignTo(MAI), end(MAI, TODAY))
                    .when(reassign(TEAM, HUNG, TOMORROW))
                    .decides(
                            new HouseholdReassigned(
                                    HOUSEHOLD,
                                    HAMLET,
                                    new Responsible(TEAM, MAI),
                                    new Responsible(TEAM, HUNG),
                                    TOMORROW),
                            new CaseloadChanged(HUNG, TEAM, 1, 220),
                            new CaseloadChanged(MAI, TEAM, 0, 220));
        }

        private static EnrolMember enrol(MemberId member) {
            return new EnrolMember(TEAM, member, MemberOrigin.TEACHER, FOUNDED);
        }
    }

    private static AssignHousehold assign(TeamId team, MemberId member, LocalDate from) {
        return new AssignHousehold(HOUSEHOLD, team, member, from);
    }

    private static ReassignHousehold reassign(TeamId team, MemberId member, LocalDate from) {
        return new ReassignHousehold(HOUSEHOLD, team, member, from);
    }
}
