package vn.soto.contracts.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of a plan. Its steps are in {@link PlanPartEvent}s; their effects are in commits of their own. */
public sealed interface PlanEvent extends ProductEvent {

    PlanId plan();

    /** Id of the aggregate of the plan. */
    static String idOf(PlanId plan) {
        return "plan:" + plan;
    }

    @Override
    default Set<String> tags() {
        return Set.of(idOf(plan()));
    }

    /**
     * @param digest        digest of the last part, see {@link PlanDigest}
     * @param proposer      account that is accountable for every step, as in the commit
     * @param needsApproval whether the plan waits for the approval of a second person
     * @param undoes        plan that this one undoes; absent for other kinds
     * @param commands      names of all its commands, sorted; empty in version 1, whose parts name them
     * @param secondPerson  persons who may approve it; absent if it needs no approval, and in version 1
     */
    @StoredAs("plan.submitted.v2")
    record PlanSubmitted(
            PlanId plan,
            PlanKind kind,
            int steps,
            int parts,
            String digest,
            String proposer,
            boolean needsApproval,
            @Nullable PlanId undoes,
            List<String> commands,
            @Nullable SecondPerson secondPerson)
            implements PlanEvent {

        public PlanSubmitted {
            commands = List.copyOf(commands);
        }

        @Override
        public Set<String> tags() {
            return undoes == null ? Set.of("plan:" + plan) : Set.of("plan:" + plan, "plan:" + undoes);
        }
    }

    /** @param approver account of the second person, as in the commit */
    @StoredAs("plan.approved.v1")
    record PlanApproved(PlanId plan, String approver) implements PlanEvent {}

    /** The first step is about to be carried out. */
    @StoredAs("plan.started.v1")
    record PlanStarted(PlanId plan) implements PlanEvent {}

    /**
     * All steps before {@code reached} are processed in this run. Counts cover the whole run.
     *
     * @param run      1 for the first run; each repetition of a completed plan has the next number
     * @param done     number of steps with a recorded commit
     * @param repeated number of steps whose result was recorded already
     * @param refused  number of steps that changed nothing
     * @param refusals refusals since the last such event, in order; for a stopped plan, includes the step at which it
     *     stopped
     */
    @StoredAs("plan.progressed.v1")
    record PlanProgressed(
            PlanId plan, int run, int reached, int done, int repeated, int refused, List<StepRefusal> refusals)
            implements PlanEvent {

        public PlanProgressed {
            refusals = List.copyOf(refusals);
        }
    }

    /** No further step is carried out until the plan is resumed. */
    @StoredAs("plan.paused.v1")
    record PlanPaused(PlanId plan) implements PlanEvent {}

    /** @param step the refused step; it is tried again when the plan is resumed */
    @StoredAs("plan.stopped.v1")
    record PlanStopped(PlanId plan, int step) implements PlanEvent {}

    /** @param reached index of the next step; 0 when a completed plan runs again for its refused steps */
    @StoredAs("plan.resumed.v1")
    record PlanResumed(PlanId plan, int run, int reached) implements PlanEvent {}

    @StoredAs("plan.completed.v1")
    record PlanCompleted(PlanId plan, int run) implements PlanEvent {}

    /** The remaining steps will not be carried out; the effects of the others stay until the plan is reversed. */
    @StoredAs("plan.abandoned.v1")
    record PlanAbandoned(PlanId plan) implements PlanEvent {}

    /** @param by plan that undoes this one */
    @StoredAs("plan.reversed.v1")
    record PlanReversed(PlanId plan, PlanId by) implements PlanEvent {}
}
