package vn.soto.contracts.plan;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Id;

/**
 * Binds an approval to what its approver was shown: the steps of the plan. A single step binds the state of each record
 * that a component names, too. To the state belong the data of its person, and the report of a team and quarter. A later
 * event of one of them gives another hash. A text that is no component of a kind binds nothing, whatever it says.
 */
public final class ShownPlan {

    /** Names of the components that say what a step is about, from the most to the least specific. */
    public static final List<String> KINDS = List.of(
            "request",
            "assistance",
            "session",
            "training",
            "business",
            "household",
            "group",
            "organisation",
            "team",
            "unit",
            "member",
            "plan");

    /** Aggregates of which there is one, by the name of the command that changes them. */
    public static final Map<String, String> SINGLE = Map.of(
            "adopt-policy", "policy",
            "withdraw-policy", "policy",
            "adopt-service-catalogue", "catalogue",
            "withdraw-service-catalogue", "catalogue",
            "adopt-stipend-policy", "stipend-policy",
            "withdraw-stipend-policy", "stipend-policy");

    private static final Pattern NAMED =
            Pattern.compile("\"(" + String.join("|", KINDS) + ")\"\\s*:\\s*\"(" + Id.FORM + ")\"");

    private static final Pattern QUARTER = Pattern.compile("\"quarter\"\\s*:\\s*\"(\\d{4}-Q\\d)\"");

    private ShownPlan() {}

    /**
     * @param digest of the plan
     * @param heads  sequence of the last event of an aggregate; empty if there is no such aggregate
     * @return 64 hexadecimal digits
     */
    public static String of(String digest, List<PlanStep> steps, Function<String, OptionalLong> heads) {
        SortedMap<String, Long> state = new TreeMap<>();
        if (steps.size() == 1) {
            aggregates(steps.getFirst())
                    .forEach(aggregate -> heads.apply(aggregate).ifPresent(head -> state.put(aggregate, head)));
        }
        String shown = digest + state;
        return HexFormat.of().formatHex(PlanDigest.sha256(shown));
    }

    /** The records that the hash of a single step binds; a reader who may not see one of them is not told the hash. */
    public static List<Named> named(PlanStep step) {
        return found(NAMED, step)
                .map(match -> new Named(match.group(1), match.group(2)))
                .distinct()
                .toList();
    }

    private static Stream<String> aggregates(PlanStep step) {
        List<Named> named = named(step);
        Stream<String> single = Optional.ofNullable(step.command()).map(SINGLE::get).stream();
        Stream<String> records =
                named.stream().flatMap(of -> Stream.of(of.id, "personal-data:" + of.kind + ":" + of.id));
        Stream<String> reports = named.stream()
                .filter(of -> of.kind.equals("team"))
                .flatMap(of -> found(QUARTER, step).map(quarter -> "report:" + of.id + ":" + quarter.group(1)));
        return Stream.of(single, records, reports).flatMap(each -> each).distinct();
    }

    private static Stream<MatchResult> found(Pattern pattern, PlanStep step) {
        return pattern.matcher(step.content()).results();
    }

    /**
     * A record that a step names.
     *
     * @param kind one of {@link #KINDS}
     */
    public record Named(String kind, String id) {}
}
