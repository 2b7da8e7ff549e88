package vn.soto.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.access.AccessRule.LEDGER_SAYS_WHO_MAY_APPROVE;
import static vn.soto.domain.access.AccessRule.WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS;
import static vn.soto.domain.plan.PlanRule.COMMAND_ABOUT_A_PLAN_IS_NO_STEP;
import static vn.soto.domain.plan.PlanRule.ONLY_SO_MANY_PLANS_ARE_OPEN;
import static vn.soto.domain.plan.PlanRule.ONLY_SO_MANY_PLANS_WAIT;
import static vn.soto.domain.plan.PlanRule.PLAN_HAS_NOT_ENDED;
import static vn.soto.domain.plan.PlanRule.PLAN_HAS_STEPS;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_APPROVED_BY_SOMEONE_ELSE;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_APPROVED_ONCE;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_READY_TO_START;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_REVERSED_ONCE;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_TAKEN_BACK_BY_ITS_SENDER;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_UNDER_WAY;
import static vn.soto.domain.plan.PlanRule.PLAN_IS_WHOLE;
import static vn.soto.domain.plan.PlanRule.PLAN_RESTS_AFTER_IT_HAD_STARTED;
import static vn.soto.domain.plan.PlanRule.PLAN_RESTS_AND_CAN_GO_ON;
import static vn.soto.domain.plan.PlanRule.PROGRESS_FOLLOWS_PROGRESS;
import static vn.soto.domain.plan.PlanRule.PROPOSAL_HAS_ONE_STEP;
import static vn.soto.domain.plan.PlanRule.REVERSAL_STRANDS_NO_RECORDS;
import static vn.soto.domain.plan.PlanRule.REVERSAL_THAT_STRANDS_IS_CONFIRMED;
import static vn.soto.domain.shared.CommonRule.REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.plan.OpenPlansEvent.OpenPlansChanged;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanEvent.PlanAbandoned;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanPaused;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanResumed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.plan.WaitingPlansEvent.WaitingPlansChanged;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.plan.InternalPlanCommand.RecordPlanPart;
import vn.soto.domain.plan.InternalPlanCommand.RecordProgress;
import vn.soto.domain.plan.InternalPlanCommand.StartPlan;
import vn.soto.domain.plan.InternalPlanCommand.SubmitPlan;
import vn.soto.domain.plan.PlanCommand.AbandonPlan;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.PlanCommand.PausePlan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.unit.UnitUses;

final class PlanTest extends SampleCommune {

    private static final PlanId PLAN = new PlanId("plan-1");
    private static final PlanId REVERSAL = Plan.undoing(PLAN);
    private static final String SALT = "ab".repeat(16);
    private static final SecondPerson NOBODY_ELSE = new SecondPerson(List.of("OFFICER", "ADMINISTRATOR"), false);
    private static final WaitingPlansChanged WAITING = new WaitingPlansChanged("an", List.of(PLAN));
    private static final StepRefusal REFUSAL = new StepRefusal(1, 3, "TEAM_COVERS_SOME_UNIT", List.of());

    private final Scenario scenario = Scenario.at(NOW)
            .administrators(FOUNDED, "an", "bình", "chi")
            .given(units())
            .as("an");

    private static List<PlanStep> steps(int number) {
        return IntStream.range(0, number)
                .mapToObj(step -> new PlanStep(step + 2, "register-household", "{}"))
                .toList();
    }

    private static RecordPlanPart part(PlanId plan, int steps) {
        return new RecordPlanPart(plan, 0, 0, PlanDigest.NONE, steps(steps), SALT);
    }

    private static String digest(int steps) {
        return PlanDigest.of(PlanDigest.NONE, steps(steps));
    }

    private static PlanSubmitted event(
            PlanId plan, PlanKind kind, int steps, @Nullable PlanId undoes, @Nullable SecondPerson second) {
        return new PlanSubmitted(
                plan,
                kind,
                steps,
                1,
                digest(steps),
                "an",
                second != null,
                undoes,
                List.of("register-household"),
                second);
    }

