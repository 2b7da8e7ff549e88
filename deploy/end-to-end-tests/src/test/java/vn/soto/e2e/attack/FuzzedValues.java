package vn.soto.e2e.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Values for the schemas of the API, as JSON text: right ones, and with a given chance hostile ones in their place. */
final class FuzzedValues {

    private static final int DEEP = 3_000;
    private static final int LONG = 20_000;
    private static final int NESTED = 6;

    /** Texts that parsers, formatters, logs, paths and stores have trouble with. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\u001b[31m\r\nINJECTED",
            "\u202Egnp.exe",
            "\uD800",
            "\uFFFE\uFFFF",
            "\u200B\u00AD\u2060",
            "e\u0301\u0323".repeat(300),
            "👩‍👩‍👧‍👦",
            "ﷺ".repeat(500),
            "x".repeat(LONG),
            "../../../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "%00",
            "${jndi:ldap://127.0.0.1/a}",
            "#{T(java.lang.Runtime).getRuntime()}",
            "{{7*7}}",
            "{0} {1} {",
            "'{'",
            "%s%n%d",
            "<script>alert(1)</script>",
            "'; DROP TABLE commits; --",
            "{\"$ne\":null}",
            "$where",
            "=HYPERLINK(\"http://x\")",
            "079088012345",
            "NaN",
            "Infinity",
            "null",
            "true",
            "9".repeat(400),
            "1e999999999",
            "0x7f",
            "2025-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "2025-01-10T25:61:61Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2025-Q9",
            "99999-Q1",
            "00000000-0000-0000-0000-000000000000",
            "01943900-0000-8000-8000-000000000001",
            "g".repeat(36));

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "-0",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1e400",
            "1E-400",
            "1e999999999",
            "0.1",
            "1.0",
            "123456789012345678901234567890",
            "9".repeat(2_000));

    private final RandomGenerator random;
    private final ApiDescription api;
    private final Map<String, List<String>> known = new HashMap<>();
    private int fresh;

    /** @param answers of the product, in which ids stand under the names of what they are ids of */
    FuzzedValues(RandomGenerator random, ApiDescription api, JsonNode answers) {
        this.random = random;
        this.api = api;
        learn("", answers);
    }

    private void learn(String name, JsonNode node) {
        if (node.isString() && node.asString().matches("[a-z0-9][a-z0-9-]{0,63}")) {
            List<String> values = known.computeIfAbsent(name, any -> new ArrayList<>());
            if (!values.contains(node.asString())) {
                values.add(node.asString());
            }
        }
        node.properties().forEach(field -> learn(field.getKey(), field.getValue()));
        if (node.isArray()) {
            node.forEach(element -> learn(name, element));
        }
    }

    /** The ids that the answers have under this name. */
    List<String> known(String name) {
        return known.getOrDefault(name, List.of());
    }

    /** Something that matches the schema, but for hostile values in place of its parts with that chance each. */
    String json(JsonNode described, String name, double hostile) {
        return json(described, name, hostile, 0);
    }

    private String json(JsonNode described, String name, double hostile, int depth) {
        JsonNode schema = api.resolved(described);
        if (random.nextDouble() < hostile) {
            return hostile();
        }
        if (schema.has("anyOf")) {
            return json(schema.get("anyOf").get(0), name, hostile, depth);
        }
        JsonNode type = schema.path("type").isArray() ? schema.get("type").get(0) : schema.path("type");
        return switch (depth > NESTED ? "string" : type.asString("")) {
            case "object" -> object(schema, hostile, depth);
            case "array" ->
                IntStream.range(0, 1 + random.nextInt(2))
                        .mapToObj(i -> json(schema.path("items"), name, hostile, depth + 1))
                        .collect(Collectors.joining(",", "[", "]"));
            case "integer" -> Integer.toString(1 + random.nextInt(9));
            case "boolean" -> Boolean.toString(random.nextBoolean());
            default -> quoted(text(schema, name));
        };
    }

