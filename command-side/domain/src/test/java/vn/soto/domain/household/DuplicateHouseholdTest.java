package vn.soto.domain.household;

import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_IS_MERGED;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_IS_NOT_MERGED;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_IS_NOT_WITHDRAWN;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_IS_NO_DUPLICATE_OF_ITSELF;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_STANDS_FOR_NO_OTHERS;
import static vn.soto.domain.household.HouseholdRule.SURVIVING_HOUSEHOLD_STANDS_FOR_ITSELF;
import static vn.soto.domain.household.HouseholdRule.WITHDRAWN_HOUSEHOLD_IS_UNASSIGNED;
import static vn.soto.domain.household.HouseholdRule.WITHDRAWN_HOUSEHOLD_WAS_NEVER_HELPED;
import static vn.soto.domain.shared.CommonRule.REASON_HOLDS_NO_PERSONAL_NUMBER;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.MergeDuplicateHouseholds;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.household.HouseholdCommand.UnassignHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;

final class DuplicateHouseholdTest extends SampleCommune {

    private static final HouseholdId OTHER = new HouseholdId("h-2");
    private static final HouseholdId THIRD = new HouseholdId("h-3");
    private static final String WHY = "Đăng ký hai lần";
    private static final Responsible OF_LAN = new Responsible(TEAM, LAN);

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(formTeam(), formFarTeam())
            .given(register(HOUSEHOLD, HAMLET), register(OTHER, HAMLET), register(THIRD, FAR_HAMLET));

    @Nested
    final class MergingADuplicate {

        @Test
        void pointsToTheSurvivorWhichKnowsIt() {
            scenario.when(merge(HOUSEHOLD, OTHER))
                    .decides(
                            new HouseholdMerged(HOUSEHOLD, HAMLET, OTHER, List.of()),
                            new DuplicatesChanged(OTHER, HAMLET, List.of(HOUSEHOLD)));
            scenario.when(merge(THIRD, OTHER))
                    .decides(
                            new HouseholdMerged(THIRD, FAR_HAMLET, OTHER, List.of()),
                            new DuplicatesChanged(OTHER, HAMLET, List.of(HOUSEHOLD, THIRD)));
        }

        @Test
        void unassignsTheDuplicateToday() {
            scenario.given(assignTo(LAN))
                    .when(merge(HOUSEHOLD, OTHER))
                    .decides(
                            new HouseholdMerged(HOUSEHOLD, HAMLET, OTHER, List.of()),
                            new DuplicatesChanged(OTHER, HAMLET, List.of(HOUSEHOLD)),
                            new HouseholdUnassigned(HOUSEHOLD, HAMLET, OF_LAN, UnassignmentCause.MERGED, TODAY),
                            new CaseloadChanged(LAN, TEAM, 0, 220));
        }

        @Test
        void unassignsADuplicateAssignedForALaterDayOnThatDay() {
            scenario.given(new AssignHousehold(HOUSEHOLD, TEAM, LAN, TODAY.plusDays(9)));

            scenario.when(merge(HOUSEHOLD, OTHER))
                    .decides(
                            new HouseholdMerged(HOUSEHOLD, HAMLET, OTHER, List.of()),
                            new DuplicatesChanged(OTHER, HAMLET, List.of(HOUSEHOLD)),
                            new HouseholdUnassigned(
                                    HOUSEHOLD, HAMLET, OF_LAN, UnassignmentCause.MERGED, TODAY.plusDays(9)),
                            new CaseloadChanged(LAN, TEAM, 0, 220));
        }

        @Test
        void unassignsADuplicateThatIsToPassToAnotherTodayAndOnThatDay() {
            LocalDate later = TODAY.plusDays(9);
            scenario.given(assignTo(LAN), new ReassignHousehold(HOUSEHOLD, TEAM, HUNG, later))
                    .when(merge(HOUSEHOLD, OTHER))
                    .decides(
                            new HouseholdMerged(HOUSEHOLD, HAMLET, OTHER, List.of()),
                            new DuplicatesChanged(OTHER, HAMLET, List.of(HOUSEHOLD)),
                            new HouseholdUnassigned(HOUSEHOLD, HAMLET, OF_LAN, UnassignmentCause.MERGED, TODAY),
                            new HouseholdUnassigned(
                                    HOUSEHOLD, HAMLET, new Responsible(TEAM, HUNG), UnassignmentCause.MERGED, later),
                            new CaseloadChanged(HUNG, TEAM, 0, 220));
        }

