package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.plans.PlanFixture.DAY;
import static vn.soto.plans.PlanFixture.HAMLET;
import static vn.soto.plans.PlanFixture.PLAN;
import static vn.soto.plans.PlanFixture.TEAM;
import static vn.soto.plans.PlanFixture.household;
import static vn.soto.plans.PlanFixture.households;
import static vn.soto.plans.PlanFixture.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanEvent.PlanReversed;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;

/**
 * Somebody with the lowest role knows a plan's id and every derivation, and records commands under each derived id.
 * This happens as the first version allowed it, and against plans of both versions.
 */
@Tag("slow")
@Tag("threads")
final class OccupiedIdsTest {

    private static final String STRANGER = "người lạ";
    private static final int HOUSEHOLDS = 105;
    private static final int STEPS = 2 * HOUSEHOLDS;

    @AutoClose
    private final PlanFixture fixture = new PlanFixture();

    private int strangers;

    static Stream<Arguments> plans() {
        return pairs(PlanKind.REORGANISATION, PlanKind.IMPORT);
    }

    static Stream<Arguments> cuts() {
        return pairs(true, false);
    }

    /** The first version with one and today's with the other; at length each with both. */
    private static Stream<Arguments> pairs(Object one, Object other) {
        Stream<Arguments> two = Stream.of(Arguments.of(true, one), Arguments.of(false, other));
        return Boolean.getBoolean("soto.long")
                ? Stream.concat(two, Stream.of(Arguments.of(true, other), Arguments.of(false, one)))
                : two;
    }

    private PlanFixture.Node writing(boolean firstVersion) {
        return fixture.process(ledger -> firstVersion ? FirstVersion.writing(PLAN, ledger) : ledger);
    }

    private void submit(boolean firstVersion, PlanKind kind) {
        try (PlanFixture.Node process = writing(firstVersion)) {
            process.submit(kind, households(HOUSEHOLDS));
        }
    }

    /** Records a household of the stranger's own under the id; an id that is in use stays as it is. */
    private void occupy(PlanFixture.Node process, UUID id, String correlation) {
        String own = "x-" + strangers++;
        try {
            process.gateway.submit(
                    new CommandRequest(id, STRANGER, correlation),
                    new RegisterHousehold(household(1_000 + strangers), HAMLET, own));
        } catch (CommandIdReusedException e) {
            assertThat(fixture.ledger.commitOfCommand(id)).isPresent();
        }
    }

