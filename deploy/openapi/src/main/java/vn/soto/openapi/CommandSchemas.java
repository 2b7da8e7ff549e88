package vn.soto.openapi;

import static vn.soto.openapi.Schemas.JSON;
import static vn.soto.openapi.Schemas.text;
import static vn.soto.openapi.Schemas.type;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.Field;
import vn.soto.command.binding.JsonBinder;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.stipend.StipendPeriod;

/** JSON schemas of commands, as strict as the command reader. */
record CommandSchemas(Schemas schemas) {

    private static final Map<Class<?>, ObjectNode> TEXTS = Map.of(
            String.class, type("string"),
            LocalDate.class, text("date"),
            Instant.class, text("date-time"),
            UUID.class, text("uuid"),
            Quarter.class, type("string").put("pattern", "^2\\d{3}-Q[1-4]$").put("example", "2024-Q4"),
            StipendPeriod.class,
                    type("string").put("pattern", "^2\\d{3}-(Q[1-4]|\\d{2})$").put("example", "2024-10"),
            Subject.class,
                    type("string")
                            .put(
                                    "description",
                                    "Whose data: member:<id>, household:<id>, business:<id> or request:<id>."),
            Sealed.class,
                    type("string")
                            .put(
                                    "description",
                                    "Personal data in the clear; sealed on arrival and never kept as sent."));

    ObjectNode of(JsonBinder shape) {
        return switch (shape) {
            case JsonBinder.Text text -> textual(text.type());
            case JsonBinder.Choice choice -> choice(choice);
            case JsonBinder.Whole whole -> type("integer").put("format", whole.wide() ? "int64" : "int32");
            case JsonBinder.Truth truth -> type("boolean");
            case JsonBinder.Many many -> many(many);
            case JsonBinder.Fields record ->
                schemas.record(record.type(), known -> object(record.fields(), Field::required));
            case JsonBinder.Other other ->
                JSON.createObjectNode().put("description", other.type().getSimpleName());
        };
    }

    /** An object with these fields and no others. */
    ObjectNode object(List<Field> fields, Predicate<Field> required) {
        ObjectNode schema = type("object");
        ObjectNode properties = schema.putObject("properties");
        fields.forEach(field ->
                properties.set(field.name(), field.required() ? of(field.shape()) : nullable(of(field.shape()))));
        List<String> names = fields.stream().filter(required).map(Field::name).toList();
        if (!names.isEmpty()) {
            ArrayNode list = schema.putArray("required");
            names.forEach(list::add);
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode textual(Class<?> type) {
        if (Id.class.isAssignableFrom(type)) {
            return type("string").put("pattern", "^" + Id.FORM + "$").put("title", type.getSimpleName());
        }
        ObjectNode schema = TEXTS.get(type);
        return schema == null ? type("string").put("title", type.getSimpleName()) : schema.deepCopy();
    }

    private ObjectNode choice(JsonBinder.Choice choice) {
        return schemas.record(choice.type(), type -> {
            ObjectNode schema = type("string");
            ArrayNode values = schema.putArray("enum");
            choice.constants().keySet().forEach(values::add);
            return schema;
        });
    }

    private ObjectNode many(JsonBinder.Many many) {
        ObjectNode schema = type("array");
        if (many.distinct()) {
            schema.put("uniqueItems", true);
        }
        return schema.set("items", of(many.item()));
    }

    static ObjectNode nullable(ObjectNode schema) {
        if (schema.has("type") && !schema.has("enum")) {
            String type = schema.get("type").asString();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode either = JSON.createObjectNode();
        either.putArray("anyOf").add(schema).add(type("null"));
        return either;
    }
}
