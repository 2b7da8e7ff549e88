package vn.soto.contracts.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of a part of a plan; a part is recorded once. */
public sealed interface PlanPartEvent extends ProductEvent {

    /**
     * A run of consecutive steps of a plan. They are carried out only after the plan is submitted.
     *
     * @param part   index of the part, from 0
     * @param first  index of its first step in the plan, from 0
     * @param previous digest of the preceding part
     * @param digest digest of this part, see {@link PlanDigest}
     * @param salt   random number of 128 bits, hexadecimal, from which the command ids of the steps are derived. So
     *     only readers of this event can know them. Absent in version 1, whose ids derive from the plan's id alone.
     */
    @StoredAs("plan-part.recorded.v2")
    record PlanPartRecorded(
            PlanId plan,
            int part,
            int first,
            String previous,
            String digest,
            List<PlanStep> steps,
            @Nullable String salt)
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
