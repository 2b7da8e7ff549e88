package vn.soto.contracts.plan;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Id;

/**
 * Binds an approval to what its approver was shown: the steps of the plan. A single step binds the state of each record
 * that it names, too. A later event of one of them gives another hash.
 */
public final class ShownPlan {

    private static final Pattern QUOTED = Pattern.compile("\"(" + Id.FORM + ")\"");

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

    /** The texts of a step that may be ids of aggregates. */
    private static Stream<String> named(PlanStep step) {
        Stream<String> quoted = QUOTED.matcher(step.content())
                .results()
                .map(match -> match.group(1))
                .flatMap(id -> Stream.of(id, "account:" + id));
        return Stream.concat(Optional.ofNullable(step.command()).map(SINGLE::get).stream(), quoted)
                .distinct();
    }
}
