package vn.soto.query.plan;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.plan.ShownPlan;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.web.EndpointRight;

/**
 * The subject of a command, by the names of its components: a record of help before its household, a household before
 * its team.
 *
 * @param kind name of the component: {@code household}, {@code team}, ...
 */
record StepSubject(String kind, String id) {

    static Optional<StepSubject> of(String command, ObjectNode content) {
        Optional<StepSubject> single = Optional.ofNullable(ShownPlan.SINGLE.get(command))
                .map(aggregate -> new StepSubject(aggregate, aggregate));
        Optional<StepSubject> report = content.has("quarter") && content.has("team")
                ? Optional.of(
                        new StepSubject("report", "report:" + text(content, "team") + ":" + text(content, "quarter")))
                : Optional.empty();
        return single.or(() -> report)
                .or(() -> ShownPlan.KINDS.stream()
                        .filter(kind -> content.path(kind).isString())
                        .findFirst()
                        .map(kind -> new StepSubject(kind, text(content, kind))));
    }

    private static String text(ObjectNode content, String name) {
        return content.path(name).asString("");
    }

    /**
     * Whether the reader may see its state. A plan's sender reads all steps, but sees no more of a record out of reach
     * than of an absent one.
     *
     * @param state state of the subject, read only if it is needed to find the owner
     */
    boolean isReached(Supplier<ObjectNode> state) {
        Reader reader = Reader.current();
        return switch (kind) {
            case "unit", "organisation", "policy", "catalogue", "stipend-policy" -> true;
            case "group" -> reader.reaches(EndpointRight.RECORDS, IdKind.TEAM, text(state.get(), "team"));
            case "report" -> reader.reaches(EndpointRight.RECORDS, IdKind.TEAM, id.split(":", -1)[1]);
            default -> reader.reaches(EndpointRight.RECORDS, IdKind.named(kind), id);
        };
    }

    /** Ids of the aggregates that hold its state. */
    Stream<String> aggregates() {
        return Stream.of(id, "personal-data:" + kind + ":" + id);
    }
}
