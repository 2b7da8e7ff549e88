package vn.soto.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.assistance.AssistanceRule.PLACE_IN_A_DIVIDED_UNIT_IS_DECIDED;
import static vn.soto.domain.household.HouseholdRule.RESPONSIBLE_TEAM_COVERS_HOUSEHOLD;
import static vn.soto.domain.unit.UnitRule.UNIT_IS_NOT_WITHDRAWN;
import static vn.soto.domain.unit.UnitRule.UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END;
import static vn.soto.domain.unit.UnitRule.UNIT_TO_WITHDRAW_IS_NOT_IN_USE;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

final class HouseholdsAfterReorganisationTest extends SampleCommune {

    private static final UnitId NEW = new UnitId("u-new");
    private static final UnitId OTHER = new UnitId("u-other");
    private static final HouseholdId FAR_HOUSEHOLD = new HouseholdId("h-far");
    private static final LocalDate END = TODAY.minusDays(10);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final Responsible OF_HUNG = new Responsible(TEAM, HUNG);

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(
                    establish(NEW, UnitKind.HAMLET, "Đồng Tâm", null, COMMUNE),
                    establish(OTHER, UnitKind.HAMLET, "Đồng Tiến", null, COMMUNE))
            .given(formTeam(), formFarTeam(), register(HOUSEHOLD, HAMLET), register(FAR_HOUSEHOLD, FAR_HAMLET));

    private static MergeUnits merge() {
        return new MergeUnits(NEW, List.of(HAMLET, FAR_HAMLET), signedOn(FOUNDED), END);
    }

    private static SplitUnit split() {
        return new SplitUnit(HAMLET, List.of(NEW, OTHER), signedOn(FOUNDED), END);
    }

    private static ConsolidateTeams consolidate() {
        return new ConsolidateTeams(TEAM, signedOn(FOUNDED), List.of(FAR_TEAM), List.of(NEW), null, LAN, YESTERDAY);
    }

    private static AssignHousehold assign(HouseholdId household, TeamId team, LocalDate from) {
        return new AssignHousehold(household, team, team.equals(TEAM) ? HUNG : TUAN, from);
    }

    private static RelocateHousehold relocate(UnitId unit, LocalDate from) {
        return new RelocateHousehold(HOUSEHOLD, unit, from);
    }

    private static ReceiveSupportRequest request(
            String id, @Nullable HouseholdId household, @Nullable UnitId unit, LocalDate day) {
        return receive(new SupportRequestId(id), household, unit, day);
    }

    private static UnitId unitOf(List<?> events) {
        return ((AssistanceRecorded) events.getFirst()).beneficiary().unit();
    }

    @Nested
    final class AMergerCarriesItsHouseholds {

        @Test
        void toTheTeamThatCoversTheNewUnitAfterConsolidation() {
            scenario.given(merge(), consolidate());

            assertThat(unitOf(scenario.send(record(at(TODAY, "08:00"), LAN)))).isEqualTo(NEW);
            scenario.when(assign(FAR_HOUSEHOLD, TEAM, TODAY))
                    .decides(
                            new HouseholdAssigned(FAR_HOUSEHOLD, FAR_HAMLET, OF_HUNG, TODAY),
                            new CaseloadChanged(HUNG, TEAM, 1, 220));
        }

        @Test
        void untilThenToTheTeamThatCoveredTheirUnitAndToNoOther() {
            scenario.given(merge());

            scenario.when(assign(FAR_HOUSEHOLD, TEAM, TODAY)).isRefusedBy(RESPONSIBLE_TEAM_COVERS_HOUSEHOLD);
            scenario.given(assign(FAR_HOUSEHOLD, FAR_TEAM, TODAY), assign(HOUSEHOLD, TEAM, TODAY));
        }

        @Test
        void soThatBothTeamsWorkInTheNewUnitUntilThen() {
            HouseholdId fresh = new HouseholdId("h-new");
            scenario.given(merge(), register(fresh, NEW));

            scenario.given(assign(fresh, FAR_TEAM, TODAY));
            assertThat(scenario.send(walkIn(FAR_HAMLET, FAR_TEAM)))
                    .first()
                    .satisfies(event -> assertThat(
                                    ((AssistanceRecorded) event).beneficiary().unit())
                            .isEqualTo(NEW));
        }

        @Test
        void andHelpOfTheDaysBeforeStaysInTheOldUnit() {
            scenario.given(merge(), consolidate());

            assertThat(unitOf(scenario.send(record(at(END.minusDays(1), "08:00"), LAN))))
                    .isEqualTo(HAMLET);
        }

