package vn.soto.query.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * A plan and everything that happened to it, oldest first: some hundred marks, however many steps it has.
 *
 * @param from   number of the commit that submitted it
 * @param undoes the plan it takes back, if it takes one back
 */
public record Plan(
        @BsonId String id,
        long from,
        PlanKind kind,
        int steps,
        int parts,
        boolean needsApproval,
        @Nullable String undoes,
        List<Mark> marks)
        implements ReadModel {

    static final DocumentType<Plan> KIND = new DocumentType<>("plans", Plan.class);

    /** What a plan is at a mark. */
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
     * What is so from an event on.
     *
     * @param at       when that was recorded
     * @param actor    of the commit
     * @param run      0 before the start
     * @param reached  all steps before it are taken in this run
     * @param approved the second person, once there is one
     * @param by       the plan that takes it back, once there is one
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
            implements Stamped {}

    /** Taking a mark again changes nothing. */
    Plan with(Mark mark) {
        return new Plan(id, from, kind, steps, parts, needsApproval, undoes, VersionedRows.with(marks, mark));
    }

    /** The last mark before a position. */
    Optional<Mark> before(long position) {
        return VersionedRows.before(marks, position);
    }

    List<Mark> asOf(long commit) {
        return VersionedRows.asOf(marks, commit);
    }
}
