package vn.soto.query.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanStage;
import vn.soto.contracts.plan.PlanStage.Progress;
import vn.soto.contracts.plan.SecondPerson;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * A plan with its history, oldest first: some hundred marks for any number of steps.
 *
 * @param from   number of the commit that submitted it
 * @param undoes plan that it reverses; absent if it reverses none
 * @param second possible approvers; absent if it needs no approval, or was submitted to the first version
 */
public record Plan(
        @BsonId String id,
        long from,
        PlanKind kind,
        int steps,
        int parts,
        boolean needsApproval,
        @Nullable PlanId undoes,
        @Nullable SecondPerson second,
        List<Mark> marks)
        implements ReadModel {

    static final DocumentType<Plan> KIND = new DocumentType<>("plans", Plan.class);

    /** The states of a plan. */
    public enum State {
        AWAITING_APPROVAL,
        READY,
        RUNNING,
        PAUSED,
        STOPPED,
        COMPLETED,
        ABANDONED,
        REVERSED
    }

    /**
     * The state of a plan after an event.
     *
     * @param at       time at which the event was recorded
     * @param actor    account of the commit
     * @param run      number of the run; 0 before the start
     * @param reached  index of the next step in this run
     * @param approved account that approved it; absent before the approval
     * @param by       plan that reverses it; absent if there is none
     */
    public record Mark(
            long position,
            long commit,
            Instant at,
            String actor,
            State state,
            int run,
            int reached,
            int done,
            int repeated,
            int refused,
            @Nullable String approved,
            @Nullable String by)
            implements Stamped {

        /** A plan that was reversed had ended. */
        PlanStage stage() {
            boolean reversed = state == State.REVERSED;
            return new PlanStage(
                    reversed ? Progress.COMPLETED : Progress.valueOf(state.name()),
                    run,
                    refused,
                    approved != null,
                    reversed);
        }
    }

    /** Adds a mark; adding it again changes nothing. */
    Plan with(Mark mark) {
        return new Plan(id, from, kind, steps, parts, needsApproval, undoes, second, VersionedRows.with(marks, mark));
    }

    /** The last mark before a position. */
    Optional<Mark> before(long position) {
        return VersionedRows.before(marks, position);
    }

    List<Mark> asOf(long commit) {
        return VersionedRows.asOf(marks, commit);
    }
}
