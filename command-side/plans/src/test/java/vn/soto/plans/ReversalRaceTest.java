package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.plans.PlanFixture.COMMUNE;
import static vn.soto.plans.PlanFixture.DAY;
import static vn.soto.plans.PlanFixture.HAMLET;
import static vn.soto.plans.PlanFixture.PLAN;
import static vn.soto.plans.PlanFixture.household;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.plan.PlanEvent.PlanCompleted;
import vn.soto.contracts.plan.PlanEvent.PlanStopped;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanCommand.ResumePlan;
import vn.soto.domain.plan.PlanCommand.ReversePlan;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.LedgerAppender;

/** A household comes into a unit after its reversal has counted and before the unit is withdrawn. */
@Tag("threads")
final class ReversalRaceTest {

    private static final UnitId NEW = new UnitId("u-new");
    private static final PlanId REVERSAL = Plan.undoing(PLAN);

    private final PlanFixture fixture = new PlanFixture();
    private final AtomicBoolean between = new AtomicBoolean();

    @AfterEach
    void theLedgerIsSound() {
        assertThat(ChainVerifier.verify(fixture.ledger)).isEqualTo(fixture.ledger.tail());
        fixture.close();
    }

    /** Registers a household when the withdrawal is decided and not yet appended. */
    private LedgerAppender racing(LedgerAppender ledger, PlanFixture.Node other) {
        return draft -> {
            boolean withdraws = draft.events().stream()
                    .anyMatch(event -> fixture.decoded(event) instanceof UnitChangeUndone undone
                            && undone.unit().equals(NEW));
            if (withdraws && between.compareAndSet(false, true)) {
                // on a thread of its own, because this one is in a unit of work
                CompletableFuture.runAsync(() -> other.send(new RegisterHousehold(household(7), NEW, "HO-7"), "bình"))
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join();
            }
            return ledger.append(draft);
        };
    }

    @Test
    void whatCameBetweenTheCountAndTheWithdrawalStopsTheReversalUntilItIsMoved() {
        try (PlanFixture.Node other = fixture.process();
                PlanFixture.Node process =
                        fixture.process(ledger -> racing(ledger, other)).start()) {
            process.submit(
                    PlanKind.REORGANISATION,
                    Stream.<Step>of(new Step.Ready(
                                    0, PlanFixture.establish(NEW, UnitKind.HAMLET, "Tân Lập", null, COMMUNE)))
                            .iterator());
            process.awaitIdle();

            process.send(new ReversePlan(PLAN, "lập nhầm ấp"), "an");

            assertThat(process.await(REVERSAL, PlanFixture::isIdle)).isEqualTo(new PlanStopped(REVERSAL, 0));
            assertThat(between).as("the household came between").isTrue();
            assertThat(fixture.progress(REVERSAL).refusals())
                    .containsExactly(new StepRefusal(
                            0, 0, "REVERSAL_LEAVES_NOTHING_IN_WITHDRAWN_UNITS", List.of("1", "0", "0")));
            assertThat(fixture.progress(REVERSAL).done())
                    .as("the unit is withdrawn")
                    .isEqualTo(1);

            other.send(new RelocateHousehold(household(7), HAMLET, DAY), "bình");
            process.send(new ResumePlan(REVERSAL, null), "an");

            assertThat(process.await(REVERSAL, PlanFixture::isIdle)).isInstanceOf(PlanCompleted.class);
            assertThat(fixture.progress(REVERSAL).refusals()).isEmpty();
        }
    }
}
