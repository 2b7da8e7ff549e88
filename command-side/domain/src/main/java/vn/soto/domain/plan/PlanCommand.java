package vn.soto.domain.plan;

import static vn.soto.contracts.access.Role.OFFICER;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanEvent;
import vn.soto.contracts.plan.PlanId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Plan commands that clients issue. */
@Reasons(ReasonList.PLAN)
public sealed interface PlanCommand extends Command, HasReason {

    PlanId plan();

    @Override
    @Nullable
    String reason();

    @TargetAggregateIdentifier
    default String target() {
        return PlanEvent.idOf(plan());
    }

    /**
     * Approves a plan; the approver must not be the proposer.
     *
     * @param content hash of what was read and of the state of what it is about, as the plan's answer shows it
     */
    @ClientCommand(as = "approve-plan", at = "plans/{plan}/approval", by = OFFICER)
    record ApprovePlan(
            PlanId plan, @Nullable String reason, @Nullable String content) implements PlanCommand {

        /** Approves what the plan says, whatever has changed since it was shown. */
        public ApprovePlan(PlanId plan, @Nullable String reason) {
            this(plan, reason, null);
        }
    }

    /** Pauses a plan: no further step starts, and running steps finish. */
    @ClientCommand(as = "pause-plan", at = "plans/{plan}/pause", by = OFFICER)
    record PausePlan(PlanId plan, @Nullable String reason) implements PlanCommand {}

    /** Resumes a paused or stopped plan where it is; repeats a completed plan for its refused steps. */
    @ClientCommand(as = "resume-plan", at = "plans/{plan}/resumption", by = OFFICER)
    record ResumePlan(PlanId plan, @Nullable String reason) implements PlanCommand {}

    /** Ends a plan early; the effects of its steps stay. */
    @ClientCommand(as = "abandon-plan", at = "plans/{plan}/abandonment", by = OFFICER)
    record AbandonPlan(PlanId plan, String reason) implements PlanCommand {}

    /**
     * Reverses a plan by a plan of its own. An administrator may reverse any; an officer, what the officer sent.
     *
     * @param confirmed whether the sender knows the numbers of teams, households and records that rest on the changes
     *     of the plan. Needed if there are any; a refusal tells them.
     */
    @ClientCommand(as = "reverse-plan", at = "plans/{plan}/reversal", by = OFFICER)
    record ReversePlan(PlanId plan, String reason, @Nullable Boolean confirmed) implements PlanCommand {}

    /**
     * The place that commands to plans touch: the plan, which lies in its submitter's areas. The places of its steps
     * are asked of the approver, and of each step when it is carried out.
     */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case ApprovePlan _ -> List.of();
            case PausePlan _, ResumePlan _, AbandonPlan _, ReversePlan _ ->
                List.of(new CommandPlace.RecordedBy(target()));
        };
    }
}
