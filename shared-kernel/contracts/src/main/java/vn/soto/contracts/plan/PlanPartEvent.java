package vn.soto.contracts.plan;

import java.util.List;
import java.util.Set;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** What happens to a part of a plan: it is written down, once. */
public sealed interface PlanPartEvent extends ProductEvent {

    /**
     * Steps of a plan in their order. They are carried out only if the plan is submitted.
     *
     * @param part   index of the part, from 0
     * @param first  index of its first step in the plan, from 0
     * @param previous digest of the part before
     * @param digest of this part, see {@link PlanDigest}
     */
    @StoredAs("plan-part.recorded.v1")
    record PlanPartRecorded(PlanId plan, int part, int first, String previous, String digest, List<PlanStep> steps)
            implements PlanPartEvent {

        public PlanPartRecorded {
            steps = List.copyOf(steps);
        }

        @Override
        public Set<String> tags() {
            return Set.of("plan:" + plan);
        }
    }
}