    private static SubmitPlan submit(PlanId plan, PlanKind kind, int steps) {
        return new SubmitPlan(plan, kind, steps, 1, digest(steps), List.of("register-household"), null);
    }

    private static RecordProgress progress(int from, int reached, StepRefusal... refusals) {
        return new RecordProgress(
                PLAN, 1, from, reached, reached - refusals.length, 0, refusals.length, List.of(refusals));
    }

    private Scenario submitted(PlanKind kind, int steps) {
        return scenario.given(part(PLAN, steps), submit(PLAN, kind, steps));
    }

    private Scenario started(PlanKind kind, int steps) {
        return submitted(kind, steps).given(new StartPlan(PLAN));
    }

    @Nested
    final class RecordingAPart {

        @ParameterizedTest
        @ValueSource(strings = {"approve-plan", "pause-plan", "resume-plan", "abandon-plan", "reverse-plan"})
        void refusesAStepThatDecidesAboutAPlan(String command) {
            List<PlanStep> steps = List.of(new PlanStep(2, "register-household", "{}"), new PlanStep(3, command, "{}"));

            scenario.when(new RecordPlanPart(PLAN, 0, 0, PlanDigest.NONE, steps, SALT))
                    .isRefusedBy(COMMAND_ABOUT_A_PLAN_IS_NO_STEP, command);
        }

        @Test
        void writesTheStepsAndTheDigestThatCoversThePartsBefore() {
            RecordPlanPart second = new RecordPlanPart(PLAN, 1, 2, digest(2), steps(1), SALT);

            scenario.given(part(PLAN, 2))
                    .when(second)
                    .decides(new PlanPartRecorded(
                            PLAN, 1, 2, digest(2), PlanDigest.of(digest(2), steps(1)), steps(1), SALT));
        }

        @Test
        void refusesAPartWithoutSteps() {
            scenario.when(part(PLAN, 0)).isRefusedBy(PLAN_HAS_STEPS);
        }

        @Test
        void refusesToWriteAPartTwice() {
            scenario.given(part(PLAN, 2));

            assertThatThrownBy(() -> scenario.send(part(PLAN, 3))).isInstanceOf(AggregateStreamCreationException.class);
        }
    }

    @Nested
    final class Submitting {

