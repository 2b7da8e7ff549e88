package vn.soto.domain.plan;

import java.util.stream.Stream;
import vn.soto.contracts.plan.PlanId;
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
}
