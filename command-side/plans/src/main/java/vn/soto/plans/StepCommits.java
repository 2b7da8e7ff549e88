package vn.soto.plans;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;

/**
 * Finds the commits of one plan's steps. A commit is a step's if the command of that name was sent by the plan's
 * proposer and caused by the plan's submission. A command of a client is caused by itself, so none can pass for a step,
 * whatever its id. The content is not compared, because a later version may write the same command otherwise.
 */
final class StepCommits {

    /** Taking so many ids of one step would have cost somebody as many commits. */
    private static final int MOST_OCCUPIED = 1_000;

    private final LedgerReader ledger;
    private final String actor;
    private final String correlation;
    private final String causation;

    StepCommits(PlanReader reader, PlanState state) {
        this.ledger = reader.ledger();
        this.actor = state.submitted.proposer();
        this.correlation = state.submitted.plan().correlation();
        this.causation = reader.submission(state).toString();
    }

    /**
     * The place in which a step is or will be recorded.
     *
     * @param id     the first of its ids that no other command has taken
     * @param commit absent if the step is not recorded
     */
    record Place(UUID id, @Nullable Commit commit) {}

    /**
     * @param id of the step; if another command has it, the step's place is under the id that follows
     * @return empty if others have taken all ids
     */
    Optional<Place> place(UUID id, PlanStep step) {
        UUID next = id;
        for (int occupied = 0; occupied < MOST_OCCUPIED; occupied++) {
            Commit commit = ledger.commitOfCommand(next).orElse(null);
            if (commit == null || isOf(step, commit)) {
                return Optional.of(new Place(next, commit));
            }
            next = StepIds.after(next);
        }
        return Optional.empty();
    }

    /** The commit of a step, if it is recorded. */
    Optional<Commit> find(UUID id, PlanStep step) {
        return place(id, step).map(Place::commit);
    }

    private boolean isOf(PlanStep step, Commit commit) {
        return commit.origin() instanceof Origin.Command command
                && command.name().equals(step.command())
                && commit.actor().equals(actor)
                && commit.correlation().equals(correlation)
                && commit.causation().equals(causation);
    }
}
