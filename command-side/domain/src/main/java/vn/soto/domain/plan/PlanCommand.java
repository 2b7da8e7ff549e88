package vn.soto.domain.plan;

import static vn.soto.domain.shared.Role.OFFICER;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.shared.Text;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.HasReason;

/** Everything that people can ask of a plan. */
public sealed interface PlanCommand extends Command, HasReason {

    PlanId plan();

    @Override
    @Nullable
    String reason();

    @TargetAggregateIdentifier
    default String target() {
        return Plan.idOf(plan());
    }

    /** By someone else than the proposer. */
    @ClientCommand(as = "approve-plan", at = "plans/{plan}/approval", by = OFFICER)
    record ApprovePlan(PlanId plan, @Nullable String reason) implements PlanCommand {

        public ApprovePlan {
            reason = normalised(reason);
        }
    }

    /** No further step is taken; those under way are finished. */
    @ClientCommand(as = "pause-plan", at = "plans/{plan}/pause", by = OFFICER)
    record PausePlan(PlanId plan, @Nullable String reason) implements PlanCommand {

        public PausePlan {
            reason = normalised(reason);
        }
    }

    /** Goes on where it paused or stopped; carries a completed plan out again for what was refused. */
    @ClientCommand(as = "resume-plan", at = "plans/{plan}/resumption", by = OFFICER)
    record ResumePlan(PlanId plan, @Nullable String reason) implements PlanCommand {

        public ResumePlan {
            reason = normalised(reason);
        }
    }

    /** Ends a plan before its end; what it has done stands. */
    @ClientCommand(as = "abandon-plan", at = "plans/{plan}/abandonment", by = OFFICER)
    record AbandonPlan(PlanId plan, String reason) implements PlanCommand {

        public AbandonPlan {
            reason = Text.normalised(reason);
        }
    }

    /** Takes back what a plan did, as a plan of its own. */
    @ClientCommand(as = "reverse-plan", at = "plans/{plan}/reversal")
    record ReversePlan(PlanId plan, String reason) implements PlanCommand {

        public ReversePlan {
            reason = Text.normalised(reason);
        }
    }

    private static @Nullable String normalised(@Nullable String reason) {
        return reason == null ? null : Text.normalised(reason);
    }
}
