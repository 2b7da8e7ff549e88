package vn.soto.contracts.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/**
 * Events of the set of one account's plans that wait for a second person. Each event names all of them, so the last one is
 * the state.
 */
public sealed interface WaitingPlansEvent extends ProductEvent {

    /** Id of the set; names of accounts have no common form. */
    static String idOf(String account) {
        return "plans:waiting:" + UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8));
    }

    /** @param waiting in the order of submission */
    @StoredAs("waiting-plans.changed.v1")
    record WaitingPlansChanged(String account, List<PlanId> waiting) implements WaitingPlansEvent {

        public WaitingPlansChanged {
            waiting = List.copyOf(waiting);
        }

        @Override
        public Set<String> tags() {
            return Set.of("plans");
        }
    }
}
