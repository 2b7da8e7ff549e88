package vn.soto.plans;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
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

    PlanReversal(PlanReader reader, PlanService plans, PlanState state) {
        this.reader = reader;
        this.plans = plans;
        this.state = state;
        this.plan = state.submitted.plan();
    }

    void plan() {
        Commit asked = reader.ledger()
                .commit(state.reversedIn)
                .orElseThrow(() -> new IllegalStateException("no commit " + state.reversedIn));
        CommitReversal undoing = new CommitReversal(reader, Objects.requireNonNullElse(asked.reason(), "hoàn tác"));
        plans.submit(
                Objects.requireNonNull(state.reversedBy), PlanKind.UNDO, new Backwards(undoing), asked.actor(), plan);
    }

    private final class Backwards implements Iterator<Step> {

        private final CommitReversal undoing;
        private final Deque<Step> ready = new ArrayDeque<>();
        private final List<Step> last = new ArrayList<>();
        private List<Integer> rows = List.of();
        private int first;
        private int next = state.submitted.steps();
        private boolean some;

        Backwards(CommitReversal undoing) {
            this.undoing = undoing;
            this.first = next;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && next > 0) {
                next--;
                UUID command = StepIds.step(plan, next);
                reader.ledger().commitOfCommand(command).ifPresent(commit -> add(commit, row(next)));
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

        private int row(int step) {
            if (step < first) {
                PlanPartRecorded part = reader.part(plan, step / PlanService.STEPS_PER_PART)
                        .orElseThrow(() -> new IllegalStateException("plan " + plan + " is not whole"));
                first = part.first();
                rows = part.steps().stream().map(planned -> planned.row()).toList();
            }
            return rows.get(step - first);
        }
    }
}