        @Test
        void leavesTheSurvivorsResponsibleMember() {
            scenario.given(new AssignHousehold(OTHER, TEAM, HUNG, FOUNDED), merge(HOUSEHOLD, OTHER))
                    .given(new UnassignHousehold(OTHER, TODAY, null));
        }

        @Test
        void namesTheTeamsThatHelpedTheDuplicate() {
            scenario.given(record(NOW, LAN))
                    .when(merge(HOUSEHOLD, OTHER))
                    .decides(
                            new HouseholdMerged(HOUSEHOLD, HAMLET, OTHER, List.of(TEAM)),
                            new DuplicatesChanged(OTHER, HAMLET, List.of(HOUSEHOLD)));
        }

        @Test
        void takesHelpForTheDuplicateUnderItsOwnIdAndSaysWhatItCountsAs() {
            scenario.given(merge(HOUSEHOLD, OTHER))
                    .when(record(NOW, LAN))
                    .decides(
                            new AssistanceRecorded(
                                    new AssistanceId("a-1"),
                                    TEAM,
                                    Beneficiary.of(HOUSEHOLD, HAMLET),
                                    List.of(new CreditShare(LAN, 100)),
                                    content(NOW),
                                    List.of(ServiceCategory.VNEID),
                                    null,
                                    null),
                            new HouseholdFirstHelped(HOUSEHOLD, HAMLET, TEAM, OTHER));
        }

        @Test
        void refusesItself() {
            scenario.when(merge(HOUSEHOLD, HOUSEHOLD)).isRefusedBy(HOUSEHOLD_IS_NO_DUPLICATE_OF_ITSELF);
        }

        @Test
        void refusesADuplicateAndAHouseholdWithDuplicates() {
            scenario.given(merge(HOUSEHOLD, OTHER));

            scenario.when(merge(HOUSEHOLD, THIRD)).isRefusedBy(HOUSEHOLD_IS_NOT_MERGED, OTHER.value());
            scenario.when(merge(OTHER, THIRD)).isRefusedBy(HOUSEHOLD_STANDS_FOR_NO_OTHERS, 1);
        }

        @Test
        void refusesASurvivorThatIsADuplicateOrWithdrawn() {
            scenario.given(merge(HOUSEHOLD, OTHER), withdraw(THIRD));

            scenario.given(register(new HouseholdId("h-4"), HAMLET));
            scenario.when(merge(new HouseholdId("h-4"), HOUSEHOLD)).isRefusedBy(SURVIVING_HOUSEHOLD_STANDS_FOR_ITSELF);
            scenario.when(merge(new HouseholdId("h-4"), THIRD)).isRefusedBy(SURVIVING_HOUSEHOLD_STANDS_FOR_ITSELF);
        }

        @Test
        void missesASurvivorThatDoesNotExist() {
            HouseholdId nobody = new HouseholdId("h-nobody");
            scenario.when(merge(HOUSEHOLD, nobody)).isAboutSomethingAbsent("household", nobody);
        }

        @Test
        void refusesAReasonWithAPersonalNumber() {
            scenario.when(new MergeDuplicateHouseholds(HOUSEHOLD, OTHER, "trùng 079203001234"))
                    .isRefusedBy(REASON_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void leavesNothingElseToDoWithTheDuplicate() {
            scenario.given(merge(HOUSEHOLD, OTHER));

            scenario.when(assignTo(LAN)).isRefusedBy(HOUSEHOLD_IS_NOT_MERGED, OTHER.value());
            scenario.when(new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, TODAY))
                    .isRefusedBy(HOUSEHOLD_IS_NOT_MERGED, OTHER.value());
            scenario.when(new MarkHouseholdLeft(HOUSEHOLD, TODAY)).isRefusedBy(HOUSEHOLD_IS_NOT_MERGED, OTHER.value());
            scenario.when(new ReturnHousehold(HOUSEHOLD, HAMLET, TODAY))
                    .isRefusedBy(HOUSEHOLD_IS_NOT_MERGED, OTHER.value());
            scenario.when(withdraw(HOUSEHOLD)).isRefusedBy(HOUSEHOLD_IS_NOT_MERGED, OTHER.value());
        }
    }

