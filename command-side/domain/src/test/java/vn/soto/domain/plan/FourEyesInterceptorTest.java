package vn.soto.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.plan.PlanRule.COMMAND_ABOUT_A_PLAN_IS_NO_STEP;
import static vn.soto.domain.plan.PlanRule.COMMAND_NEEDS_A_SECOND_PERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.RoleHoldersEvent;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.domain.DomainModel;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.assistance.AssistanceCommand.RestoreAssistance;
import vn.soto.domain.business.BusinessCommand.ReopenBusiness;
import vn.soto.domain.household.HouseholdCommand.ReturnHousehold;
import vn.soto.domain.household.HouseholdCommand.SeparateHouseholds;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.Erasure;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.PlanCommand.PausePlan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.policy.PolicyVersions;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.TeamCommand.CorrectSuspension;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

final class FourEyesInterceptorTest extends SampleCommune {

    private final Scenario scenario = Scenario.at(NOW).given(units());

    private static AdoptPolicy twoFor(LocalDate from, String... commands) {
        return new AdoptPolicy(
                new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of(commands)), signedOn(FOUNDED), from);
    }

    @Test
    void aCommandNamedByThePolicyIsRefusedWhenOnePersonSendsIt() {
        scenario.decidedByTwo(twoFor(TODAY, "register-household"))
                .when(register(HOUSEHOLD, HAMLET))
                .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "register-household");
    }

    @Test
    void aStepOfAnApprovedPlanIsNot() {
        scenario.decidedByTwo(twoFor(TODAY, "register-household"))
                .approved()
                .when(register(HOUSEHOLD, HAMLET))
                .decides(new HouseholdRegistered(HOUSEHOLD, HAMLET, "KP1-0001"));
    }

    @Test
    void thePolicyOfTodayCounts() {
        scenario.decidedByTwo(twoFor(TODAY.plusDays(1), "register-household"))
                .when(register(HOUSEHOLD, HAMLET))
                .decides(new HouseholdRegistered(HOUSEHOLD, HAMLET, "KP1-0001"));
    }

    @Test
    void alsoThePolicyItselfCanNeedTwo() {
        scenario.decidedByTwo(twoFor(TODAY, "adopt-policy"))
                .when(twoFor(TODAY))
                .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "adopt-policy");
    }

    @Test
    void whatTookTwoTakesTwoWhenItIsTakenBack() {
        scenario.decidedByTwo(twoFor(TODAY, "void-assistance"))
                .when(new RestoreAssistance(ASSISTANCE, "Rút nhầm bản ghi"))
                .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "restore-assistance");
    }

    @Test
    void whatTookTwoTakesTwoWhenItIsCorrected() {
        String reason = "Nhập nhầm ngày";
        scenario.decidedByTwo(twoFor(
                TODAY, "merge-units", "merge-households", "suspend-member", "close-business", "mark-household-left"));
        for (Command correction : List.of(
                new UndoUnitChange(HAMLET, UnitChange.MERGED, FOUNDED, reason),
                new SeparateHouseholds(HOUSEHOLD, reason),
                new CorrectSuspension(TEAM, LAN, TODAY, TODAY, null, reason),
                new ReopenBusiness(new BusinessId("b"), TODAY),
                new ReturnHousehold(HOUSEHOLD, HAMLET, TODAY))) {
            scenario.when(correction).isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, Command.nameOf(correction.getClass()));
        }
    }

    /** Whatever comes to its execution, not only what a proposal refuses. */
    @Test
    void aStepDecidesAboutNoPlan() {
        PlanId plan = new PlanId("p");
        scenario.approved().restingOn(new CommandSender.PlanStep(TODAY, null, null, false));
        for (PlanCommand step :
                List.of(new ApprovePlan(plan, null), new PausePlan(plan, null), new ResumePlan(plan, null))) {
            scenario.when(step).isRefusedBy(COMMAND_ABOUT_A_PLAN_IS_NO_STEP, Command.nameOf(step.getClass()));
        }
    }

    @Test
    void erasingNeedsTwoWithoutAnyPolicy() {
        scenario.when(new EraseHouseholdData(HOUSEHOLD, ErasureBasis.REQUEST_OF_THE_SUBJECT, "Có đơn yêu cầu xóa"))
                .isRefusedBy(COMMAND_NEEDS_A_SECOND_PERSON, "erase-household-data");
    }

    @Test
    void everyErasureNeedsTwoByDefault() {
        List<String> erasures = DomainModel.commands().stream()
                .filter(Erasure.class::isAssignableFrom)
                .map(Command::nameOf)
                .sorted()
                .toList();

        assertThat(DefaultPolicy.standard().terms().twoPersons()).isEqualTo(erasures);
    }

    @Test
    void anApprovalIsTheSecondPersonAndNeedsNoThird() {
        scenario.decidedByTwo(twoFor(TODAY, "approve-plan"));

        assertThatThrownBy(() -> scenario.send(new ApprovePlan(new PlanId("p"), null)))
                .isInstanceOf(AggregateNotFoundException.class);
    }

    /** The commit of an accepted command depends on the policy that was read, and on that the ledger had no grant. */
    @Test
    void thePolicyAskedIsGuarded() {
        List<String> guarded = new ArrayList<>();
        Scenario watched = new Scenario(Clock.fixed(NOW, ZoneOffset.UTC), DefaultPolicy.standard(), ledger -> draft -> {
            draft.guards().forEach(guard -> guarded.add(guard.aggregate()));
            return ledger.append(draft);
        });

        watched.given(units()[0]);

        assertThat(guarded).containsExactlyInAnyOrder(PolicyVersions.ID, RoleHoldersEvent.FIRST_GRANT);
    }
}
