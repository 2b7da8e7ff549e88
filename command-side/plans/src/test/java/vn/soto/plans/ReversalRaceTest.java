package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.plans.PlanFixture.COMMUNE;
import static vn.soto.plans.PlanFixture.DAY;
import static vn.soto.plans.PlanFixture.HAMLET;
import static vn.soto.plans.PlanFixture.PLAN;
import static vn.soto.plans.PlanFixture.household;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.domain.unit.UnitRule;
import vn.soto.ledger.LedgerAppender;

/** A household comes into a unit after what is in it was counted and before the withdrawal of the unit is recorded. */
@Tag("threads")
final class ReversalRaceTest {

    private static final UnitId NEW = new UnitId("u-new");
    private static final EstablishUnit NEW_UNIT = PlanFixture.establish(NEW, UnitKind.HAMLET, "Tân Lập", null, COMMUNE);
    private static final PlanId REVERSAL = Plan.undoing(PLAN);

    @AutoClose
    private final PlanFixture fixture = new PlanFixture();

    private final AtomicBoolean between = new AtomicBoolean();

    /** Registers a household when the withdrawal is decided and not yet appended. */
    private LedgerAppender racing(LedgerAppender ledger, PlanFixture.Node other) {
        return draft -> {
            boolean withdraws = draft.events().stream()
                    .anyMatch(event -> fixture.decoded(event) instanceof UnitChangeUndone undone
                            && undone.unit().equals(NEW));
            if (withdraws && between.compareAndSet(false, true)) {
                // on a thread of its own, because this one is in a unit of work
                CompletableFuture.runAsync(
                                () -> other.send(new RegisterHousehold(household(7), NEW, "HO-7"), "bình"),
                                Thread::startVirtualThread)
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join();
            }
            return ledger.append(draft);
        };
    }

    @Test
    void aUnitIntoWhichAHouseholdCameMeanwhileIsNotWithdrawn() {
        try (PlanFixture.Node other = fixture.process();
                PlanFixture.Node process = fixture.process(ledger -> racing(ledger, other))) {
            process.send(NEW_UNIT, "an");

            assertThatThrownBy(() ->
                            process.send(new UndoUnitChange(NEW, UnitChange.ESTABLISHED, DAY, "WRONG_ENTRY"), "an"))
                    .isInstanceOfSatisfying(RuleViolatedException.class, refused -> {
                        assertThat(refused.rule()).isEqualTo(UnitRule.UNIT_TO_WITHDRAW_IS_NOT_IN_USE);
                        assertThat(refused.arguments()).containsExactly(NEW.value(), 0, 1L, 0L, 0L);
                    });
            assertThat(between).as("the household came between").isTrue();
        }
    }

    @Test
    void aReversalStopsUntilWhatCameMeanwhileIsMoved() {
        try (PlanFixture.Node other = fixture.process();
                PlanFixture.Node process =
                        fixture.process(ledger -> racing(ledger, other)).start()) {
            process.submit(
                    PlanKind.REORGANISATION,
                    Stream.<Step>of(new Step.Ready(0, NEW_UNIT)).iterator());
            process.awaitIdle();

            process.send(new ReversePlan(PLAN, "lập nhầm ấp", null), "an");

            assertThat(process.await(REVERSAL, PlanFixture::isIdle)).isEqualTo(new PlanStopped(REVERSAL, 0));
            assertThat(between).as("the household came between").isTrue();
            assertThat(fixture.progress(REVERSAL).refusals())
                    .extracting(StepRefusal::rule)
                    .containsExactly(UnitRule.UNIT_TO_WITHDRAW_IS_NOT_IN_USE.name());

            other.send(new RelocateHousehold(household(7), HAMLET, DAY), "bình");
            process.send(new ResumePlan(REVERSAL, null), "an");

            assertThat(process.await(REVERSAL, PlanFixture::isIdle)).isInstanceOf(PlanCompleted.class);
            assertThat(fixture.progress(REVERSAL).refusals()).isEmpty();
        }
    }
}
