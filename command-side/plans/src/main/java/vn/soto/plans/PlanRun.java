package vn.soto.plans;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import vn.soto.contracts.plan.PlanDigest;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.domain.plan.InternalPlanCommand.RecordProgress;
import vn.soto.domain.shared.Command;

/**
 * One run of a plan: from its recorded progress to completion, a stop or a halt. Progress counts the steps before the
 * first one without an outcome, so it stays correct after a crash. The next run repeats steps that already ran beyond
 * it.
 */
final class PlanRun {

    /** The number of steps in flight beyond the first one without an outcome: enough to find independent steps. */
    private static final int WINDOW = 4_000;

    private final PlanReader reader;
    private final StepExecutor stepExecutor;
    private final KeyedExecutor executor;
    private final ConflictKeys conflictKeys;
    private final BooleanSupplier halted;
    private final PlanState state;
    private final PlanId plan;
    private final PlanKind kind;
    private final int interval;
    private final Deque<CompletableFuture<StepOutcome>> underWay = new ArrayDeque<>();
    private final List<StepRefusal> refusals = new ArrayList<>();

    /** The steps of one row, not begun yet: the next step may be of the same row. */
    private final List<StepExecutor.Placed> row = new ArrayList<>();

    private int recorded;
    private boolean over;

    PlanRun(
            PlanReader reader,
            StepExecutor stepExecutor,
            KeyedExecutor executor,
            ConflictKeys conflictKeys,
            BooleanSupplier halted,
            PlanState state) {
        this.reader = reader;
        this.stepExecutor = stepExecutor;
        this.executor = executor;
        this.conflictKeys = conflictKeys;
        this.halted = halted;
        this.state = state;
        this.plan = state.submitted.plan();
        this.kind = state.submitted.kind();
        this.interval = interval(state.submitted.steps());
        this.recorded = state.reached;
    }

    /** Progress is recorded about a hundred times per plan, and often enough that a restart repeats little. */
    private static int interval(int steps) {
        return Math.clamp(steps / 100, PlanService.STEPS_PER_PART, 2_000);
    }

    void run() {
        int next = state.reached;
        String digest = digestBefore(next / PlanService.STEPS_PER_PART);
        while (next < state.submitted.steps() && !over && !halted.getAsBoolean()) {
            PlanPartRecorded part = reader.part(plan, next / PlanService.STEPS_PER_PART, digest);
            digest = part.digest();
            List<PlanStep> steps = part.steps();
            while (next < part.first() + steps.size() && !over && !halted.getAsBoolean()) {
                read(new StepExecutor.Placed(next, steps.get(next - part.first()), part.salt()));
                next++;
            }
        }
        takeRow();
        settle(0);
        record();
    }

    private String digestBefore(int part) {
        return part == 0
                ? PlanDigest.NONE
                : reader.part(plan, part - 1)
                        .map(PlanPartRecorded::digest)
                        .orElseThrow(() -> new IllegalStateException("plan " + plan + " lacks part " + (part - 1)));
    }

    private void read(StepExecutor.Placed step) {
        boolean sameRow = kind == PlanKind.IMPORT
                && step.step().row() > 0
                && !row.isEmpty()
                && row.getLast().step().row() == step.step().row();
        if (!sameRow) {
            takeRow();
        }
        row.add(step);
    }

    private void takeRow() {
        if (!row.isEmpty() && !over && !halted.getAsBoolean()) {
            stepExecutor.prepare(List.copyOf(row)).forEach(this::take);
        }
        row.clear();
    }

    private void take(PreparedStep prepared) {
        if (over) {
            return;
        }
        Collection<String> keys =
                prepared.command().<Collection<String>>map(this::keys).orElse(List.of());
        if (keys.isEmpty()) {
            settle(0);
            if (!over) {
                underWay.add(CompletableFuture.completedFuture(prepared.take()));
                settle(0);
            }
        } else {
            underWay.add(executor.execute(
                    keys, () -> halted.getAsBoolean() ? new StepOutcome.NotAttempted() : prepared.take()));
            settle(WINDOW);
        }
    }

    private Collection<String> keys(Command command) {
        return kind.inOrder() ? List.of() : conflictKeys.by(command);
    }

    /** Counts finished steps from the start of the window; waits until at most {@code most} steps are in flight. */
    private void settle(int most) {
        while (!underWay.isEmpty()
                && (underWay.size() > most || underWay.getFirst().isDone())) {
            StepOutcome outcome = underWay.removeFirst().join();
            if (!over) {
                count(outcome);
            }
        }
    }

    private void count(StepOutcome outcome) {
        switch (outcome) {
            case StepOutcome.Done done -> state.done++;
            case StepOutcome.Repeated repeated -> state.repeated++;
            case StepOutcome.Refused refused -> {
                refusals.add(refused.refusal());
                if (kind.stopsAtARefusal()) {
                    over = true;
                    return;
                }
                state.refused++;
            }
            case StepOutcome.NotAttempted not -> {
                over = true;
                return;
            }
        }
        state.reached++;
        if (state.reached - recorded >= interval) {
            record();
        }
    }

    private void record() {
        if (state.reached == recorded && refusals.isEmpty()) {
            return;
        }
        stepExecutor.record(new RecordProgress(
                plan, state.run, recorded, state.reached, state.done, state.repeated, state.refused, refusals));
        recorded = state.reached;
        refusals.clear();
    }
}
