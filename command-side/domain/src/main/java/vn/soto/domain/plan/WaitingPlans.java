package vn.soto.domain.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.plan.PlanRule.ONLY_SO_MANY_PLANS_WAIT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.WaitingPlansEvent;
import vn.soto.contracts.plan.WaitingPlansEvent.WaitingPlansChanged;
import vn.soto.domain.shared.CoWrittenAggregates;

/**
 * The plans of one account that wait for a second person. A plan that waited before there was this set is not in it, and
 * takes nobody's place.
 */
@AggregateRoot(type = "waiting-plans")
public final class WaitingPlans {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private List<PlanId> waiting = List.of();

    WaitingPlans() {}

    /** @param most largest number of them */
    static void begin(PlanId plan, String account, int most, CoWrittenAggregates alsoWritten) {
        change(account, alsoWritten, plans -> plans.begin(plan, account, most));
    }

    static void end(PlanId plan, String account, CoWrittenAggregates alsoWritten) {
        change(account, alsoWritten, plans -> plans.end(plan, account));
    }

    private static void change(String account, CoWrittenAggregates alsoWritten, Consumer<WaitingPlans> change) {
        alsoWritten.change(WaitingPlans.class, WaitingPlansEvent.idOf(account), WaitingPlans::new, change);
    }

    private void begin(PlanId plan, String account, int most) {
        ONLY_SO_MANY_PLANS_WAIT.require(waiting.size() < most, most);
        List<PlanId> more = new ArrayList<>(waiting);
        more.add(plan);
        apply(new WaitingPlansChanged(account, more));
    }

    private void end(PlanId plan, String account) {
        if (waiting.contains(plan)) {
            List<PlanId> fewer = new ArrayList<>(waiting);
            fewer.remove(plan);
            apply(new WaitingPlansChanged(account, fewer));
        }
    }

    @EventHandler
    void evolve(WaitingPlansChanged event) {
        id = WaitingPlansEvent.idOf(event.account());
        waiting = event.waiting();
    }
}