    private String object(JsonNode schema, double hostile, int depth) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            boolean there =
                    required.contains(field.getKey()) ? random.nextDouble() >= hostile / 2 : random.nextInt(3) == 0;
            if (there) {
                fields.add(quoted(field.getKey()) + ":" + json(field.getValue(), field.getKey(), hostile, depth + 1));
            }
        }
        if (random.nextDouble() < hostile) {
            fields.add(oneOf(surplus(fields)));
        }
        return String.join(",", fields).transform(inside -> "{" + inside + "}");
    }

    /** Fields that a client must not set, or must not set twice. */
    private List<String> surplus(List<String> fields) {
        List<String> surplus = new ArrayList<>(List.of(
                "\"actor\":\"administrator\"",
                "\"roles\":[\"ADMINISTRATOR\"]",
                "\"commit\":1",
                "\"recordedAt\":\"1970-01-01T00:00:00Z\"",
                "\"state\":\"COMPLETED\"",
                "\"@class\":\"java.lang.Runtime\"",
                "\"__proto__\":{\"admin\":true}",
                "\"\":\"\"",
                quoted("f".repeat(LONG)) + ":1"));
        fields.stream().findFirst().ifPresent(surplus::add);
        return surplus;
    }

    /** A text that matches the schema: where it names something, an id that is known. */
    String text(JsonNode described, String name) {
        JsonNode schema = api.resolved(described);
        if (schema.has("enum")) {
            return oneOf(
                    schema.get("enum").valueStream().map(JsonNode::asString).toList());
        }
        String format = schema.path("format").asString("");
        String pattern = schema.path("pattern").asString("");
        return switch (format) {
            case "date" -> "2025-0%d-%02d".formatted(1 + random.nextInt(5), 1 + random.nextInt(28));
            case "date-time" -> "2025-01-%02dT03:00:00Z".formatted(7 + random.nextInt(20));
            case "uuid" -> id();
            default -> pattern.contains("-Q") ? "2025-Q" + (1 + random.nextInt(4)) : named(schema, name);
        };
    }

    private String named(JsonNode schema, String name) {
        String title =
                schema.path("title").asString("").replaceFirst("^Support", "").replaceFirst("(Id|Code)$", "");
        List<String> ids = Stream.of(title.toLowerCase(Locale.ROOT), name, singular(name))
                .map(known::get)
                .filter(found -> found != null)
                .findFirst()
                .orElse(List.of());
        if (schema.has("title") && !ids.isEmpty()) {
            return random.nextInt(8) == 0 ? id() : oneOf(ids);
        }
        return switch (random.nextInt(ids.isEmpty() ? 3 : 6)) {
            case 0 -> "Ấp Hưng Thịnh " + random.nextInt(99);
            case 1 -> "Ghi nhầm, xem lại sổ tay";
            case 2 -> schema.has("title") ? id() : "Nguyễn Thị Hồng";
            default -> oneOf(ids);
        };
    }

    private static String singular(String name) {
        return name.equals("session") ? "outreach" : name.replaceFirst("s$", "");
    }

    /** An id that the product has not seen. */
    String id() {
        fresh++;
        return "01950000-0000-7000-%04x-%012x".formatted(0x8000 + random.nextInt(0x4000), fresh);
    }

    String hostileText() {
        return oneOf(TEXTS);
    }

    /** Any JSON, or what is none. */
    private String hostile() {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1, 2 -> oneOf(NUMBERS);
            case 3 -> "true";
            case 4 -> "[]";
            case 5 -> "[null]";
            case 6 -> "{}";
            case 7 -> oneOf(List.of("{\"a\":", "[1,", "nul", "'a'", "\"\\u12\"", "\"\\x\"", "01", "+1", ".5", "\"a"));
            case 8 ->
                random.nextInt(4) == 0
                        ? "[".repeat(DEEP) + "]".repeat(DEEP)
                        : "{\"a\":".repeat(NESTED) + "1" + "}".repeat(NESTED);
            default -> quoted(hostileText());
        };
    }

    static String quoted(String text) {
        return StringNode.valueOf(text).toString();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
