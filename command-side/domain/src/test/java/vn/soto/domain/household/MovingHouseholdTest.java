package vn.soto.domain.household;

import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.household.HouseholdRule.ASSIGNMENTS_ARE_IN_ORDER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_LEFT;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_NOT_LEFT;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_MOVES_TO_ANOTHER_UNIT;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.FormTeam;

final class MovingHouseholdTest extends SampleCommune {

    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final Responsible OF_LAN = new Responsible(TEAM, LAN);

    private final Scenario scenario =
            Scenario.at(NOW).given(units()).given(formTeam(), formFarTeam(), register(HOUSEHOLD, HAMLET));

    @Nested
    final class UnassigningAHousehold {

        @Test
        void countsItInTheSameCommit() {
            scenario.given(assignTo(LAN))
                    .when(unassign(TODAY, "Thành viên ốm dài ngày"))
                    .decides(
                            new HouseholdUnassigned(HOUSEHOLD, HAMLET, OF_LAN, UnassignmentCause.DECIDED, TODAY),
                            new CaseloadChanged(LAN, TEAM, 0, 220));
        }

        @Test
        void doesNotWarn() {
            scenario.given(assignTo(LAN)).when(unassign(TODAY, null)).warns();
        }

        @Test
        void leavesItToBeAssignedAnew() {
            scenario.given(assignTo(LAN), unassign(TODAY, null))
                    .when(assign(TEAM, HUNG, TODAY))
                    .decides(
                            new HouseholdAssigned(HOUSEHOLD, HAMLET, new Responsible(TEAM, HUNG), TODAY),
                            new CaseloadChanged(HUNG, TEAM, 1, 220));
        }

        @Test
        void refusesToAssignItAnewBeforeThatDay() {
            scenario.given(assignTo(LAN), unassign(TODAY, null))
                    .when(assign(TEAM, HUNG, YESTERDAY))
                    .isRefusedBy(ASSIGNMENTS_ARE_IN_ORDER, TODAY);
        }

        @Test
        void refusesAHouseholdNobodyIsResponsibleFor() {
            scenario.when(unassign(TODAY, null)).isRefusedBy(HOUSEHOLD_HAS_A_RESPONSIBLE_MEMBER);
        }

        @Test
        void acceptsTheDayOfTheAssignmentAndRefusesTheDayBefore() {
            scenario.given(assign(TEAM, LAN, TODAY));

            scenario.when(unassign(YESTERDAY, null)).isRefusedBy(ASSIGNMENTS_ARE_IN_ORDER, TODAY);
            scenario.given(unassign(TODAY, null));
        }
    }

    @Nested
    final class RelocatingAHousehold {

        @Test
        void unassignsItInTheSameCommitWhenItsTeamDoesNotCoverTheNewUnit() {
            scenario.given(assignTo(LAN))
                    .when(relocate(FAR_HAMLET, TODAY))
                    .decides(
                            new HouseholdRelocated(HOUSEHOLD, HAMLET, FAR_HAMLET, OF_LAN, TODAY),
                            new HouseholdUnassigned(
                                    HOUSEHOLD, FAR_HAMLET, OF_LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, TODAY),
                            new CaseloadChanged(LAN, TEAM, 0, 220));
        }

        @Test
        void warnsWhenItIsUnassigned() {
            scenario.given(assignTo(LAN))
                    .when(relocate(FAR_HAMLET, TODAY))
                    .warns(new Warning(Code.HOUSEHOLD_MOVED_OUT_OF_COVERAGE, List.of()));
        }

        @Test
        void keepsTheResponsibleMemberWhenTheTeamCoversBothUnits() {
            Responsible tuan = new Responsible(new TeamId("team-3"), TUAN);
            scenario.given(formWideTeam(), assign(tuan.team(), TUAN, FOUNDED))
                    .when(relocate(FAR_HAMLET, TODAY))
                    .decides(new HouseholdRelocated(HOUSEHOLD, HAMLET, FAR_HAMLET, tuan, TODAY));
        }

        @Test
        void movesAHouseholdNobodyIsResponsibleForWithoutAWarning() {
            scenario.when(relocate(FAR_HAMLET, TODAY)).warns();
        }

        @Test
        void leavesItToTheTeamOfTheNewUnit() {
            scenario.given(relocate(FAR_HAMLET, TODAY));

            scenario.when(assign(TEAM, LAN, TODAY)).isRefusedBy(RESPONSIBLE_TEAM_COVERS_HOUSEHOLD);
            scenario.given(assign(FAR_TEAM, TUAN, TODAY));
        }

        @Test
        void helpBelongsToTheUnitOfItsDay() {
            scenario.given(relocate(FAR_HAMLET, TODAY));

            scenario.when(record(at(TODAY, "08:00"), LAN)).isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
            scenario.given(record(at(YESTERDAY, "23:59"), LAN));
        }

        @Test
        void refusesTheUnitInWhichItLives() {
            scenario.when(relocate(HAMLET, TODAY)).isRefusedBy(HOUSEHOLD_MOVES_TO_ANOTHER_UNIT);
        }

        @Test
        void refusesACommuneAndMissesAUnitThatDoesNotExist() {
            scenario.when(relocate(COMMUNE, TODAY)).isRefusedBy(HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT);
            scenario.when(relocate(NOWHERE, TODAY)).isAboutSomethingAbsent("unit", NOWHERE);
        }

        @Test
        void acceptsTheDayOfTheLastChangeAndRefusesTheDayBefore() {
            scenario.given(assign(TEAM, LAN, TODAY));

            scenario.when(relocate(FAR_HAMLET, YESTERDAY)).isRefusedBy(HOUSEHOLD_CHANGES_ARE_IN_ORDER, TODAY);
            scenario.given(relocate(FAR_HAMLET, TODAY));
        }

