package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.PlanFixture.COMMUNE;
import static vn.soto.plans.PlanFixture.DAY;
import static vn.soto.plans.PlanFixture.HAMLET;
import static vn.soto.plans.PlanFixture.PLAN;
import static vn.soto.plans.PlanFixture.PROVINCE;
import static vn.soto.plans.PlanFixture.TEAM;
import static vn.soto.plans.PlanFixture.establish;
import static vn.soto.plans.PlanFixture.household;
import static vn.soto.plans.PlanFixture.households;
import static vn.soto.plans.PlanFixture.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.plan.PlanEvent.PlanApproved;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanPaused;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanEvent.PlanStarted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanEvent.PlanSubmitted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.plan.InternalPlanCommand.StartPlan;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand.AbandonPlan;
import vn.soto.domain.plan.PlanCommand.ApprovePlan;
import vn.soto.domain.plan.PlanCommand.PausePlan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.domain.plan.PlanRule;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Origin;

@Tag("threads")
@Tag("slow")
final class PlanRunnerTest {

    /** Two parts of steps. */
    private static final boolean LONG = Boolean.getBoolean("soto.long");

    private static final int HOUSEHOLDS = LONG ? 150 : 105;

    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", DAY);

    @AutoClose
    private final PlanFixture fixture = new PlanFixture();

    private static Iterator<Step> steps(Command... commands) {
        return Stream.of(commands)
                .<Step>map(command -> new Step.Ready(0, command))
                .iterator();
    }

    private List<StepRefusal> refusals(PlanId plan) {
        return fixture.events(plan).stream()
                .filter(PlanProgressed.class::isInstance)
                .flatMap(event -> ((PlanProgressed) event).refusals().stream())
                .toList();
    }

    @Nested
    final class CarryingOut {

        @Test
        void aRowIsRecordedWholeOrNotAtAllThoughItsAssignmentStoppedHoldingSinceTheFileWasSent() {
            MemberId stranger = new MemberId("m-stranger");
            List<Step> rows = List.of(
                    new Step.Ready(2, new RegisterHousehold(PlanFixture.household(0), HAMLET, "HO-0")),
                    new Step.Ready(2, new AssignHousehold(PlanFixture.household(0), TEAM, stranger, DAY)),
                    new Step.Ready(3, new RegisterHousehold(PlanFixture.household(1), HAMLET, "HO-1")),
                    new Step.Ready(3, new AssignHousehold(PlanFixture.household(1), TEAM, PlanFixture.member(1), DAY)));
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(PlanKind.IMPORT, rows.iterator());
                process.awaitIdle();
            }

            assertThat(refusals(PLAN))
                    .extracting(StepRefusal::step, StepRefusal::rule)
                    .containsExactly(tuple(0, "ROW_IS_RECORDED_WHOLE"), tuple(1, "RESPONSIBLE_MEMBER_BELONGS_TO_TEAM"));
            assertThat(fixture.content()).doesNotContainKey("h-0").containsKey("h-1");
        }

        @Test
        void takesEachStepAsACommitOfItsOwnInTheNameOfWhoSubmitted() {
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(PlanKind.IMPORT, households(3));
                assertThat(process.awaitIdle()).isEqualTo(new PlanCompleted(PLAN, 1));
            }

