package vn.soto.domain.plan;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.ShownPlan;
import vn.soto.domain.shared.Command;

/** The commands of the steps of plans. A plan never changes once it is submitted, so reading it needs no guard. */
@FunctionalInterface
public interface PlannedCommands {

    /**
     * In the order of the steps. Steps without a command are left out, and those whose command no longer exists: they are
     * never carried out.
     *
     * @param parts number of parts of the plan
     */
    Stream<Command> of(PlanId plan, int parts);

    /** The hash of what an approver of the plan is shown now; whoever knows no state of records shows the steps alone. */
    default String shown(PlanId plan, int parts, String digest) {
        return ShownPlan.of(digest, List.of(), aggregate -> OptionalLong.empty());
    }
}
