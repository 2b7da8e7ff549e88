package vn.soto.page.form;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/** The values of a form when it is opened: from the address, the reader, today, and the corrected fact. */
final class FormDefaults {

    /** Fields in which a member names themselves, unless somebody else is meant. */
    private static final Set<String> MYSELF = Set.of("helpers", "by", "witness", "member", "holders");

    /** Days that are today unless another is said. */
    private static final Set<String> TODAY =
            Set.of("effectiveFrom", "receivedOn", "countedOn", "day", "heldOn", "lastDay");

    /** Why members mend records of their own, unless another reason is said. */
    private static final String MISTAKE = "WRONG_ENTRY";

    /** Why a command is given, unless another reason is said. */
    private static final Map<String, String> REASONS = Map.of(
            "reverse-plan", MISTAKE,
            "grant-role", "DUTY_ASSIGNED",
            "link-account", "DUTY_ASSIGNED",
            "end-grant", "DUTY_ENDED",
            "unlink-account", "DUTY_ENDED");

    /** Questions about what is in force, where the next is adopted. */
    private static final Set<String> ADOPTED = Set.of("/api/policy", "/api/stipend-policy", "/api/catalogue");

    private FormDefaults() {}

    static Map<String, List<String>> of(Part command, PageContext page, Instant now) {
        Map<String, List<String>> known = new HashMap<>();
        command.get("fields")
                .items()
                .forEach(field -> collect(field, field.get("name").text(), page, now, known));
        Optional.ofNullable(REASONS.get(command.get("name").text()))
                .ifPresent(reason -> known.put("reason", List.of(reason)));
        if (page.records() && FormState.OWN.contains(command.get("name").text())) {
            known.put("reason", List.of(MISTAKE));
        }
        return known;
    }

    private static void collect(
            Part field, String path, PageContext page, Instant now, Map<String, List<String>> known) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        String type = field.get("type").text();
        if (type.equals("group")) {
            field.get("fields")
                    .items()
                    .forEach(inner ->
                            collect(inner, path + "." + inner.get("name").text(), page, now, known));
        } else if (type.equals("day")
                && TODAY.contains(name)
                && field.get("required").isTrue()) {
            known.put(path, List.of(page.me().answer().get("on").text()));
        } else if (type.equals("time") && field.get("required").isTrue()) {
            known.put(path, List.of(now.truncatedTo(ChronoUnit.MICROS).toString()));
        } else {
            own(field, name, page).ifPresent(value -> known.put(path, List.of(value)));
        }
    }

    private static Optional<String> own(Part field, String name, PageContext page) {
        boolean list = field.get("type").text().equals("list");
        String of = list ? field.at("item/of").text() : field.get("of").text();
        if (of.equals("member")
                && MYSELF.contains(name)
                && !field.get("new").isTrue()
                && !field.get("in").exists()) {
            return page.me().ownMember();
        }
        return of.equals("team") && !list && field.get("required").isTrue() ? page.only("team") : Optional.empty();
    }

    /**
     * The question about the fact that a correction replaces; where something is adopted, about what is in force. Empty if the
     * command replaces nothing, or its address names nothing yet.
     */
    static Optional<String> fact(Part command, Typed typed) {
        if (command.get("name").text().startsWith("adopt-")) {
            return command.get("path").optional().filter(path -> ADOPTED.contains(path));
        }
        if (!command.get("name").text().startsWith("correct-")
                && !command.get("name").text().startsWith("revise-")) {
            return Optional.empty();
        }
        return command.get("fields").items().stream()
                .filter(field -> field.get("in").exists()
                        && !typed.text(field.get("name").text()).isEmpty())
                .findFirst()
                .flatMap(field -> ChoiceSource.of(field.get("of").text())
                        .filter(source -> !source.one().isEmpty())
                        .map(source -> source.one()
                                .replace(
                                        "{id}",
                                        vn.soto.page.Addresses.encoded(
                                                typed.text(field.get("name").text())))));
    }

    /** The values of the form's fields in the answer about the corrected fact, found by path, or else by name alone. */
    static Map<String, List<String>> of(Part command, ApiAnswer fact) {
        Map<String, List<String>> known = new HashMap<>();
        said(command.get("fields"), "", "", fact.answer().value(), known);
        return known;
    }

    /**
     * @param before path of the fields in the form, with its dot
     * @param within path of the fields in the answer, with its dot
     */
    private static void said(
            Part fields, String before, String within, JsonNode answer, Map<String, List<String>> known) {
        Map<String, List<String>> flat = new HashMap<>();
        CommandBody.flatten("", answer, flat);
        for (Part field : fields.items()) {
            String name = field.get("name").text();
            List<String> places = List.of(within + name, "statement." + name, name);
            if (field.get("type").text().equals("group")) {
                said(field.get("fields"), before + name + ".", within + name + ".", answer, known);
            } else if (field.at("item/type").text().equals("group")) {
                rows(field, before + name + ".", places, answer, known);
            } else {
                places.stream()
                        .map(place -> flat.getOrDefault(place, listed(answer, place)))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .ifPresent(value -> known.put(before + name, value));
            }
        }
    }

    /** The rows of a list of groups. */
    private static void rows(
            Part field, String before, List<String> places, JsonNode answer, Map<String, List<String>> known) {
        List<JsonNode> rows = places.stream()
                .map(place -> at(answer, place).valueStream().toList())
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
        for (int row = 0; row < rows.size(); row++) {
            said(field.at("item/fields"), before + row + ".", "", rows.get(row), known);
        }
    }

    /** The ids of a list of objects each of which names one, such as helpers with their shares. */
    private static List<String> listed(JsonNode answer, String place) {
        return at(answer, place)
                .valueStream()
                .map(each -> each.path("member").asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static JsonNode at(JsonNode answer, String place) {
        JsonNode at = answer;
        for (String name : place.split("\\.", -1)) {
            at = at.path(name);
        }
        return at;
    }
}
