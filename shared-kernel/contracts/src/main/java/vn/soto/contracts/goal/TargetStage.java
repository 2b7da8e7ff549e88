package vn.soto.contracts.goal;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The place in which the targets of a unit are decided.
 *
 * @param above unit in which it lies, whose people set its targets; absent for a province, which sets its own
 */
public record TargetStage(@Nullable String above) {

    public StateRefusals refusals() {
        StateRefusals refusals = new StateRefusals();
        return above == null ? refusals : refusals.decidedIn(above, "set-target", "revise-target", "withdraw-target");
    }
}
