package vn.soto.page.form;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.Part;
import vn.soto.web.TypedDays;

/**
 * The command that a filled form is, by the description of its fields. An empty field is left out. A field that cannot
 * be read as its type is sent as typed, and the command side refuses it.
 *
 * @param path of the resource, its variables filled in
 */
public record CommandBody(String path, ObjectNode json) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /** A variable without a value has a value that no resource has: the command side names the field. */
    private static final String NONE = "-";

    /** @param command the answer of {@code /api/commands/{commandName}} */
    public static CommandBody of(Part command, Typed typed, TypedDays days) {
        ObjectNode json = object();
        String path = command.get("path").text();
        for (Part field : command.get("fields").items()) {
            String name = field.get("name").text();
            if (field.get("in").exists()) {
                JsonNode value = value(field, name, typed, days);
                String text = value.isMissingNode() ? NONE : value.asString("");
                path = path.replace("{" + name + "}", Addresses.encoded(text).replace("+", "%20"));
            } else {
                put(json, name, value(field, name, typed, days));
            }
        }
        return new CommandBody(path, json);
    }

    private static void put(ObjectNode into, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            into.set(name, value);
        }
    }

    private static JsonNode value(Part field, String path, Typed typed, TypedDays days) {
        return switch (field.get("type").text()) {
            case "group" -> group(field.get("fields").items(), path, typed, days);
            case "list" -> list(field, path, typed, days);
            default -> plain(field, typed.text(path), days);
        };
    }

    /** Missing if nothing in it is filled in. */
    private static JsonNode group(List<Part> fields, String path, Typed typed, TypedDays days) {
        ObjectNode made = object();
        fields.forEach(field -> {
            String name = field.get("name").text();
            put(made, name, value(field, path + "." + name, typed, days));
        });
        return made.isEmpty() ? missing() : made;
    }

    /** A list that must be there and may be empty is sent without anything in it. */
    private static JsonNode list(Part field, String path, Typed typed, TypedDays days) {
        Part item = field.get("item");
        ArrayNode made = JsonNodeFactory.instance.arrayNode();
        if (item.get("type").text().equals("group")) {
            for (int row : typed.rows(path)) {
                JsonNode group = group(item.get("fields").items(), path + "." + row, typed, days);
                if (!group.isMissingNode()) {
                    made.add(group);
                }
            }
        } else {
            values(item, path, typed).forEach(text -> made.add(plain(item, text, days)));
        }
        boolean mayBeEmpty =
                field.get("required").isTrue() && !field.get("least").exists();
        return made.isEmpty() && !mayBeEmpty ? missing() : made;
    }

    /** Words of a list of texts stand one a line. */
    private static List<String> values(Part item, String path, Typed typed) {
        return item.get("type").text().equals("text")
                ? typed.all(path).stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : typed.all(path);
    }

    private static JsonNode plain(Part field, String text, TypedDays days) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (text.isEmpty()) {
            return missing();
        }
        return switch (field.get("type").text()) {
            case "number" ->
                WHOLE.matcher(number(text)).matches()
                        ? json.numberNode(Long.parseLong(number(text)))
                        : json.stringNode(text);
            case "truth" ->
                text.equals("true") || text.equals("false")
                        ? json.booleanNode(text.equals("true"))
                        : json.stringNode(text);
            case "day" -> json.stringNode(days.day(text));
            case "time" -> json.stringNode(time(text));
            default -> json.stringNode(text);
        };
    }

    /** People group the digits of a number: 500.000. */
    private static String number(String text) {
        return text.matches("-?[0-9]{1,3}([. ][0-9]{3})+") ? text.replaceAll("[. ]", "") : text;
    }

    private static String time(String text) {
        try {
            return LocalDateTime.parse(text).atZone(VIETNAM).toInstant().toString();
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** The values of a group of an answer, by the paths of a form's fields; a list of plain values has several. */
    static void flatten(String path, JsonNode value, Map<String, List<String>> into) {
        if (value.isObject()) {
            value.forEachEntry((name, inner) -> flatten(path.isEmpty() ? name : path + "." + name, inner, into));
        } else if (value.isArray() && value.size() > 0 && value.get(0).isValueNode()) {
            into.put(path, value.valueStream().map(each -> each.asString("")).toList());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(path + "." + i, value.get(i), into);
            }
        } else if (!value.isMissingNode() && !value.isNull()) {
            into.put(path, List.of(value.asString("")));
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode missing() {
        return JsonNodeFactory.instance.missingNode();
    }
}
