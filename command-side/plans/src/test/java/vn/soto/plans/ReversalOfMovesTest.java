package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.plans.PlanFixture.COMMUNE;
import static vn.soto.plans.PlanFixture.HAMLET;
import static vn.soto.plans.PlanFixture.PLAN;
import static vn.soto.plans.PlanFixture.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;

/** A household that a plan moves on a day to come moves before that day, too, by hand or by the same plan. */
@Tag("threads")
final class ReversalOfMovesTest {

    private static final PlanId REVERSAL = Plan.undoing(PLAN);
    private static final UnitId SECOND = new UnitId("u-hamlet-2");
    private static final UnitId THIRD = new UnitId("u-hamlet-3");
    private static final LocalDate SOON = LocalDate.of(2026, 8, 25);
    private static final LocalDate COMING = LocalDate.of(2026, 9, 9);

    private final PlanFixture fixture = new PlanFixture();
    private final PlanFixture.Node process = fixture.process().start();

    @BeforeEach
    void aHouseholdLivesInTheFirstOfThreeHamlets() {
        process.send(PlanFixture.establish(SECOND, UnitKind.HAMLET, "Đồng Tâm 2", null, COMMUNE), "an");
        process.send(PlanFixture.establish(THIRD, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE), "an");
        process.send(new RegisterHousehold(household(7), HAMLET, "HO-7"), "an");
    }

    @AfterEach
    void close() {
        process.close();
        fixture.close();
    }

    private static RelocateHousehold move(UnitId unit, LocalDate day) {
        return new RelocateHousehold(household(7), unit, day);
    }

    private void carryOut(RelocateHousehold... moves) {
        process.submit(
                PlanKind.REORGANISATION,
                Stream.of(moves).<Step>map(move -> new Step.Ready(0, move)).iterator());
        process.awaitIdle();
    }

    private List<DomainEvent> reversed() {
        process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "an");
        return undone();
    }

    private List<DomainEvent> undone() {
        assertThat(process.await(REVERSAL, PlanFixture::isIdle)).isInstanceOf(PlanCompleted.class);
        List<DomainEvent> stream =
                Objects.requireNonNull(fixture.content().get(household(7).value()));
        return stream.subList(3, stream.size());
    }

    @Test
    void leavesTheMoveThatSomebodyPutBeforeTheOneUndone() {
        carryOut(move(SECOND, COMING));
        process.send(move(THIRD, SOON), "bình");

        assertThat(reversed()).containsExactly(new HouseholdRelocated(household(7), SECOND, THIRD, null, COMING));
    }

    /** The process that carries out plans stands still meanwhile. */
    @Test
    void leavesTheMoveThatSomebodyPutBeforeItBetweenTheRequestAndTheRun() {
        carryOut(move(SECOND, COMING));
        process.stopPlans();
        process.send(new ReversePlan(PLAN, "nhập nhầm tệp", null), "an");
        process.send(move(THIRD, SOON), "bình");
        process.start();

        assertThat(undone()).containsExactly(new HouseholdRelocated(household(7), SECOND, THIRD, null, COMING));
    }

    @Test
    void undoesBothOfThePlan() {
        carryOut(move(SECOND, COMING), move(THIRD, SOON));

        assertThat(reversed())
                .containsExactly(
                        new HouseholdRelocated(household(7), THIRD, HAMLET, null, SOON),
                        new HouseholdRelocated(household(7), SECOND, HAMLET, null, COMING));
    }
}