        @Test
        void refusesAnAssignmentBeforeTheMove() {
            scenario.given(relocate(FAR_HAMLET, TODAY))
                    .when(assign(TEAM, LAN, YESTERDAY))
                    .isRefusedBy(ASSIGNMENTS_ARE_IN_ORDER, TODAY);
        }

        private FormTeam formWideTeam() {
            MemberId[] members = {TUAN, HUNG, new MemberId("m-hoa")};
            return new FormTeam(
                    new TeamId("team-3"),
                    "Tổ liên ấp",
                    signedOn(FOUNDED),
                    List.of(HAMLET, FAR_HAMLET),
                    founding(members),
                    TUAN,
                    FOUNDED);
        }
    }

    @Nested
    final class MarkingAHouseholdAsLeft {

        @Test
        void unassignsItInTheSameCommit() {
            scenario.given(assignTo(LAN))
                    .when(leave(TODAY))
                    .decides(
                            new HouseholdLeft(HOUSEHOLD, HAMLET, TODAY),
                            new HouseholdUnassigned(HOUSEHOLD, HAMLET, OF_LAN, UnassignmentCause.LEFT, TODAY),
                            new CaseloadChanged(LAN, TEAM, 0, 220));
        }

        @Test
        void marksAHouseholdNobodyIsResponsibleFor() {
            scenario.when(leave(TODAY)).decides(new HouseholdLeft(HOUSEHOLD, HAMLET, TODAY));
        }

        @Test
        void refusesOneThatHasLeft() {
            scenario.given(leave(YESTERDAY)).when(leave(TODAY)).isRefusedBy(HOUSEHOLD_HAS_NOT_LEFT, YESTERDAY);
        }

        @Test
        void refusesToAssignOrRelocateItAfterwards() {
            scenario.given(leave(YESTERDAY));

            scenario.when(assign(TEAM, LAN, TODAY)).isRefusedBy(HOUSEHOLD_HAS_NOT_LEFT, YESTERDAY);
            scenario.when(relocate(FAR_HAMLET, TODAY)).isRefusedBy(HOUSEHOLD_HAS_NOT_LEFT, YESTERDAY);
        }

        @Test
        void stillTakesHelpRecordedLate() {
            scenario.given(leave(YESTERDAY), record(at(YESTERDAY.minusDays(1), "08:00"), LAN));
        }

        @Test
        void acceptsTheDayOfTheLastChangeAndRefusesTheDayBefore() {
            scenario.given(assign(TEAM, LAN, TODAY));

            scenario.when(leave(YESTERDAY)).isRefusedBy(HOUSEHOLD_CHANGES_ARE_IN_ORDER, TODAY);
            scenario.given(leave(TODAY));
        }
    }

    @Nested
    final class ReturningAHousehold {

        @Test
        void takesItBackInTheUnitItLeftOrInAnother() {
            scenario.given(leave(YESTERDAY));

            scenario.when(comeBack(HAMLET, TODAY)).decides(new HouseholdReturned(HOUSEHOLD, HAMLET, TODAY));
            scenario.given(leave(TODAY))
                    .when(comeBack(FAR_HAMLET, TODAY))
                    .decides(new HouseholdReturned(HOUSEHOLD, FAR_HAMLET, TODAY));
        }

        @Test
        void leavesItToBeAssigned() {
            scenario.given(leave(YESTERDAY), comeBack(FAR_HAMLET, TODAY), assign(FAR_TEAM, TUAN, TODAY));
        }

        @Test
        void refusesOneThatHasNotLeft() {
            scenario.when(comeBack(HAMLET, TODAY)).isRefusedBy(HOUSEHOLD_HAS_LEFT);
        }

        @Test
        void refusesACommuneAndMissesAUnitThatDoesNotExist() {
            scenario.given(leave(YESTERDAY));

            scenario.when(comeBack(COMMUNE, TODAY)).isRefusedBy(HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT);
            scenario.when(comeBack(NOWHERE, TODAY)).isAboutSomethingAbsent("unit", NOWHERE);
        }

        @Test
        void refusesADayBeforeItLeft() {
            scenario.given(leave(TODAY));

            scenario.when(comeBack(HAMLET, YESTERDAY)).isRefusedBy(HOUSEHOLD_CHANGES_ARE_IN_ORDER, TODAY);
        }
    }

    @Test
    void passesOnOnlyAfterEveryEarlierChange() {
        scenario.given(form(new TeamId("team-3"), HAMLET, TUAN, HUNG, new MemberId("m-hoa")))
                .given(leave(YESTERDAY), comeBack(HAMLET, TODAY), assign(TEAM, LAN, TODAY));

        scenario.when(new ReassignHousehold(HOUSEHOLD, TEAM, HUNG, YESTERDAY))
                .isRefusedBy(ASSIGNMENTS_ARE_IN_ORDER, TODAY);
    }

    private static AssignHousehold assign(TeamId team, MemberId member, LocalDate from) {
        return new AssignHousehold(HOUSEHOLD, team, member, from);
    }

    private static UnassignHousehold unassign(LocalDate from, @org.jspecify.annotations.Nullable String reason) {
        return new UnassignHousehold(HOUSEHOLD, from, reason);
    }

    private static RelocateHousehold relocate(UnitId unit, LocalDate from) {
        return new RelocateHousehold(HOUSEHOLD, unit, from);
    }

    private static MarkHouseholdLeft leave(LocalDate from) {
        return new MarkHouseholdLeft(HOUSEHOLD, from);
    }

    private static ReturnHousehold comeBack(UnitId unit, LocalDate from) {
        return new ReturnHousehold(HOUSEHOLD, unit, from);
    }
}
