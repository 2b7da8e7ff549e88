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
 * that it names, too. To the state belong the data of its person, and the report of a team and quarter. A later event of
 * one of them gives another hash.
 */
public final class ShownPlan {

    private static final Pattern QUOTED = Pattern.compile("\"(" + Id.FORM + ")\"");

    private static final Pattern COMPONENT = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"(" + Id.FORM + ")\"");

    private static final Pattern TEAM = Pattern.compile("\"team\"\\s*:\\s*\"(" + Id.FORM + ")\"");

    private static final Pattern QUARTER = Pattern.compile("\"quarter\"\\s*:\\s*\"(\\d{4}-Q\\d)\"");

    /** Aggregates of which there is one, by the name of the command that changes them. */
    public static final Map<String, String> SINGLE = Map.of(
            "adopt-policy", "policy",
            "withdraw-policy", "policy",
            "adopt-service-catalogue", "catalogue",
            "withdraw-service-catalogue", "catalogue",
            "adopt-stipend-policy", "stipend-policy",
            "withdraw-stipend-policy", "stipend-policy");

    private ShownPlan() {}

    /**
     * @param digest of the plan
     * @param heads  sequence of the last event of an aggregate; empty if there is no such aggregate
     * @return 64 hexadecimal digits
     */
    public static String of(String digest, List<PlanStep> steps, Function<String, OptionalLong> heads) {
        SortedMap<String, Long> state = new TreeMap<>();
        if (steps.size() == 1) {
            named(steps.getFirst())
                    .forEach(aggregate -> heads.apply(aggregate).ifPresent(head -> state.put(aggregate, head)));
        }
        String shown = digest + state;
        return HexFormat.of().formatHex(PlanDigest.sha256(shown));
    }

    /** Ids of the aggregates that a step may name. */
    private static Stream<String> named(PlanStep step) {
        String content = step.content();
        Stream<String> single = Optional.ofNullable(step.command()).map(SINGLE::get).stream();
        Stream<String> quoted =
                found(QUOTED, content).map(match -> match.group(1)).flatMap(id -> Stream.of(id, "account:" + id));
        Stream<String> persons =
                found(COMPONENT, content).map(match -> "personal-data:" + match.group(1) + ":" + match.group(2));
        Stream<String> reports = found(TEAM, content)
                .flatMap(team ->
                        found(QUARTER, content).map(quarter -> "report:" + team.group(1) + ":" + quarter.group(1)));
        return Stream.of(single, quoted, persons, reports).flatMap(each -> each).distinct();
    }

    private static Stream<MatchResult> found(Pattern pattern, String content) {
        return pattern.matcher(content).results();
    }
}
