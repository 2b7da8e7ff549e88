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
     * field of that name. {@code [from]} is the item that begins on the day that the form corrects, or else the last. Of
     * several with the same component it is the one of that day, too.
     */
    private static final Map<String, Map<String, String>> PLACES = Map.ofEntries(
            Map.entry(
                    "correct-founding-decision",
                    Map.of("foundingDecision.number", "foundingDecision", "foundingDecision.signedOn", "signedOn")),
            Map.entry("correct-appointment", Map.of("enteredFrom", "leaderSince", "effectiveFrom", "leaderSince")),
            Map.entry("correct-assignment", Map.of("enteredFrom", "since", "effectiveFrom", "since")),
            Map.entry(
                    "correct-relocation",
                    Map.of("enteredFrom", "units/[from]/from", "effectiveFrom", "units/[from]/from")),
            Map.entry(
                    "correct-business-relocation",
                    Map.of("enteredFrom", "units/[from]/from", "effectiveFrom", "units/[from]/from")),
            Map.entry(
                    "correct-grant", Map.of("effectiveFrom", "grants/[grant]/from", "lastDay", "grants/[grant]/until")),
            Map.entry(
                    "correct-support",
                    Map.of(
                            "enteredFrom", "teams/[team]/from",
                            "effectiveFrom", "teams/[team]/from",
                            "lastDay", "teams/[team]/until")),
            Map.entry(
                    "correct-suspension",
                    Map.of(
                            "enteredFrom", "members/[member]/suspensions/[from]/from",
                            "firstDay", "members/[member]/suspensions/[from]/from",
                            "lastDay", "members/[member]/suspensions/[from]/until")),
            Map.entry("correct-departure", Map.of("enteredFrom", "goneSince", "effectiveFrom", "goneSince")),
            Map.entry(
                    "correct-membership",
                    Map.of(
                            "enteredFrom", "members/[member]/from",
                            "effectiveFrom", "members/[member]/from",
                            "organisation", "members/[member]/organisation",
                            "lastDay", "members/[member]/until")),
            Map.entry(
                    "correct-consent",
                    Map.of(
                            "day", "agreements/[purpose]/day",
                            "textVersion", "agreements/[purpose]/textVersion",
                            "method", "agreements/[purpose]/method",
                            "team", "agreements/[purpose]/team",
                            "witness", "agreements/[purpose]/witness")),
            Map.entry("correct-dissolution", Map.of("lastDay", "dissolved/lastDay")));

    private static final String FROM = "from";

    /** Fields of the day that is corrected, by the component of an item with that day. */
    private static final Map<String, String> ENTERED = Map.of(FROM, "enteredFrom", "day", "enteredOn");

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
                .filter(item -> ENTERED.entrySet().stream()
                        .anyMatch(day -> item.path(day.getKey()).asString("-").equals(typed.text(day.getValue()))))
                .findFirst()
                .orElseGet(() -> items.isEmpty() ? list.path(-1) : items.getLast());
    }
}
