package vn.soto.contracts.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Everything that can happen to a plan; its steps stand in {@link PlanPartEvent}s, what they did in commits of their own. */
public sealed interface PlanEvent extends ProductEvent {

    PlanId plan();

    @Override
    default Set<String> tags() {
        return Set.of("plan:" + plan());
    }

    /**
     * @param digest        of the last part, see {@link PlanDigest}
     * @param proposer      account that answers for every step, as in the commit
     * @param needsApproval whether it waits for a second person
     * @param undoes        the plan it takes back, if it takes one back
     */
    @StoredAs("plan.submitted.v1")
    record PlanSubmitted(
            PlanId plan,
            PlanKind kind,
            int steps,
            int parts,
            String digest,
            String proposer,
            boolean needsApproval,
            @Nullable PlanId undoes)
            implements PlanEvent {

        @Override
        public Set<String> tags() {
            return undoes == null ? Set.of("plan:" + plan) : Set.of("plan:" + plan, "plan:" + undoes);
        }
    }

    /** @param approver account of the second person, as in the commit */
    @StoredAs("plan.approved.v1")
    record PlanApproved(PlanId plan, String approver) implements PlanEvent {}

    /** Its first step is about to be taken. */
    @StoredAs("plan.started.v1")
    record PlanStarted(PlanId plan) implements PlanEvent {}

    /**
     * All steps before {@code reached} have been taken in this run. Counts are of the whole run.
     *
     * @param run      1, and one more each time a completed plan is carried out again
     * @param done     steps that are recorded
     * @param repeated steps whose result was there already
     * @param refused  steps that changed nothing
     * @param refusals those since the last time, in order; for a plan that stopped, the step it stopped at
     */
    @StoredAs("plan.progressed.v1")
    record PlanProgressed(
            PlanId plan, int run, int reached, int done, int repeated, int refused, List<StepRefusal> refusals)
            implements PlanEvent {

        public PlanProgressed {
            refusals = List.copyOf(refusals);
        }
    }

    /** No further step is taken until it is resumed. */
    @StoredAs("plan.paused.v1")
    record PlanPaused(PlanId plan) implements PlanEvent {}

    /** @param step the refused step; it is tried again when the plan is resumed */
    @StoredAs("plan.stopped.v1")
    record PlanStopped(PlanId plan, int step) implements PlanEvent {}

    /** @param reached where it goes on; 0 when a completed plan is carried out again for what was refused */
    @StoredAs("plan.resumed.v1")
    record PlanResumed(PlanId plan, int run, int reached) implements PlanEvent {}

    @StoredAs("plan.completed.v1")
    record PlanCompleted(PlanId plan, int run) implements PlanEvent {}

    /** What it has not done it never will; what it has done stands until it is reversed. */
    @StoredAs("plan.abandoned.v1")
    record PlanAbandoned(PlanId plan) implements PlanEvent {}

    /** @param by the plan that takes back what this one did */
    @StoredAs("plan.reversed.v1")
    record PlanReversed(PlanId plan, PlanId by) implements PlanEvent {}
}
