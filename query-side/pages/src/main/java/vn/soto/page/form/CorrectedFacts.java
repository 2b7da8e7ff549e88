package vn.soto.page.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/** The places of corrected values in the answer about a fact, for fields whose name differs from the answer's. */
final class CorrectedFacts {

    /**
     * JSON pointers by command and field. {@code [member]} is the last item of a list whose component equals the form's
     * field of that name. {@code [from]} is the item that begins on the day that the form corrects, or else the last.
     */
    private static final Map<String, Map<String, String>> PLACES = Map.of(
            "correct-founding-decision",
                    Map.of("foundingDecision.number", "foundingDecision", "foundingDecision.signedOn", "signedOn"),
            "correct-appointment", Map.of("enteredFrom", "leaderSince", "effectiveFrom", "leaderSince"),
            "correct-assignment", Map.of("enteredFrom", "since", "effectiveFrom", "since"),
            "correct-relocation", Map.of("enteredFrom", "units/[from]/from", "effectiveFrom", "units/[from]/from"),
            "correct-business-relocation",
                    Map.of("enteredFrom", "units/[from]/from", "effectiveFrom", "units/[from]/from"),
            "correct-grant", Map.of("effectiveFrom", "grants/[grant]/from", "lastDay", "grants/[grant]/until"),
            "correct-support",
                    Map.of(
                            "enteredFrom", "teams/[team]/from",
                            "effectiveFrom", "teams/[team]/from",
                            "lastDay", "teams/[team]/until"),
            "correct-suspension",
                    Map.of(
                            "enteredFrom", "members/[member]/suspensions/[from]/from",
                            "firstDay", "members/[member]/suspensions/[from]/from",
                            "lastDay", "members/[member]/suspensions/[from]/until"),
            "correct-departure", Map.of("enteredFrom", "goneSince", "effectiveFrom", "goneSince"),
            "correct-membership",
                    Map.of(
                            "enteredFrom", "members/[member]/from",
                            "effectiveFrom", "members/[member]/from",
                            "organisation", "members/[member]/organisation",
                            "lastDay", "members/[member]/until"));

    private static final String FROM = "from";
    private static final String ENTERED = "enteredFrom";

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
        List<JsonNode> items = list.valueStream()
                .filter(item ->
                        which.equals(FROM) || item.path(which).asString("").equals(typed.text(which)))
                .toList();
        return items.stream()
                .filter(item -> item.path(FROM).asString("-").equals(typed.text(ENTERED)))
                .findFirst()
                .orElseGet(() -> items.isEmpty() ? list.path(-1) : items.getLast());
    }
}
