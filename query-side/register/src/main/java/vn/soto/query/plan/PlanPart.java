package vn.soto.query.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * Some steps of a plan, without their content, and their refusals.
 *
 * @param id    {@code <plan>:<index of the part>}
 * @param first index of its first step in the plan
 * @param from  number of the commit that recorded it
 */
public record PlanPart(@BsonId String id, int first, long from, List<Planned> steps, List<RefusedStep> refused)
        implements ReadModel {

    static final DocumentType<PlanPart> KIND = new DocumentType<>("plan-parts", PlanPart.class);

    /** Number of steps of each part but the last. */
    static final int STEPS = 200;

    /** @param command name of the command; absent if no command performs the step */
    public record Planned(int row, @Nullable String command) {}

    /** @param run run in which the step was refused */
    public record RefusedStep(long position, long commit, int run, int step, String rule, List<String> arguments) {}

    static String id(String plan, int part) {
        return plan + ":" + part;
    }

    static String of(String plan, int step) {
        return id(plan, step / STEPS);
    }

    PlanPart with(List<RefusedStep> more) {
        return new PlanPart(
                id,
                first,
                from,
                steps,
                Stream.concat(refused.stream().filter(r -> r.position != more.getFirst().position), more.stream())
                        .sorted(Comparator.comparingLong(RefusedStep::position).thenComparingInt(RefusedStep::step))
                        .toList());
    }
}
