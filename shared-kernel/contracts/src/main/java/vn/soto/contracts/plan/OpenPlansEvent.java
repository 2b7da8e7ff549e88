package vn.soto.contracts.plan;

import java.util.List;
import java.util.Set;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of the set of open plans. Each event names all of them, so the last one is the state. */
public sealed interface OpenPlansEvent extends ProductEvent {

    /** @param open in the order of opening; includes a reversed plan until its undo plan is submitted */
    @StoredAs("plans.open-changed.v1")
    record OpenPlansChanged(List<PlanId> open) implements OpenPlansEvent {

        public OpenPlansChanged {
            open = List.copyOf(open);
        }

        @Override
        public Set<String> tags() {
            return Set.of("plans");
        }
    }
}
