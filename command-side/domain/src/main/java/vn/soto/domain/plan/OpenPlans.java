package vn.soto.domain.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.plan.PlanRule.ONLY_SO_MANY_PLANS_ARE_OPEN;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.contracts.plan.OpenPlansEvent.OpenPlansChanged;
import vn.soto.contracts.plan.PlanId;
import vn.soto.domain.shared.CoWrittenAggregates;

/** The plans that need processing. Every event holds the whole state, so a process finds them without a search. */
@AggregateRoot(type = "plans")
public final class OpenPlans {

    public static final String ID = "plans:open";

    /**
     * Largest number of open plans; keeps each event small. Plans that await approval, are paused or stopped are not
     * open.
     */
    static final int MOST = 100;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private List<PlanId> open = List.of();

    OpenPlans() {}

    /** @throws vn.soto.domain.shared.RuleViolatedException no other plan can be open now */
    public static void requireRoom(int open) {
        ONLY_SO_MANY_PLANS_ARE_OPEN.require(open < MOST, MOST);
    }

    static void open(PlanId plan, CoWrittenAggregates alsoWritten) {
        alsoWritten.change(OpenPlans.class, ID, OpenPlans::new, plans -> plans.open(plan));
    }

    static void close(PlanId plan, CoWrittenAggregates alsoWritten) {
        alsoWritten.change(OpenPlans.class, ID, OpenPlans::new, plans -> plans.close(plan));
    }

    private void open(PlanId plan) {
        if (!open.contains(plan)) {
            requireRoom(open.size());
            List<PlanId> more = new ArrayList<>(open);
            more.add(plan);
            apply(new OpenPlansChanged(more));
        }
    }

    private void close(PlanId plan) {
        if (open.contains(plan)) {
            List<PlanId> fewer = new ArrayList<>(open);
            fewer.remove(plan);
            apply(new OpenPlansChanged(fewer));
        }
    }

    @EventHandler
    void evolve(OpenPlansChanged event) {
        id = ID;
        open = event.open();
    }
}