        @Test
        void throughAChainOfSuccessions() {
            scenario.given(
                    new MergeUnits(OTHER, List.of(HAMLET), signedOn(FOUNDED), END),
                    new MergeUnits(NEW, List.of(OTHER), signedOn(FOUNDED), END.plusDays(2)),
                    cover(TEAM, END.plusDays(3), NEW));

            assertThat(unitOf(scenario.send(record(at(TODAY, "08:00"), LAN)))).isEqualTo(NEW);
        }

        @Test
        void andTheirRequests() {
            SupportRequestId request = new SupportRequestId("r-1");
            scenario.given(merge(), consolidate());

            assertThat(scenario.send(request("r-1", FAR_HOUSEHOLD, null, TODAY)))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(((SupportRequestReceived) event).unit()).isEqualTo(NEW));
            scenario.given(new TakeSupportRequest(request, TEAM, HUNG, TODAY));
        }

        private static RecordAssistance walkIn(UnitId unit, TeamId team) {
            return new RecordAssistance(
                    ASSISTANCE, team, null, null, unit, List.of(TUAN), content(at(TODAY, "08:00")), null, null);
        }
    }

    @Nested
    final class AfterASplit {

        @Test
        void aHouseholdStaysWithItsTeamUntilItsUnitIsDecided() {
            scenario.given(split());

            assertThat(unitOf(scenario.send(record(at(TODAY, "08:00"), LAN)))).isEqualTo(HAMLET);
        }

        @Test
        void theTeamOfASuccessorHelpsOnceItsUnitIsDecided() {
            scenario.given(split(), cover(TEAM, YESTERDAY, NEW));

            scenario.when(record(at(TODAY, "08:00"), LAN))
                    .isRefusedBy(
                            PLACE_IN_A_DIVIDED_UNIT_IS_DECIDED, "ấp Đồng Tâm 1", "ấp Đồng Tâm, ấp Đồng Tiến", TODAY);
            scenario.given(relocate(NEW, YESTERDAY));
            assertThat(unitOf(scenario.send(record(at(TODAY, "08:00"), LAN)))).isEqualTo(NEW);
        }

        @Test
        void theTeamOfAllSuccessorsHelpsBeforeItsUnitIsDecided() {
            scenario.given(split(), cover(TEAM, END, NEW, OTHER));

            assertThat(unitOf(scenario.send(record(at(TODAY, "08:00"), LAN)))).isEqualTo(HAMLET);
            scenario.given(assign(HOUSEHOLD, TEAM, TODAY));
        }

        @Test
        void helpOfTheDaysBeforeIsTakenWhateverIsDecidedSince() {
            scenario.given(
                    split(), cover(TEAM, END, NEW), cover(FAR_TEAM, END, FAR_HAMLET, OTHER), relocate(OTHER, END));

            assertThat(unitOf(scenario.send(record(at(END.minusDays(1), "08:00"), LAN))))
                    .isEqualTo(HAMLET);
        }

        /** Whether it lies in a part of its own, only whoever decides says. */
        @Test
        void aTeamOfNoSuccessorIsToldNothingOfTheDivision() {
            scenario.given(split());
            scenario.when(new RecordAssistance(
                            ASSISTANCE, FAR_TEAM, HOUSEHOLD, List.of(TUAN), content(at(TODAY, "08:00"))))
                    .isRefusedBy(HELPING_TEAM_COVERS_HOUSEHOLD);
        }

        @Test
        void aDecisionAboutItsUnitLeavesItWithItsTeam() {
            scenario.given(assignTo(LAN), split());

            scenario.when(relocate(OTHER, END))
                    .decides(new HouseholdRelocated(HOUSEHOLD, HAMLET, OTHER, new Responsible(TEAM, LAN), END));
        }

        @Test
        void theDecisionIsUndoneFromItsDayOn() {
            scenario.given(split(), relocate(OTHER, END));

            scenario.when(relocate(HAMLET, YESTERDAY)).isRefusedBy(UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END, ended());
            scenario.given(relocate(HAMLET, END));
        }
    }

    private static Object[] ended() {
        return new Object[] {"ấp Đồng Tâm 1", END, "ấp Đồng Tâm (u-new), ấp Đồng Tiến (u-other)"};
    }

    @Nested
    final class AnEndedUnitTakesNothingNew {

        @Test
        void noRegistration() {
            scenario.given(split(), new RenameUnit(OTHER, "Sắp Đổi", signedOn(TODAY), TODAY.plusDays(40)));

            scenario.when(register(new HouseholdId("h-2"), HAMLET))
                    .isRefusedBy(UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END, ended());
            scenario.when(new RegisterBusiness(BUSINESS, BusinessKind.HOUSEHOLD_BUSINESS, HAMLET, "HKD-01", null))
                    .isRefusedBy(UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END, ended());
        }

        @Test
        void noPlanForADayAfterItsEnd() {
            scenario.given(split());

            scenario.when(session(END)).isRefusedBy(UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END, ended());
            scenario.given(session(END.minusDays(1)));
        }

        @Test
        void noRequestExceptThatOfAHouseholdStillThere() {
            scenario.given(split());

            scenario.when(request("r-1", null, HAMLET, END)).isRefusedBy(UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END, ended());
            scenario.given(request("r-1", null, HAMLET, END.minusDays(1)));
            scenario.given(request("r-2", HOUSEHOLD, null, TODAY));
        }

        @Test
        void noCoverageExceptThatOfATeamItHadAlready() {
            scenario.given(split());

            scenario.when(cover(FAR_TEAM, END, FAR_HAMLET, HAMLET))
                    .isRefusedBy(UNIT_TAKES_NOTHING_NEW_AFTER_ITS_END, ended());
            assertThat(scenario.send(cover(TEAM, END, HAMLET, OTHER)))
                    .contains(new TeamFlaggedOutdated(TEAM, List.of(HAMLET), END));
        }

        private static ScheduleOutreach session(LocalDate day) {
            return schedule(new OutreachId("o-1"), at(day, "19:00"));
        }
    }

    @Test
    void aWithdrawnUnitTakesNoRequest() {
        scenario.given(new UndoUnitChange(OTHER, UnitChange.ESTABLISHED, FOUNDED, "Nhập nhầm đơn vị"));

        scenario.when(request("r-1", null, OTHER, TODAY)).isRefusedBy(UNIT_IS_NOT_WITHDRAWN);
    }

    @Test
    void aUnitInUseIsNotWithdrawn() {
        scenario.when(new UndoUnitChange(HAMLET, UnitChange.ESTABLISHED, FOUNDED, "Nhập nhầm đơn vị"))
                .isRefusedBy(UNIT_TO_WITHDRAW_IS_NOT_IN_USE, HAMLET.value(), 1, 0L, 0L, 0L);
        scenario.given(new UndoUnitChange(OTHER, UnitChange.ESTABLISHED, FOUNDED, "Nhập nhầm đơn vị"));
        scenario.when(cover(TEAM, TODAY, HAMLET, OTHER)).isRefusedBy(UNIT_IS_NOT_WITHDRAWN);
    }

    @Test
    void aUnitThatItsTeamLeavesOnADayToComeIsNotWithdrawnBefore() {
        scenario.given(cover(TEAM, TODAY.plusDays(9), OTHER));
        scenario.when(new UndoUnitChange(HAMLET, UnitChange.ESTABLISHED, FOUNDED, "Nhập nhầm đơn vị"))
                .isRefusedBy(UNIT_TO_WITHDRAW_IS_NOT_IN_USE, HAMLET.value(), 1, 0L, 0L, 0L);
    }

    @Nested
    final class AHouseholdLeftBehind {

        @Test
        void isAssignedAnewWithoutASpecialCommand() {
            scenario.given(
                    register(new HouseholdId("h-2"), HAMLET),
                    assignTo(MAI),
                    new EndMembership(TEAM, MAI, EndReason.RESIGNED, YESTERDAY));

            scenario.when(assign(HOUSEHOLD, TEAM, TODAY))
                    .decides(
                            new HouseholdReassigned(HOUSEHOLD, HAMLET, new Responsible(TEAM, MAI), OF_HUNG, TODAY),
                            new CaseloadChanged(HUNG, TEAM, 1, 220),
                            new CaseloadChanged(MAI, TEAM, 0, 220));
        }

        @Test
        void isFlaggedWhenItsMemberIsSuspended() {
            scenario.given(assignTo(MAI))
                    .when(new SuspendMember(TEAM, MAI, TODAY, "Nghỉ ốm dài ngày"))
                    .warns(new Warning(Flag.Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND, List.of(1, MAI.value())));
        }

        @Test
        void namesNoDissolvedTeamInNewHelp() {
            scenario.given(assignTo(LAN), cover(FAR_TEAM, YESTERDAY, FAR_HAMLET, HAMLET))
                    .given(new DissolveTeam(TEAM, signedOn(FOUNDED), YESTERDAY, "Sáp nhập ấp"));

            assertThat(scenario.send(new RecordAssistance(
                            ASSISTANCE, FAR_TEAM, HOUSEHOLD, List.of(TUAN), content(at(TODAY, "08:00")))))
                    .first()
                    .satisfies(event -> assertThat(((AssistanceRecorded) event).responsible())
                            .isNull());
        }
    }
}
