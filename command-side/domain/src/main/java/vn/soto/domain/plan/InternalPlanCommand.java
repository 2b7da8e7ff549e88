package vn.soto.domain.plan;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;

/** Commands about a plan that the system issues on behalf of the plan's proposer; no client can issue them. */
public sealed interface InternalPlanCommand extends Command {

    PlanId plan();

    /**
     * @param previous digest of the preceding part
     * @param salt     as in the event
     */
    @ClientCommand(as = "record-plan-part", at = "")
    record RecordPlanPart(PlanId plan, int part, int first, String previous, List<PlanStep> steps, String salt)
            implements InternalPlanCommand {

        public RecordPlanPart {
            steps = List.copyOf(steps);
        }

        @TargetAggregateIdentifier
        public String target() {
            return PlanPart.idOf(plan, part);
        }
    }

    /**
     * Submits a plan whose parts are recorded.
     *
     * @param digest   digest of the last part
     * @param commands names of all its commands
     */
    @ClientCommand(as = "submit-plan", at = "")
    record SubmitPlan(
            PlanId plan,
            PlanKind kind,
            int steps,
            int parts,
            String digest,
            List<String> commands,
            @Nullable PlanId undoes)
            implements InternalPlanCommand {

        public SubmitPlan {
            commands = commands.stream().distinct().sorted().toList();
        }

        @TargetAggregateIdentifier
        public String target() {
            return PlanEvent.idOf(plan);
        }
    }

    @ClientCommand(as = "start-plan", at = "")
    record StartPlan(PlanId plan) implements InternalPlanCommand {

        @TargetAggregateIdentifier
        public String target() {
            return PlanEvent.idOf(plan);
        }
    }

    /**
     * Records that steps {@code from} to {@code reached} are processed; counts and run as in the event.
     *
     * @param refusals refusals of these steps; for a plan that stops, the refusal of the step at which it stops, which
     *     is not counted as processed
     */
    @ClientCommand(as = "record-plan-progress", at = "")
    record RecordProgress(
            PlanId plan,
            int run,
            int from,
            int reached,
            int done,
            int repeated,
            int refused,
            List<StepRefusal> refusals)
            implements InternalPlanCommand {

        public RecordProgress {
            refusals = List.copyOf(refusals);
        }

        @TargetAggregateIdentifier
        public String target() {
            return PlanEvent.idOf(plan);
        }
    }
}
