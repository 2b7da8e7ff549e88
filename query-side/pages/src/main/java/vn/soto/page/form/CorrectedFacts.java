package vn.soto.page.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/** Where the answer about a fact says what its correction replaces, for fields that are not called as in the answer. */
final class CorrectedFacts {

    /**
     * JSON pointers by command and field. {@code [member]} is the item of a list whose component has the value of the form's field of that
     * name, {@code [last]} the last item.
     */
    private static final Map<String, Map<String, String>> PLACES = Map.of(
            "correct-founding-decision",
                    Map.of("foundingDecision.number", "foundingDecision", "foundingDecision.signedOn", "signedOn"),
            "correct-appointment", Map.of("enteredFrom", "leaderSince", "effectiveFrom", "leaderSince"),
            "correct-assignment", Map.of("enteredFrom", "since", "effectiveFrom", "since"),
            "correct-relocation", Map.of("enteredFrom", "units/[last]/from", "effectiveFrom", "units/[last]/from"),
            "correct-departure", Map.of("enteredFrom", "goneSince", "effectiveFrom", "goneSince"),
            "correct-membership",
                    Map.of(
                            "enteredFrom", "members/[member]/from",
                            "effectiveFrom", "members/[member]/from",
                            "organisation", "members/[member]/organisation",
                            "lastDay", "members/[member]/until"));

    /** The first appointment that is shown is the leader's. */
    private static final Map<String, Map<String, String>> SAID =
            Map.of("correct-appointment", Map.of("office", "LEADER"));

    private CorrectedFacts() {}

    static Map<String, List<String>> of(Part command, ApiAnswer fact, Typed typed) {
        String name = command.get("name").text();
        Map<String, List<String>> known = new HashMap<>();
        SAID.getOrDefault(name, Map.of()).forEach((field, value) -> known.put(field, List.of(value)));
        PLACES.getOrDefault(name, Map.of())
                .forEach((field, place) ->
                        at(fact.answer().value(), place, typed).ifPresent(value -> known.put(field, List.of(value))));
        return known;
    }

    private static Optional<String> at(JsonNode answer, String place, Typed typed) {
        JsonNode node = answer;
        for (String step : place.split("/", -1)) {
            node = step.startsWith("[") ? item(node, step.substring(1, step.length() - 1), typed) : node.path(step);
        }
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asString("")) : Optional.empty();
    }

    private static JsonNode item(JsonNode list, String which, Typed typed) {
        if (which.equals("last")) {
            return list.path(list.size() - 1);
        }
        return list.valueStream()
                .filter(item -> item.path(which).asString("").equals(typed.text(which)))
                .findFirst()
                .orElse(list.path(-1));
    }
}