    /** Every id of the plan that somebody without the ledger can derive, some of them with a second one after it. */
    private void occupyEverything(Random random) {
        List<UUID> known = new ArrayList<>();
        for (String what : List.of("start", "submission", "part", "progress")) {
            IntStream.range(0, 12).forEach(number -> known.add(FirstVersion.id(PLAN, what, number)));
        }
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(4) == 0) {
                UUID id = FirstVersion.id(PLAN, "step", step);
                known.add(id);
                if (random.nextBoolean()) {
                    known.add(StepIds.after(id));
                }
            }
        }
        try (PlanFixture.Node process = fixture.process()) {
            known.forEach(id -> occupy(process, id, PLAN.correlation()));
        }
    }

    private long ofThePlan(Class<?> event, String prefix) {
        return fixture.content().entrySet().stream()
                .filter(aggregate -> aggregate.getKey().startsWith(prefix))
                .flatMap(aggregate -> aggregate.getValue().stream())
                .filter(event::isInstance)
                .count();
    }

    @Test
    void theIdsOfTheFirstVersionAreKept() {
        for (int step : List.of(0, 1, 199, 200, 499_999)) {
            assertThat(StepIds.step(PLAN, null, step)).isEqualTo(FirstVersion.id(PLAN, "step", step));
            assertThat(PlanService.createdBy(PLAN, step)).isEqualTo(FirstVersion.id(PLAN, "step", step));
        }
    }

    @Test
    void idsOfANewPlanCannotBeDerivedFromItsOwnId() {
        submit(false, PlanKind.IMPORT);
        Set<UUID> derived = new HashSet<>();
        IntStream.range(0, STEPS).forEach(step -> derived.add(FirstVersion.id(PLAN, "step", step)));

        PlanFixture other = new PlanFixture();
        try (PlanFixture.Node process = other.process()) {
            process.submit(PlanKind.IMPORT, households(HOUSEHOLDS));
        }
        IntStream.range(0, STEPS).forEach(step -> derived.add(other.stepId(PLAN, step)));

        assertThat(derived).as("the same plan elsewhere has other ids").hasSize(2 * STEPS);
        assertThat(IntStream.range(0, STEPS).mapToObj(step -> fixture.stepId(PLAN, step)))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(derived)
                .allMatch(id -> id.version() == 8 && id.variant() == 2);
        other.close();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanIsCarriedOutOnceAndIsReversedAlone(boolean firstVersion, PlanKind kind) {
        long seed = 11;
        submit(firstVersion, kind);
        occupyEverything(new Random(seed));
        PlanId undo = Plan.undoing(PLAN);

        try (PlanFixture.Node process = fixture.process().start()) {
            assertThat(process.awaitIdle()).as("seed %d", seed).isEqualTo(new PlanCompleted(PLAN, 1));
            assertThat(fixture.progress(PLAN)).isEqualTo(new PlanProgressed(PLAN, 1, STEPS, STEPS, 0, 0, List.of()));
            assertThat(ofThePlan(HouseholdRegistered.class, "h-")).isEqualTo(HOUSEHOLDS + registeredByStrangers());
            process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "chi");
            assertThat(process.await(undo, PlanFixture::isIdle)).isEqualTo(new PlanCompleted(undo, 1));
        }

        assertThat(fixture.progress(undo).done()).as("only steps are reversed").isEqualTo(STEPS);
        assertThat(fixture.progress(undo).refused()).isZero();
        assertThat(ofThePlan(RegistrationWithdrawn.class, "h-")).isEqualTo(HOUSEHOLDS);
    }

    private long registeredByStrangers() {
        return fixture.ledger.commits(1, Integer.MAX_VALUE).stream()
                .map(Commit::actor)
                .filter(STRANGER::equals)
                .count();
    }

    /** The same command, sent by the proposer in person under the id of a step, is not the step either. */
    @Test
    void whatTheProposerSentInPersonIsNoStep() {
        submit(true, PlanKind.IMPORT);
        try (PlanFixture.Node process = fixture.process()) {
            process.gateway.submit(
                    new CommandRequest(FirstVersion.id(PLAN, "step", 0), "an", PLAN.correlation()),
                    new RegisterHousehold(household(0), HAMLET, "HO-0"));
        }
        PlanId undo = Plan.undoing(PLAN);
        try (PlanFixture.Node process = fixture.process().start()) {
            process.awaitIdle();
            assertThat(fixture.progress(PLAN))
                    .isEqualTo(new PlanProgressed(PLAN, 1, STEPS, STEPS - 1, 1, 0, List.of()));
            process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "chi");
            process.await(undo, PlanFixture::isIdle);
        }
        assertThat(ofThePlan(RegistrationWithdrawn.class, "h-")).isEqualTo(HOUSEHOLDS - 1);
    }

    /** Cut off anywhere, with the last append lost or recorded without an answer, and gone on with by another process. */
    @ParameterizedTest
    @MethodSource("cuts")
    void aPlanCutOffAnywhereIsCarriedOutOnce(boolean firstVersion, boolean persisted) {
        long seed = firstVersion ? 21 : 22;
        Random random = new Random(seed);
        submit(firstVersion, PlanKind.REORGANISATION);
        occupyEverything(random);
        for (int crash = 0; crash < 6; crash++) {
            runUntilCutOff(random.nextInt(40), persisted);
        }
        try (PlanFixture.Node process = fixture.process().start()) {
            process.awaitIdle();
        }

        assertThat(fixture.last(PLAN)).as("seed %d", seed).isEqualTo(new PlanCompleted(PLAN, 1));
        assertThat(fixture.progress(PLAN).done()).isEqualTo(STEPS);
        assertThat(steps()).as("one commit for each step").isEqualTo(STEPS);
    }

    private long steps() {
        String submission = fixture.submission(PLAN).toString();
        return fixture.ledger.commits(1, Integer.MAX_VALUE).stream()
                .filter(commit -> commit.causation().equals(submission))
                .filter(commit -> commit.events().stream()
                        .anyMatch(event -> event.aggregate() != null
                                && event.aggregate().id().startsWith("h-")))
                .count();
    }

    private void runUntilCutOff(int appends, boolean persisted) {
        CountDownLatch cut = new CountDownLatch(1);
        AtomicInteger left = new AtomicInteger(appends);
        try (PlanFixture.Node _ = fixture.process(ledger -> draft -> {
                    int remaining = left.getAndDecrement();
                    if (remaining > 0) {
                        return ledger.append(draft);
                    }
                    if (remaining == 0 && persisted) {
                        ledger.append(draft);
                    }
                    cut.countDown();
                    throw new LedgerException.Unavailable("cut off", Duration.ofSeconds(1), null);
                })
                .start()) {
            assertThat(cut.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A request of the first version names a plan of version 3, an id that clients could use. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReversalRequestedOfTheFirstVersionFindsAnotherIdIfItsOwnIsTaken(boolean taken) {
        PlanId named = FirstVersion.undoing(PLAN);
        try (PlanFixture.Node process = fixture.process().start()) {
            process.submit(PlanKind.IMPORT, households(3));
            process.awaitIdle();
        }
        if (taken) {
            try (PlanFixture.Node process = fixture.process()) {
                process.plans.submit(
                        named,
                        PlanKind.PROPOSAL,
                        List.<Step>of(new Step.Ready(0, new AssignHousehold(household(1), TEAM, member(2), DAY)))
                                .iterator(),
                        STRANGER);
            }
        }
        try (PlanFixture.Node process =
                fixture.process(ledger -> draft -> ledger.append(FirstVersion.naming(named, draft)))) {
            process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "chi");
            assertThat(fixture.last(PLAN)).isEqualTo(new PlanReversed(PLAN, named));
        }

        PlanId undo = taken ? Plan.undoing(named) : named;
        try (PlanFixture.Node process = fixture.process().start()) {
            assertThat(process.await(undo, PlanFixture::isIdle)).isEqualTo(new PlanCompleted(undo, 1));
        }
        assertThat(fixture.progress(undo).done()).isEqualTo(6);
    }
}
