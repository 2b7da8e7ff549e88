package vn.soto.allinone;

import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers of the questions as the API describes them, with one of everything. Version {@code a} and version {@code b}
 * differ in each value but ids.
 *
 * @param document description of the API
 */
record SampleAnswers(JsonNode document) {

    private static final int DEPTH = 8;

    /** Components with ids of what is not corrected. */
    private static final Set<String> IDS = Set.of(
            "account",
            "grant",
            "assistance",
            "business",
            "campaign",
            "group",
            "household",
            "organisation",
            "team",
            "member",
            "session",
            "training",
            "unit",
            "indicator",
            "holders",
            "absorbed",
            "witness",
            "helpers");

    /** The template of a question's address; the most specific one. */
    Optional<String> template(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return document.path("paths").properties().stream()
                .filter(each -> each.getValue().has("get"))
                .map(each -> PathPatternParser.defaultInstance.parse(each.getKey()))
                .filter(pattern -> pattern.matches(asked))
                .sorted()
                .map(PathPattern::getPatternString)
                .findFirst();
    }

    JsonNode answer(String template, String version) {
        JsonNode described =
                document.path("paths").path(template).at("/get/responses/200/content/application~1json/schema");
        return value("", resolved(described).at("/properties/answer"), version, DEPTH);
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asString().substring(1));
        }
        return found;
    }

    private JsonNode value(String name, JsonNode schema, String version, int depth) {
        JsonNode described = resolved(schema);
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (described.has("properties")) {
            ObjectNode whole = nodes.objectNode();
            if (depth > 0) {
                described
                        .path("properties")
                        .forEachEntry((part, of) -> whole.set(part, value(part, of, version, depth - 1)));
            }
            return whole;
        }
        if (described.has("items")) {
            return nodes.arrayNode().add(value(name, described.path("items"), version, depth - 1));
        }
        String type = described.path("type").asString("");
        return switch (type) {
            case "integer", "number" -> nodes.numberNode(Integer.parseInt(number(version)));
            case "boolean" -> nodes.booleanNode(true);
            default -> nodes.stringNode(text(name, described, version));
        };
    }

    private static String number(String version) {
        return version.equals("a") ? "3" : "4";
    }

    private static String day(String version) {
        return version.equals("a") ? "2026-03-01" : "2026-04-01";
    }

    private static String text(String name, JsonNode described, String version) {
        if (described.has("enum")) {
            JsonNode values = described.path("enum");
            return values.get(version.equals("a") ? 0 : values.size() - 1).asString();
        }
        return switch (described.path("format").asString("")) {
            case "date" -> day(version);
            case "date-time" -> day(version) + "T01:00:00Z";
            default -> IDS.contains(name) ? name + "-1" : name + "-" + version;
        };
    }

    /** The value of a form's field that answers have in a version. */
    String value(String path, JsonNode field, String version) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return switch (field.path("type").asString()) {
            case "choice" -> {
                JsonNode values = field.path("values");
                yield values.get(version.equals("a") ? 0 : values.size() - 1).asString();
            }
            case "day" -> day(version);
            case "time" -> day(version) + "T01:00:00Z";
            case "number" -> number(version);
            case "quarter" -> "2026-Q1";
            default -> IDS.contains(name) ? name + "-1" : name + "-" + version;
        };
    }
}