    @Nested
    final class SeparatingADuplicate {

        @Test
        void makesItCountByItselfAgain() {
            scenario.given(record(NOW, LAN), merge(HOUSEHOLD, OTHER))
                    .when(separate(HOUSEHOLD))
                    .decides(
                            new HouseholdSeparated(HOUSEHOLD, HAMLET, OTHER, List.of(TEAM)),
                            new DuplicatesChanged(OTHER, HAMLET, List.of()));
            scenario.given(assignTo(LAN), merge(OTHER, HOUSEHOLD));
        }

        @Test
        void namesTheTeamsThatHelpedItWhileItWasMerged() {
            TeamId far = FAR_TEAM;
            scenario.given(merge(THIRD, OTHER))
                    .given(new RecordAssistance(new AssistanceId("a-9"), far, THIRD, List.of(HUNG), content(NOW)))
                    .when(separate(THIRD))
                    .decides(
                            new HouseholdSeparated(THIRD, FAR_HAMLET, OTHER, List.of(far)),
                            new DuplicatesChanged(OTHER, HAMLET, List.of()));
        }

        @Test
        void refusesAHouseholdThatIsNotMerged() {
            scenario.given(merge(HOUSEHOLD, OTHER)).when(separate(OTHER)).isRefusedBy(HOUSEHOLD_IS_MERGED);
        }
    }

    @Nested
    final class WithdrawingARegistration {

        @Test
        void takesItBack() {
            scenario.when(withdraw(HOUSEHOLD)).decides(new RegistrationWithdrawn(HOUSEHOLD, HAMLET));
        }

        @Test
        void takesItBackOnceItIsUnassigned() {
            scenario.given(assignTo(LAN)).when(withdraw(HOUSEHOLD)).isRefusedBy(WITHDRAWN_HOUSEHOLD_IS_UNASSIGNED);
            scenario.given(new UnassignHousehold(HOUSEHOLD, TODAY, null), withdraw(HOUSEHOLD));
        }

        @Test
        void refusesAHouseholdThatWasHelped() {
            scenario.given(record(NOW, LAN))
                    .when(withdraw(HOUSEHOLD))
                    .isRefusedBy(WITHDRAWN_HOUSEHOLD_WAS_NEVER_HELPED);
        }

        @Test
        void refusesAHouseholdThatDuplicatesCountAs() {
            scenario.given(merge(HOUSEHOLD, OTHER))
                    .when(withdraw(OTHER))
                    .isRefusedBy(HOUSEHOLD_STANDS_FOR_NO_OTHERS, 1);
        }

        @Test
        void leavesNothingElseToDo() {
            scenario.given(withdraw(HOUSEHOLD));

            scenario.when(withdraw(HOUSEHOLD)).isRefusedBy(HOUSEHOLD_IS_NOT_WITHDRAWN);
            scenario.when(assignTo(LAN)).isRefusedBy(HOUSEHOLD_IS_NOT_WITHDRAWN);
            scenario.when(record(NOW, LAN)).isRefusedBy(HOUSEHOLD_IS_NOT_WITHDRAWN);
            scenario.when(merge(HOUSEHOLD, OTHER)).isRefusedBy(HOUSEHOLD_IS_NOT_WITHDRAWN);
        }
    }

    private static MergeDuplicateHouseholds merge(HouseholdId duplicate, HouseholdId survivor) {
        return new MergeDuplicateHouseholds(duplicate, survivor, WHY);
    }

    private static SeparateHouseholds separate(HouseholdId duplicate) {
        return new SeparateHouseholds(duplicate, "Hai hộ khác nhau");
    }

    private static WithdrawRegistration withdraw(HouseholdId household) {
        return new WithdrawRegistration(household, "Nhập nhầm tệp");
    }
}
