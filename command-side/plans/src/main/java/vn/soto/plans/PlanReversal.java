package vn.soto.plans;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.domain.plan.Plan;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.plan.PlanRule;
import vn.soto.ledger.Commit;

/**
 * Plans the reversal of another plan: the counter-commands of each of its commits, from the last step to the first. The
 * input is immutable commits only, so planning it again gives the same plan.
 */
final class PlanReversal {

    private final PlanReader reader;
    private final PlanService plans;
    private final PlanState state;
    private final PlanId plan;
    private final StepCommits commits;

    PlanReversal(PlanReader reader, PlanService plans, PlanState state) {
        this.reader = reader;
        this.plans = plans;
        this.state = state;
        this.plan = state.submitted.plan();
        this.commits = new StepCommits(reader, state);
    }

    void plan() {
        Commit asked = reader.ledger()
                .commit(state.reversedIn)
                .orElseThrow(() -> new IllegalStateException("no commit " + state.reversedIn));
        CommitReversal undoing =
                new CommitReversal(reader, CommitReversal.reason(asked), commit -> commit <= state.reversedIn);
        plans.submit(reversal(asked.actor()), PlanKind.UNDO, new Backwards(undoing), asked.actor(), plan);
    }

    /** The id that the request names, unless somebody took it while clients could use such ids; then another one. */
    private PlanId reversal(String actor) {
        PlanId named = Objects.requireNonNull(state.reversedBy);
        boolean taken = reader.state(named)
                .map(other -> !plan.equals(other.submitted.undoes()))
                .orElseGet(() -> reader.author(PlanPart.idOf(named, 0))
                        .filter(author -> !author.equals(actor))
                        .isPresent());
        return taken ? Plan.undoing(named) : named;
    }

    private final class Backwards implements Iterator<Step> {

        private final CommitReversal undoing;
        private final Deque<Step> ready = new ArrayDeque<>();
        private final List<Step> last = new ArrayList<>();
        private @Nullable PlanPartRecorded part;
        private int next = state.submitted.steps();
        private boolean some;

        Backwards(CommitReversal undoing) {
            this.undoing = undoing;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && next > 0) {
                next--;
                PlanPartRecorded holding = part(next);
                PlanStep step = holding.steps().get(next - holding.first());
                commits.find(StepIds.step(plan, holding.salt(), next), step)
                        .ifPresent(commit -> add(commit, step.row()));
            }
            if (ready.isEmpty()) {
                ready.addAll(last);
                last.clear();
            }
            if (ready.isEmpty() && !some) {
                ready.add(new Step.Undoable(0, PlanRule.SOMETHING_IS_THERE_TO_TAKE_BACK, ""));
            }
            some = true;
            return !ready.isEmpty();
        }

        private void add(Commit commit, int row) {
            List<Step> back = undoing.steps(commit, row);
            ready.addAll(back);
            if (back.isEmpty()) {
                last.addAll(undoing.reviews(commit, row));
            }
        }

        @Override
        public Step next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.removeFirst();
        }

        private PlanPartRecorded part(int step) {
            PlanPartRecorded holding = part;
            if (holding == null || step < holding.first()) {
                holding = reader.part(plan, step / PlanService.STEPS_PER_PART)
                        .orElseThrow(() -> new IllegalStateException("plan " + plan + " is not whole"));
                part = holding;
            }
            return holding;
        }
    }
}
