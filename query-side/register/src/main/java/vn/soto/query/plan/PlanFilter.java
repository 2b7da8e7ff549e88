package vn.soto.query.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.query.problem.QueryProblemException;

/** The plans that a list is asked for; an absent value admits all. */
record PlanFilter(Optional<Plan.State> state, Optional<PlanKind> kind) {

    /** @param state name of a state such as {@code awaiting-approval}; case, hyphens and underscores do not matter */
    static PlanFilter of(Optional<String> state, Optional<String> kind) {
        return new PlanFilter(
                state.map(text -> named("state", text, Plan.State.values())),
                kind.map(text -> named("kind", text, PlanKind.values())));
    }

    private static <T extends Enum<T>> T named(String parameter, String text, T[] values) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.malformed(parameter, text, List.of(values)));
    }

    boolean admits(Plan plan, long asOf) {
        return kind.filter(wanted -> wanted != plan.kind()).isEmpty()
                && state.filter(wanted -> wanted != plan.asOf(asOf).getLast().state())
                        .isEmpty();
    }
}