            assertThat(fixture.progress(PLAN)).isEqualTo(new PlanProgressed(PLAN, 1, 6, 6, 0, 0, List.of()));
            Commit step = fixture.commitOfStep(PLAN, 2).orElseThrow();
            assertThat(step.actor()).isEqualTo("an");
            assertThat(step.correlation()).isEqualTo("plan-plan-1");
            assertThat(step.causation()).isEqualTo(fixture.submission(PLAN).toString());
            assertThat(step.origin())
                    .isInstanceOfSatisfying(
                            Origin.Command.class,
                            origin -> assertThat(origin.name()).isEqualTo("register-household"));
        }

        @Test
        void writesPlansOfManyPartsAndShortHistories() {
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(PlanKind.IMPORT, households(LONG ? 1_000 : 400));
                process.awaitIdle();
            }

            assertThat(fixture.ledger.head("plan-part:plan-1:" + (LONG ? 9 : 3)))
                    .isPresent();
            assertThat(fixture.ledger.head("plan-part:plan-1:" + (LONG ? 10 : 4)))
                    .isEmpty();
            assertThat(fixture.events(PLAN)).hasSizeLessThan(20);
            assertThat(fixture.progress(PLAN).done()).isEqualTo(LONG ? 2_000 : 800);
        }

        @Test
        void passesOverWhatIsRefusedInAnImportAndSaysWhichRow() {
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(
                        PlanKind.IMPORT,
                        List.<Step>of(
                                        new Step.Ready(2, new RegisterHousehold(household(1), HAMLET, "HO-1")),
                                        new Step.Ready(3, new RegisterHousehold(household(2), COMMUNE, "HO-2")),
                                        new Step.Ready(4, new AssignHousehold(household(9), TEAM, member(0), DAY)),
                                        new Step.Ready(5, new RegisterHousehold(household(3), HAMLET, "HO-3")))
                                .iterator());
                assertThat(process.awaitIdle()).isEqualTo(new PlanCompleted(PLAN, 1));
            }

            assertThat(refusals(PLAN))
                    .containsExactly(
                            new StepRefusal(1, 3, "HOUSEHOLD_LIVES_IN_A_RESIDENTIAL_UNIT", List.of()),
                            new StepRefusal(2, 4, "STEP_IS_ABOUT_SOMETHING_THAT_EXISTS", List.of("household", "h-9")));
            assertThat(fixture.progress(PLAN))
                    .extracting(PlanProgressed::done, PlanProgressed::refused)
                    .containsExactly(2, 2);
        }

        @Test
        void stopsAReorganisationAtARefusedStepAndGoesOnThereWhenResumed() {
            UnitId second = new UnitId("u-second");
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(
                        PlanKind.REORGANISATION,
                        steps(
                                establish(new UnitId("u-first"), UnitKind.HAMLET, "Một", null, COMMUNE),
                                establish(new UnitId("u-third"), UnitKind.HAMLET, "Ba", null, second),
                                establish(new UnitId("u-fourth"), UnitKind.HAMLET, "Bốn", null, COMMUNE)));
                assertThat(process.awaitIdle()).isEqualTo(new PlanStopped(PLAN, 1));
                assertThat(fixture.ledger.head("u-fourth")).isEmpty();

                process.send(establish(second, UnitKind.COMMUNE, "Hai", "25781", PROVINCE), "an");
                process.send(new ResumePlan(PLAN, null), "bình");
                process.await(PLAN, PlanCompleted.class::isInstance);
            }

            assertThat(fixture.progress(PLAN)).isEqualTo(new PlanProgressed(PLAN, 1, 3, 3, 0, 0, List.of()));
        }

        @Test
        void carriesACompletedPlanOutAgainForWhatWasRefused() {
            try (PlanFixture.Node process = fixture.process().start()) {
                UnitId late = new UnitId("u-late");
                process.submit(
                        PlanKind.IMPORT,
                        steps(
                                new RegisterHousehold(household(1), HAMLET, "HO-1"),
                                new RegisterHousehold(household(2), late, "HO-2")));
                process.awaitIdle();
                process.send(establish(late, UnitKind.HAMLET, "Muộn", null, COMMUNE), "an");
                process.send(new ResumePlan(PLAN, null), "an");
                process.await(PLAN, event -> event.equals(new PlanCompleted(PLAN, 2)));
            }

            assertThat(fixture.progress(PLAN)).isEqualTo(new PlanProgressed(PLAN, 2, 2, 2, 0, 0, List.of()));
        }

        @Test
        void countsWhatAnEarlierFileBroughtInAsRepeated() {
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(PlanKind.IMPORT, households(10));
                process.awaitIdle();
                PlanId larger = new PlanId("plan-2");
                process.plans.submit(larger, PlanKind.IMPORT, households(12), "bình");
                process.await(larger, PlanFixture::isIdle);
                assertThat(fixture.progress(larger)).isEqualTo(new PlanProgressed(larger, 1, 24, 4, 20, 0, List.of()));
            }
        }

        @Test
        void refusesWhatExistsWithOtherContent() {
            try (PlanFixture.Node process = fixture.process().start()) {
                process.send(new RegisterHousehold(household(1), HAMLET, "KHAC-1"), "an");
                process.submit(PlanKind.IMPORT, steps(new RegisterHousehold(household(1), HAMLET, "HO-1")));
                process.awaitIdle();
            }

            assertThat(refusals(PLAN))
                    .containsExactly(new StepRefusal(0, 0, "STEP_CREATES_WHAT_DOES_NOT_EXIST_YET", List.of()));
        }

        @Test
        void stopsAtTheNextStepWhenPausedAndGoesOnWhenResumed() {
            CountDownLatch inTheMiddle = new CountDownLatch(1);
            CountDownLatch paused = new CountDownLatch(1);
            AtomicInteger appended = new AtomicInteger();
            Semaphore looks = new Semaphore(0);
            UnitId[] units = Stream.iterate(0, i -> i < 20, i -> i + 1)
                    .map(i -> new UnitId("u-" + i))
                    .toArray(UnitId[]::new);
            Command[] commands = Stream.of(units)
                    .map(unit -> establish(unit, UnitKind.HAMLET, "Ấp " + unit, null, COMMUNE))
                    .toArray(Command[]::new);
            try (PlanFixture.Node process = fixture.process(ledger -> draft -> {
                        if (draft.origin() instanceof Origin.Command command
                                && command.name().equals("establish-unit")
                                && appended.incrementAndGet() == 5) {
                            inTheMiddle.countDown();
                            await(paused);
                        }
                        return ledger.append(draft);
                    })
                    .start(() -> {
                        looks.release();
                        return true;
                    })) {
                process.submit(PlanKind.REORGANISATION, steps(commands));
                await(inTheMiddle);
                process.send(new PausePlan(PLAN, "chờ xã xem lại"), "an");
                assertThat(fixture.last(PLAN)).isEqualTo(new PlanPaused(PLAN));
                // The runner begins its second look from now only after the first one has found the plan paused.
                looks.drainPermits();
                await(looks, 2);
                paused.countDown();
                PlanProgressed soFar = (PlanProgressed) process.await(PLAN, PlanProgressed.class::isInstance);
                assertThat(soFar.reached()).isBetween(5, 19);
                assertThat(fixture.content().keySet().stream().filter(id -> id.matches("u-\\d+")))
                        .hasSize(soFar.reached());

                process.send(new ResumePlan(PLAN, null), "an");
                process.await(PLAN, PlanCompleted.class::isInstance);
            }
            assertThat(fixture.progress(PLAN).done()).isEqualTo(20);
        }

        @Test
        void leavesAnAbandonedPlanAlone() {
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.IMPORT, households(2));
                process.send(new AbandonPlan(PLAN, "gửi nhầm tệp"), "an");
                process.start();
                PlanId other = new PlanId("plan-2");
                process.plans.submit(
                        other, PlanKind.IMPORT, steps(new RegisterHousehold(household(7), HAMLET, "HO-7")), "an");
                process.await(other, PlanFixture::isIdle);
            }

            assertThat(fixture.ledger.head("h-0")).isEmpty();
        }

        @Test
        void waitsInAProcessThatDoesNotWrite() {
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.IMPORT, households(2));
            }
            try (PlanFixture.Node standby = fixture.process().start(() -> false)) {
                standby.send(new RegisterHousehold(household(7), HAMLET, "HO-7"), "an");
            }
            assertThat(fixture.last(PLAN)).isInstanceOf(PlanSubmitted.class);
        }
    }

    @Nested
    final class SeparatePersons {

        private final RegisterHousehold command = new RegisterHousehold(household(1), HAMLET, "HO-1");

        @Test
        void aProposalIsCarriedOutOnceSomebodyElseHasApprovedIt() {
            try (PlanFixture.Node process = fixture.process().start()) {
                requireTwoPersons(process);
                assertThatThrownBy(() -> process.send(command, "an"))
                        .isInstanceOfSatisfying(
                                RuleViolatedException.class,
                                refused ->
                                        assertThat(refused.rule()).isEqualTo(PlanRule.COMMAND_NEEDS_A_SECOND_PERSON));

                process.submit(PlanKind.PROPOSAL, steps(command));
                assertThatThrownBy(() -> process.approve(PLAN, "an")).isInstanceOf(RuleViolatedException.class);
                assertThat(fixture.ledger.head("h-1")).isEmpty();
                process.approve(PLAN, "bình");
                process.awaitIdle();
            }

            assertThat(fixture.content())
                    .containsEntry("h-1", List.of(new HouseholdRegistered(household(1), HAMLET, "HO-1")));
        }

        /** A plan that needs no approval may get one before the runner has seen it. */
        @Test
        void aPlanThatIsApprovedBeforeItBeginsIsCarriedOut() {
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.HAND_OVER, PlanFixture.households(1));
                process.approve(PLAN, "bình");
                process.start();

                process.awaitIdle();
                assertThat(fixture.progress(PLAN).done()).isEqualTo(2);
            }
        }

        @Test
        void aPlanSubmittedBeforeThePolicyStopsUntilItIsApproved() {
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.REORGANISATION, steps(command));
                requireTwoPersons(process);
                process.start();
                assertThat(process.awaitIdle()).isEqualTo(new PlanStopped(PLAN, 0));
                assertThat(refusals(PLAN))
                        .containsExactly(
                                new StepRefusal(0, 0, "COMMAND_NEEDS_A_SECOND_PERSON", List.of("register-household")));

                process.approve(PLAN, "bình");
                process.send(new ResumePlan(PLAN, null), "an");
                process.await(PLAN, PlanCompleted.class::isInstance);
            }
        }

        private void requireTwoPersons(PlanFixture.Node process) {
            process.send(
                    new AdoptPolicy(
                            new Terms(
                                    3,
                                    220,
                                    5,
                                    30,
                                    5,
                                    CreditRule.EQUAL_SHARES,
                                    PlanFixture.twoFor("register-household")),
                            new Instrument("7/QĐ-UBND", DAY),
                            DAY),
                    "an");
        }
    }

    @Nested
    final class Reversing {

        @Test
        void takesBackWhatCanBeTakenBackFromTheLastStepToTheFirst() {
            PlanId undo = Plan.undoing(PLAN);
            try (PlanFixture.Node process = fixture.process().start()) {
                process.send(new RegisterHousehold(household(1), HAMLET, "HO-1"), "an");
                process.send(new AssignHousehold(household(1), TEAM, member(1), DAY), "an");
                process.submit(
                        PlanKind.HAND_OVER,
                        steps(
                                new ReassignHousehold(household(1), TEAM, member(2), DAY.plusDays(1)),
                                new ReassignHousehold(household(1), TEAM, member(3), DAY.plusDays(1))));
                process.awaitIdle();
                process.send(new ReversePlan(PLAN, "bàn giao nhầm người", null), "chi");
                assertThat(process.await(undo, PlanFixture::isIdle)).isEqualTo(new PlanCompleted(undo, 1));
            }

            assertThat(fixture.events(PLAN)).contains(new PlanReversed(PLAN, undo));
            assertThat(fixture.events(undo).getFirst()).isInstanceOfSatisfying(PlanSubmitted.class, submitted -> {
                assertThat(submitted.kind()).isEqualTo(PlanKind.UNDO);
                assertThat(submitted.undoes()).isEqualTo(PLAN);
                assertThat(submitted.proposer()).isEqualTo("chi");
            });
            assertThat(fixture.content().getOrDefault("h-1", List.of()).stream()
                            .filter(HouseholdReassigned.class::isInstance)
                            .map(event -> ((HouseholdReassigned) event).to().member()))
                    .containsExactly(member(2), member(3), member(2), member(1));
        }

        @Test
        void saysWhatStays() {
            PlanId undo = Plan.undoing(PLAN);
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(
                        PlanKind.IMPORT,
                        List.<Step>of(
                                        new Step.Ready(
                                                2,
                                                new RegisterOrganisation(
                                                        new OrganisationId("o-1"),
                                                        "Công ty Viễn thông",
                                                        OrganisationKind.TELECOM_COMPANY)),
                                        new Step.Ready(3, new RegisterHousehold(household(2), COMMUNE, "HO-2")))
                                .iterator());
                process.awaitIdle();
                process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "chi");
                process.await(undo, PlanFixture::isIdle);
            }

            assertThat(refusals(undo))
                    .containsExactly(new StepRefusal(
                            0,
                            2,
                            "EVENT_HAS_ITS_OWN_CORRECTION",
                            List.of("organisation.registered", "correct-organisation")));
        }

        @Test
        void givesATeamItsNameAndItsUnitsBack() {
            PlanId undo = Plan.undoing(PLAN);
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(
                        PlanKind.REORGANISATION,
                        steps(
                                new EstablishUnit(
                                        new UnitId("u-hamlet-9"),
                                        UnitKind.HAMLET,
                                        "Đồng Tâm 9",
                                        null,
                                        COMMUNE,
                                        DECISION,
                                        DAY),
                                new RenameTeam(TEAM, "Tổ Đồng Tâm mới", DECISION, DAY),
                                new ChangeCoverage(TEAM, List.of(HAMLET, new UnitId("u-hamlet-9")), DECISION, DAY)));
                process.awaitIdle();
                process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "chi");
                process.await(undo, PlanFixture::isIdle);
            }

            assertThat(refusals(undo)).isEmpty();
            assertThat(fixture.content().getOrDefault(TEAM.value(), List.of()))
                    .contains(new TeamRenamed(TEAM, "Tổ công nghệ số ấp Đồng Tâm", DECISION, DAY))
                    .contains(new TeamCoverageChanged(TEAM, List.of(HAMLET), DECISION, DAY));
        }

        @Test
        void withdrawsWhatWasBegunByMistake() {
            UnitId unit = new UnitId("u-hamlet-9");
            PlanId undo = Plan.undoing(PLAN);
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(
                        PlanKind.REORGANISATION,
                        steps(
                                new EstablishUnit(unit, UnitKind.HAMLET, "Đồng Tâm 9", null, COMMUNE, DECISION, DAY),
                                new RegisterHousehold(household(1), HAMLET, "HO-1"),
                                new AssignHousehold(household(1), TEAM, member(1), DAY),
                                new EnrolMember(TEAM, new MemberId("m-9"), MemberOrigin.TEACHER, DAY)));
                process.awaitIdle();
                process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "chi");
                process.await(undo, PlanFixture::isIdle);
            }

            assertThat(refusals(undo)).isEmpty();
            assertThat(fixture.content().getOrDefault("h-1", List.of()).getLast())
                    .isEqualTo(new RegistrationWithdrawn(household(1), HAMLET));
            assertThat(fixture.content().getOrDefault("u-hamlet-9", List.of()).getLast())
                    .isEqualTo(new UnitChangeUndone(unit, UnitChange.ESTABLISHED, DAY));
            assertThat(fixture.content().getOrDefault(TEAM.value(), List.of()))
                    .contains(new MembershipEnded(TEAM, new MemberId("m-9"), EndReason.OTHER, DAY));
        }

        @Test
        void saysWhenThereIsNothingToTakeBack() {
            PlanId undo = Plan.undoing(PLAN);
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(PlanKind.IMPORT, steps(new RegisterHousehold(household(2), COMMUNE, "HO-2")));
                process.awaitIdle();
                process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "chi");
                process.await(undo, PlanFixture::isIdle);
            }

            assertThat(refusals(undo))
                    .containsExactly(new StepRefusal(0, 0, "SOMETHING_IS_THERE_TO_TAKE_BACK", List.of()));
        }

        /** The process stops after the request for a reversal; another process plans it. */
        @Test
        void isPlannedByWhoeverComesNext() {
            PlanId undo = Plan.undoing(PLAN);
            try (PlanFixture.Node process = fixture.process().start()) {
                process.submit(PlanKind.IMPORT, households(HOUSEHOLDS));
                process.awaitIdle();
            }
            try (PlanFixture.Node process = fixture.process()) {
                process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "chi");
            }
            try (PlanFixture.Node process = fixture.process().start()) {
                process.await(undo, PlanFixture::isIdle);
            }
            assertThat(fixture.progress(undo).reached())
                    .isEqualTo(fixture.progress(undo).done())
                    .isEqualTo(2 * HOUSEHOLDS);
        }
    }

    @Nested
    final class Interrupted {

        /** The content after an uninterrupted run. */
        private Object expected() {
            PlanFixture other = new PlanFixture();
            try (PlanFixture.Node process = other.process().start()) {
                process.submit(PlanKind.IMPORT, households(HOUSEHOLDS));
                process.awaitIdle();
            }
            return other.content();
        }

        /** The ledger fails after this number of appends; the last append is lost, or persisted without an answer. */
        private LedgerAppender failing(LedgerAppender ledger, AtomicInteger left, boolean persisted) {
            return draft -> {
                int remaining = left.getAndDecrement();
                if (remaining > 0) {
                    return ledger.append(draft);
                }
                if (remaining == 0 && persisted) {
                    ledger.append(draft);
                    throw new LedgerException.Uncertain("cut off", new IllegalStateException());
                }
                throw new LedgerException.Unavailable("cut off", Duration.ofSeconds(1), null);
            };
        }

        private void crash(int after, boolean persisted) {
            AtomicInteger left = new AtomicInteger(after);
            CountDownLatch cut = new CountDownLatch(1);
            try (PlanFixture.Node _ = fixture.process(ledger -> {
                        LedgerAppender failing = failing(ledger, left, persisted);
                        return draft -> {
                            try {
                                return failing.append(draft);
                            } catch (LedgerException e) {
                                cut.countDown();
                                throw e;
                            }
                        };
                    })
                    .start()) {
                Runnable look = () -> {
                    if (fixture.last(PLAN) instanceof PlanCompleted) {
                        cut.countDown();
                    }
                };
                fixture.ledger.addCommitListener(commits -> look.run());
                look.run();
                await(cut);
            }
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void losesNothingAndDoesNothingTwiceWhereverItWasCutOff(boolean persisted) {
            long seed = persisted ? 8L : 7L;
            Random random = new Random(seed);
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.IMPORT, households(HOUSEHOLDS));
            }
            for (int crashes = 0; crashes < (LONG ? 12 : 3); crashes++) {
                crash(random.nextInt(2 * HOUSEHOLDS / 5), persisted);
            }
            try (PlanFixture.Node process = fixture.process().start()) {
                process.awaitIdle();
            }

            assertThat(fixture.content()).as("seed %d", seed).isEqualTo(expected());
            assertThat(fixture.progress(PLAN).done()).isEqualTo(2 * HOUSEHOLDS);
        }

        /** The cut is between a step and its progress event, or after a persisted progress event without an answer. */
        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void goesOnFromTheLastProgressWhenTheNextOneIsCutOff(boolean persisted) {
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.REORGANISATION, households(150));
            }
            CountDownLatch cut = new CountDownLatch(1);
            try (PlanFixture.Node process = fixture.process(ledger -> draft -> {
                        if (draft.origin() instanceof Origin.Command command
                                && command.name().equals("record-plan-progress")) {
                            if (persisted && cut.getCount() > 0) {
                                ledger.append(draft);
                            }
                            cut.countDown();
                            throw new LedgerException.Uncertain("cut off", new IllegalStateException());
                        }
                        return ledger.append(draft);
                    })
                    .start()) {
                await(cut);
                assertThat(process.gateway).isNotNull();
            }
            int reached = fixture.events(PLAN).stream().anyMatch(PlanProgressed.class::isInstance)
                    ? fixture.progress(PLAN).reached()
                    : 0;
            assertThat(reached).isEqualTo(persisted ? 200 : 0);
            try (PlanFixture.Node process = fixture.process().start()) {
                process.awaitIdle();
            }
            assertThat(fixture.progress(PLAN)).isEqualTo(new PlanProgressed(PLAN, 1, 300, 300, 0, 0, List.of()));
            assertThat(fixture.content().keySet().stream().filter(id -> id.startsWith("h-")))
                    .hasSize(150);
        }

        @Test
        void aSubmissionCutOffIsFinishedBySendingItAgain() {
            AtomicInteger left = new AtomicInteger(1);
            try (PlanFixture.Node process = fixture.process(ledger -> failing(ledger, left, true))) {
                assertThatThrownBy(() -> process.submit(PlanKind.IMPORT, households(HOUSEHOLDS)))
                        .isInstanceOf(LedgerException.Uncertain.class);
            }
            try (PlanFixture.Node process = fixture.process().start()) {
                assertThat(process.submit(PlanKind.IMPORT, households(HOUSEHOLDS))
                                .repeat())
                        .isFalse();
                process.awaitIdle();
            }
            assertThat(fixture.content()).isEqualTo(expected());
        }
    }

    @Nested
    final class Races {

        @Test
        void of64WhoSubmitOnePlanItIsSubmittedOnce() throws Exception {
            try (PlanFixture.Node process = fixture.process()) {
                List<Object> answers = race(i -> process.plans.submit(PLAN, PlanKind.IMPORT, households(250), "an"));
                assertThat(answers).allMatch(PlanService.Submitted.class::isInstance);
                assertThat(answers.stream().filter(answer -> !((PlanService.Submitted) answer).repeat()))
                        .hasSize(1);
            }
            assertThat(fixture.events(PLAN)).hasSize(1);
        }

        @Test
        void of64WhoUseOneIdForPlansOfTheirOwnOneSucceeds() throws Exception {
            try (PlanFixture.Node process = fixture.process()) {
                List<Object> answers = race(i -> process.plans.submit(PLAN, PlanKind.IMPORT, households(i + 1), "an"));
                assertThat(answers.stream().filter(PlanService.Submitted.class::isInstance))
                        .hasSize(1);
                assertThat(answers.stream().filter(PlanIdReusedException.class::isInstance))
                        .hasSize(63);
            }
        }

        @Test
        void of64WhoApproveOneIsTheSecondPerson() throws Exception {
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.PROPOSAL, steps(new RegisterHousehold(household(1), HAMLET, "HO-1")));
                process.administrator("an");
                IntStream.range(0, 64).forEach(i -> process.administrator("người " + i));
                List<Object> answers = race(i -> process.gateway.submit(
                        new CommandRequest(
                                new UUID(0x8000L, 0x9000_0000_0000_0000L + i),
                                "người " + i,
                                Set.of(Role.OFFICER),
                                "duyệt"),
                        new ApprovePlan(PLAN, null)));
                assertThat(answers.stream().filter(answer -> !(answer instanceof RuntimeException)))
                        .hasSize(1);
            }
            assertThat(fixture.events(PLAN).stream().filter(PlanApproved.class::isInstance))
                    .hasSize(1);
        }

        @Test
        void of64WhoStartOneStarts() throws Exception {
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.IMPORT, households(1));
                race(i -> process.gateway.submit(
                        new CommandRequest(new UUID(0x8000L, 0x9000_0000_0000_0000L + i), "an"), new StartPlan(PLAN)));
            }
            assertThat(fixture.events(PLAN).stream().filter(PlanStarted.class::isInstance))
                    .hasSize(1);
        }

        /** Two processes both act as the active writer: both run the plan, and each step is done once. */
        @Test
        void twoProcessesDoNothingTwice() {
            try (PlanFixture.Node process = fixture.process()) {
                process.submit(PlanKind.IMPORT, households(200));
            }
            try (PlanFixture.Node one = fixture.process().start();
                    PlanFixture.Node other = fixture.process().start()) {
                one.awaitIdle();
                other.awaitIdle();
            }
            assertThat(fixture.progress(PLAN).done()).isEqualTo(400);
            assertThat(fixture.content().keySet().stream().filter(id -> id.startsWith("h-")))
                    .hasSize(200);
        }

        private List<Object> race(IntFunction<Object> caller) throws InterruptedException {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Object>> all = new ArrayList<>();
                for (int i = 0; i < 64; i++) {
                    int number = i;
                    all.add(() -> caller.apply(number));
                }
                List<Object> answers = new ArrayList<>();
                for (Future<Object> answer : callers.invokeAll(all)) {
                    try {
                        answers.add(answer.get());
                    } catch (ExecutionException e) {
                        answers.add(e.getCause());
                    }
                }
                return answers;
            }
        }
    }

    private static void await(Semaphore permits, int count) {
        try {
            assertThat(permits.tryAcquire(count, 60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