        @Test
        void opensAPlanInTheNameOfWhoSubmits() {
            scenario.given(part(PLAN, 2))
                    .when(submit(PLAN, PlanKind.IMPORT, 2))
                    .decides(event(PLAN, PlanKind.IMPORT, 2, null, null), new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void letsAProposalWaitForSomebodyElse() {
            scenario.given(part(PLAN, 1))
                    .when(submit(PLAN, PlanKind.PROPOSAL, 1))
                    .decides(event(PLAN, PlanKind.PROPOSAL, 1, null, NOBODY_ELSE), WAITING);
        }

        @Test
        void letsAPlanWaitThatHoldsACommandForTwoPersons() {
            scenario.approved()
                    .given(new AdoptPolicy(
                            new Terms(3, 220, 5, 30, 5, CreditRule.EQUAL_SHARES, List.of("register-household")),
                            signedOn(TODAY),
                            TODAY))
                    .alone()
                    .given(part(PLAN, 2));

            assertThat(scenario.send(submit(PLAN, PlanKind.IMPORT, 2)))
                    .containsExactly(event(PLAN, PlanKind.IMPORT, 2, null, NOBODY_ELSE), WAITING);
        }

        @Test
        void saysWhoMayApproveAndWhetherAnybodyElseIsKnown() {
            SubmitPlan erasing =
                    new SubmitPlan(PLAN, PlanKind.PROPOSAL, 1, 1, digest(1), List.of("erase-member-data"), null);

            assertThat(scenario.given(part(PLAN, 1)).whereOthersAreKnown().send(erasing))
                    .containsExactly(
                            new PlanSubmitted(
                                    PLAN,
                                    PlanKind.PROPOSAL,
                                    1,
                                    1,
                                    digest(1),
                                    "an",
                                    true,
                                    null,
                                    List.of("erase-member-data"),
                                    new SecondPerson(List.of("ADMINISTRATOR"), true)),
                            WAITING);
        }

        @Test
        void letsAnErasureWaitWithoutAnyPolicy() {
            SubmitPlan erasing =
                    new SubmitPlan(PLAN, PlanKind.IMPORT, 1, 1, digest(1), List.of("erase-household-data"), null);

            assertThat(scenario.given(part(PLAN, 1)).send(erasing))
                    .first()
                    .isInstanceOfSatisfying(
                            PlanSubmitted.class,
                            event -> assertThat(event.needsApproval()).isTrue());
        }

        @Test
        void letsAPolicyInAPlanAlwaysWait() {
            SubmitPlan adopting =
                    new SubmitPlan(PLAN, PlanKind.REORGANISATION, 1, 1, digest(1), List.of("adopt-policy"), null);

            assertThat(scenario.given(part(PLAN, 1)).send(adopting))
                    .first()
                    .isInstanceOfSatisfying(
                            PlanSubmitted.class,
                            event -> assertThat(event.needsApproval()).isTrue());
        }

        @Test
        void refusesAPlanThatIsNotWhole() {
            scenario.given(part(PLAN, 2));

            scenario.when(new SubmitPlan(PLAN, PlanKind.IMPORT, 2, 2, digest(2), List.of(), null))
                    .isRefusedBy(PLAN_IS_WHOLE, 2);
            scenario.when(new SubmitPlan(PLAN, PlanKind.IMPORT, 3, 1, digest(2), List.of(), null))
                    .isRefusedBy(PLAN_IS_WHOLE, 1);
            scenario.when(new SubmitPlan(PLAN, PlanKind.IMPORT, 2, 1, digest(3), List.of(), null))
                    .isRefusedBy(PLAN_IS_WHOLE, 1);
        }

        @Test
        void refusesAPlanWithoutSteps() {
            scenario.when(new SubmitPlan(PLAN, PlanKind.IMPORT, 0, 0, PlanDigest.NONE, List.of(), null))
                    .isRefusedBy(PLAN_HAS_STEPS);
        }

        @Test
        void refusesAProposalOfTwoCommands() {
            scenario.given(part(PLAN, 2))
                    .when(submit(PLAN, PlanKind.PROPOSAL, 2))
                    .isRefusedBy(PROPOSAL_HAS_ONE_STEP);
        }

        @Test
        void refusesAnIdThatIsAPersonalNumber() {
            PlanId number = new PlanId("079123456789");
            scenario.given(part(number, 1))
                    .when(submit(number, PlanKind.IMPORT, 1))
                    .isRefusedBy(CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void refusesOneMoreThanMayWaitForOneAccount() {
            Scenario two = new Scenario(
                            Clock.fixed(NOW, ZoneOffset.UTC),
                            DefaultPolicy.standard().withWaitingPlans(2))
                    .administrators(FOUNDED, "an", "bình")
                    .as("an");
            PlanId first = new PlanId("p-1");
            PlanId second = new PlanId("p-2");
            two.given(part(first, 1), submit(first, PlanKind.PROPOSAL, 1))
                    .given(part(second, 1), submit(second, PlanKind.PROPOSAL, 1))
                    .given(part(PLAN, 1))
                    .when(submit(PLAN, PlanKind.PROPOSAL, 1))
                    .isRefusedBy(ONLY_SO_MANY_PLANS_WAIT, 2);

            two.as("bình").given(submit(PLAN, PlanKind.PROPOSAL, 1), new ApprovePlan(first, null));
            PlanId third = new PlanId("p-3");
            two.as("an")
                    .given(
                            new AbandonPlan(second, "không cần nữa"),
                            part(third, 1),
                            submit(third, PlanKind.PROPOSAL, 1));
            PlanId fourth = new PlanId("p-4");
            two.given(part(fourth, 1), submit(fourth, PlanKind.PROPOSAL, 1));
        }

        @Test
        void refusesOneMoreThanCanBeOpenAtOnce() {
            for (int plan = 0; plan < OpenPlans.MOST; plan++) {
                PlanId id = new PlanId("p-" + plan);
                scenario.given(part(id, 1), submit(id, PlanKind.IMPORT, 1));
            }

            scenario.given(part(PLAN, 1))
                    .when(submit(PLAN, PlanKind.IMPORT, 1))
                    .isRefusedBy(ONLY_SO_MANY_PLANS_ARE_OPEN, OpenPlans.MOST);
        }
    }

    @Nested
    final class Approving {

        private final ApprovePlan approve = new ApprovePlan(PLAN, null);

        @Test
        void opensThePlan() {
            submitted(PlanKind.PROPOSAL, 1)
                    .as("bình")
                    .when(approve)
                    .decides(
                            new PlanApproved(PLAN, "bình"),
                            new WaitingPlansChanged("an", List.of()),
                            new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void isPossibleForAPlanUnderWayThatAPolicyNowAsksItOf() {
            started(PlanKind.IMPORT, 2).as("bình").when(approve).decides(new PlanApproved(PLAN, "bình"));
        }

        @Test
        void refusesWhoProposed() {
            submitted(PlanKind.PROPOSAL, 1).when(approve).isRefusedBy(PLAN_IS_APPROVED_BY_SOMEONE_ELSE);
        }

        @Test
        void takesThePasswordOfTheLastFifteenMinutes() {
            Scenario waiting = submitted(PlanKind.PROPOSAL, 1).as("bình");
            waiting.proven(NOW.minus(Duration.ofMinutes(15)).minusSeconds(1))
                    .when(approve)
                    .isRefusedBy(WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS, 15L);

            waiting.proven(NOW.plus(Duration.ofMinutes(1)).plusSeconds(1))
                    .when(approve)
                    .isRefusedBy(WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS, 15L);

            waiting.proven(NOW.minus(Duration.ofMinutes(15)))
                    .when(approve)
                    .decides(
                            new PlanApproved(PLAN, "bình"),
                            new WaitingPlansChanged("an", List.of()),
                            new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void refusesWhoMayNotIssueACommandOfThePlan() {
            submitted(PlanKind.PROPOSAL, 1)
                    .planning(register(HOUSEHOLD, HAMLET))
                    .onTheMachine(new AccountLinked(new AccountId("lan"), LinkedPerson.of(LAN), FOUNDED))
                    .as("lan")
                    .when(approve)
                    .isRefusedBy(ReachRule.STEP_IS_APPROVED_BY_SOMEONE_WITH_THE_RIGHT, "register-household", "lan");
        }

        @Test
        void refusesAnyoneInALedgerWithoutGrants() {
            Scenario bare = Scenario.at(NOW).as("an");
            bare.given(part(PLAN, 1), submit(PLAN, PlanKind.PROPOSAL, 1))
                    .as("bình")
                    .when(approve)
                    .isRefusedBy(LEDGER_SAYS_WHO_MAY_APPROVE);
        }

        @Test
        void refusesTheSecondApproval() {
            submitted(PlanKind.PROPOSAL, 1)
                    .as("bình")
                    .given(approve)
                    .as("chi")
                    .when(approve)
                    .isRefusedBy(PLAN_IS_APPROVED_ONCE);
        }

        @Test
        void refusesAPlanThatHasEnded() {
            submitted(PlanKind.PROPOSAL, 1)
                    .given(new AbandonPlan(PLAN, "không cần nữa"))
                    .as("bình")
                    .when(approve)
                    .isRefusedBy(PLAN_HAS_NOT_ENDED);
        }

        @Test
        void refusesAReasonTooShortToBeOne() {
            submitted(PlanKind.PROPOSAL, 1)
                    .as("bình")
                    .when(new ApprovePlan(PLAN, "ok"))
                    .isRefusedBy(REASON_IS_NEITHER_TOO_SHORT_NOR_TOO_LONG, 5, 500);
        }
    }

    @Nested
    final class Starting {

        @Test
        void isWrittenOnce() {
            submitted(PlanKind.IMPORT, 2).when(new StartPlan(PLAN)).decides(new PlanStarted(PLAN));
            scenario.when(new StartPlan(PLAN)).isRefusedBy(PLAN_IS_READY_TO_START);
        }

        @Test
        void waitsForTheApproval() {
            submitted(PlanKind.PROPOSAL, 1).when(new StartPlan(PLAN)).isRefusedBy(PLAN_IS_READY_TO_START);
        }
    }

    @Nested
    final class Progressing {

        @Test
        void writesWhatWasDoneAndWhatWasRefused() {
            started(PlanKind.IMPORT, 5)
                    .when(progress(0, 3, REFUSAL))
                    .decides(new PlanProgressed(PLAN, 1, 3, 2, 0, 1, List.of(REFUSAL)));
        }

        @Test
        void completesThePlanAtItsLastStep() {
            started(PlanKind.IMPORT, 5)
                    .when(progress(0, 5))
                    .decides(
                            new PlanProgressed(PLAN, 1, 5, 5, 0, 0, List.of()),
                            new PlanCompleted(PLAN, 1),
                            new OpenPlansChanged(List.of()));
        }

        @Test
        void stopsAReorganisationAtARefusedStep() {
            started(PlanKind.REORGANISATION, 5)
                    .when(new RecordProgress(PLAN, 1, 0, 1, 1, 0, 0, List.of(REFUSAL)))
                    .decides(
                            new PlanProgressed(PLAN, 1, 1, 1, 0, 0, List.of(REFUSAL)),
                            new PlanStopped(PLAN, 1),
                            new OpenPlansChanged(List.of()));
        }

        @Test
        void isWrittenAlsoOfStepsThatWereUnderWayWhenThePlanPaused() {
            started(PlanKind.IMPORT, 5)
                    .given(new PausePlan(PLAN, null))
                    .when(progress(0, 2))
                    .decides(new PlanProgressed(PLAN, 1, 2, 2, 0, 0, List.of()));
        }

        @Test
        void refusesToLeaveAGapOrToGoBackOrBeyond() {
            started(PlanKind.IMPORT, 5).given(progress(0, 3));

            scenario.when(progress(0, 4)).isRefusedBy(PROGRESS_FOLLOWS_PROGRESS, 3);
            scenario.when(progress(4, 5)).isRefusedBy(PROGRESS_FOLLOWS_PROGRESS, 3);
            scenario.when(progress(3, 2)).isRefusedBy(PROGRESS_FOLLOWS_PROGRESS, 3);
            scenario.when(progress(3, 6)).isRefusedBy(PROGRESS_FOLLOWS_PROGRESS, 3);
            scenario.when(new RecordProgress(PLAN, 2, 3, 4, 4, 0, 0, List.of()))
                    .isRefusedBy(PROGRESS_FOLLOWS_PROGRESS, 3);
        }

        @Test
        void refusesAPlanThatIsNotUnderWay() {
            submitted(PlanKind.IMPORT, 5).when(progress(0, 1)).isRefusedBy(PLAN_IS_UNDER_WAY);
            scenario.given(new AbandonPlan(PLAN, "không cần nữa"))
                    .when(progress(0, 1))
                    .isRefusedBy(PLAN_IS_UNDER_WAY);
        }
    }

    @Nested
    final class PausingAndResuming {

        @Test
        void closesAndOpensThePlan() {
            started(PlanKind.IMPORT, 5)
                    .given(progress(0, 3))
                    .when(new PausePlan(PLAN, "chờ xã bổ sung"))
                    .decides(new PlanPaused(PLAN), new OpenPlansChanged(List.of()));
            scenario.when(new ResumePlan(PLAN, null))
                    .decides(new PlanResumed(PLAN, 1, 3), new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void goesOnAtTheStepItStoppedAt() {
            started(PlanKind.REORGANISATION, 5)
                    .given(new RecordProgress(PLAN, 1, 0, 1, 1, 0, 0, List.of(REFUSAL)))
                    .when(new ResumePlan(PLAN, null))
                    .decides(new PlanResumed(PLAN, 1, 1), new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void carriesACompletedPlanOutAgainForWhatWasRefused() {
            started(PlanKind.IMPORT, 2)
                    .given(progress(0, 2, REFUSAL))
                    .when(new ResumePlan(PLAN, null))
                    .decides(new PlanResumed(PLAN, 2, 0), new OpenPlansChanged(List.of(PLAN)));
            scenario.when(new RecordProgress(PLAN, 2, 0, 2, 2, 0, 0, List.of()))
                    .decides(
                            new PlanProgressed(PLAN, 2, 2, 2, 0, 0, List.of()),
                            new PlanCompleted(PLAN, 2),
                            new OpenPlansChanged(List.of()));
        }

        @Test
        void refusesToPauseWhatIsNotUnderWay() {
            submitted(PlanKind.PROPOSAL, 1).when(new PausePlan(PLAN, null)).isRefusedBy(PLAN_IS_UNDER_WAY);
        }

        @Test
        void refusesToResumeWhatGoesOnOrIsDone() {
            started(PlanKind.IMPORT, 2).when(new ResumePlan(PLAN, null)).isRefusedBy(PLAN_RESTS_AND_CAN_GO_ON);
            scenario.given(progress(0, 2)).when(new ResumePlan(PLAN, null)).isRefusedBy(PLAN_RESTS_AND_CAN_GO_ON);
        }
    }

    @Nested
    final class Abandoning {

        private final AbandonPlan abandon = new AbandonPlan(PLAN, "không cần nữa");

        @Test
        void givesTheWaitingPlaceBack() {
            submitted(PlanKind.PROPOSAL, 1)
                    .when(abandon)
                    .decides(new PlanAbandoned(PLAN), new WaitingPlansChanged("an", List.of()));
        }

        @Test
        void endsThePlan() {
            started(PlanKind.IMPORT, 2).when(abandon).decides(new PlanAbandoned(PLAN), new OpenPlansChanged(List.of()));
        }

        @Test
        void refusesWhatHasEnded() {
            started(PlanKind.IMPORT, 2).given(progress(0, 2)).when(abandon).isRefusedBy(PLAN_HAS_NOT_ENDED);
        }
    }

    @Nested
    final class Reversing {

        private final ReversePlan reverse = new ReversePlan(PLAN, "nhập nhầm tệp", null);

        @Test
        void isPlannedByWhoeverCarriesOutPlans() {
            started(PlanKind.IMPORT, 2)
                    .given(progress(0, 2))
                    .when(reverse)
                    .decides(new PlanReversed(PLAN, REVERSAL), new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void isForWhoSentThePlanAndForAdministrators() {
            started(PlanKind.IMPORT, 2).given(progress(0, 2)).having(Role.OFFICER);

            scenario.as("bình").when(reverse).isRefusedBy(PLAN_IS_TAKEN_BACK_BY_ITS_SENDER);
            scenario.as("an")
                    .when(reverse)
                    .decides(new PlanReversed(PLAN, REVERSAL), new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void isDoneWithOnceItIsPlanned() {
            started(PlanKind.IMPORT, 2)
                    .given(progress(0, 2), reverse, part(REVERSAL, 1))
                    .when(new SubmitPlan(REVERSAL, PlanKind.UNDO, 1, 1, digest(1), List.of("register-household"), PLAN))
                    .decides(
                            event(REVERSAL, PlanKind.UNDO, 1, PLAN, null),
                            new OpenPlansChanged(List.of()),
                            new OpenPlansChanged(List.of(REVERSAL)));
        }

        @Test
        void isStoppedAtTheEndIfAStepWasRefusedAndRunsAgain() {
            started(PlanKind.UNDO, 3)
                    .given(progress(0, 2, REFUSAL))
                    .when(new RecordProgress(PLAN, 1, 2, 3, 2, 0, 1, List.of()))
                    .decides(
                            new PlanProgressed(PLAN, 1, 3, 2, 0, 1, List.of()),
                            new PlanStopped(PLAN, 1),
                            new OpenPlansChanged(List.of()));
            scenario.when(new ResumePlan(PLAN, null))
                    .decides(new PlanResumed(PLAN, 2, 0), new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void refusesWhatStrandsRecords() {
            whereIsBuilt(new UnitUses.Built(0, 2, 0, 0, 1))
                    .when(reverse)
                    .isRefusedBy(REVERSAL_STRANDS_NO_RECORDS, 1L, 2L, 0L);
        }

        @Test
        void tellsWhatRestsOnThePlanBeforeItStarts() {
            whereIsBuilt(new UnitUses.Built(1, 2, 3, 4, 0))
                    .when(reverse)
                    .isRefusedBy(REVERSAL_THAT_STRANDS_IS_CONFIRMED, 1L, 2L, 3L, 4L);
            scenario.when(new ReversePlan(PLAN, reverse.reason(), true))
                    .decides(new PlanReversed(PLAN, REVERSAL), new OpenPlansChanged(List.of(PLAN)));
        }

        private Scenario whereIsBuilt(UnitUses.Built built) {
            return started(PlanKind.REORGANISATION, 2).given(progress(0, 2)).whereUnitsAreUsed(new UnitUses() {
                @Override
                public UnitUses.Uses of(Collection<UnitId> units, LocalDate today) {
                    return new UnitUses.Uses(0, 0, 0);
                }

                @Override
                public UnitUses.Built builtOn(PlanId plan, LocalDate today) {
                    return built;
                }
            });
        }

        @Test
        void isPossibleForWhatAnAbandonedPlanHasDone() {
            started(PlanKind.IMPORT, 2)
                    .given(new AbandonPlan(PLAN, "không cần nữa"))
                    .when(reverse)
                    .decides(new PlanReversed(PLAN, REVERSAL), new OpenPlansChanged(List.of(PLAN)));
        }

        @Test
        void refusesAPlanUnderWayAndOneThatNeverStarted() {
            started(PlanKind.IMPORT, 2).when(reverse).isRefusedBy(PLAN_RESTS_AFTER_IT_HAD_STARTED);

            PlanId other = new PlanId("plan-2");
            scenario.given(part(other, 1), submit(other, PlanKind.PROPOSAL, 1))
                    .given(new AbandonPlan(other, "không cần nữa"))
                    .when(new ReversePlan(other, "nhập nhầm tệp", null))
                    .isRefusedBy(PLAN_RESTS_AFTER_IT_HAD_STARTED);
        }

        @Test
        void refusesTheSecondTimeAndEverythingAfterIt() {
            started(PlanKind.IMPORT, 2).given(progress(0, 2, REFUSAL), reverse);

            scenario.when(reverse).isRefusedBy(PLAN_IS_REVERSED_ONCE);
            scenario.when(new ResumePlan(PLAN, null)).isRefusedBy(PLAN_RESTS_AND_CAN_GO_ON);
            scenario.as("bình").when(new ApprovePlan(PLAN, null)).isRefusedBy(PLAN_HAS_NOT_ENDED);
        }
    }
}
