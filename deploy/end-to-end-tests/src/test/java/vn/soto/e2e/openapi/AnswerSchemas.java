package vn.soto.e2e.openapi;

import static vn.soto.e2e.openapi.Schemas.JSON;
import static vn.soto.e2e.openapi.Schemas.text;
import static vn.soto.e2e.openapi.Schemas.type;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;

/** Java types as JSON schemas of what Jackson writes of them; open, because an answer may say more some day. */
final class AnswerSchemas {

    private static final Map<Class<?>, ObjectNode> PLAIN = Map.ofEntries(
            Map.entry(String.class, type("string")),
            Map.entry(Quarter.class, type("string")),
            Map.entry(LocalDate.class, text("date")),
            Map.entry(Instant.class, text("date-time")),
            Map.entry(UUID.class, text("uuid")),
            Map.entry(int.class, type("integer").put("format", "int32")),
            Map.entry(Integer.class, type("integer").put("format", "int32")),
            Map.entry(long.class, type("integer").put("format", "int64")),
            Map.entry(Long.class, type("integer").put("format", "int64")),
            Map.entry(double.class, type("number")),
            Map.entry(Double.class, type("number")),
            Map.entry(boolean.class, type("boolean")),
            Map.entry(Boolean.class, type("boolean")));

    private final Schemas schemas;

    AnswerSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    ObjectNode of(Type type) {
        return of(JSON.constructType(type));
    }

    private ObjectNode of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (PLAIN.containsKey(raw)) {
            return PLAIN.get(raw).deepCopy();
        }
        if (Id.class.isAssignableFrom(raw)) {
            return type("string").put("title", raw.getSimpleName());
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return type("array").set("items", of(type.getContentType()));
        }
        if (type.isMapLikeType()) {
            return type("object").set("additionalProperties", of(type.getContentType()));
        }
        if (raw.isEnum()) {
            return schemas.record(raw, AnswerSchemas::constants);
        }
        if (raw.isRecord()) {
            return type.containedTypeCount() > 0 ? object(type) : schemas.record(raw, known -> object(type));
        }
        return JSON.createObjectNode();
    }

    private static ObjectNode constants(Class<?> type) {
        ObjectNode schema = type("string");
        ArrayNode values = schema.putArray("enum");
        Stream.of(type.getEnumConstants()).forEach(constant -> values.add(((Enum<?>) constant).name()));
        return schema;
    }

    private ObjectNode object(JavaType type) {
        ObjectNode schema = type("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        boolean always = type.getRawClass().getAnnotation(JsonInclude.class) == null;
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            JavaType of = JSON.getTypeFactory().resolveMemberType(component.getGenericType(), type.getBindings());
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                ObjectNode inner = object(of);
                properties.setAll((ObjectNode) inner.get("properties"));
                inner.path("required").forEach(required::add);
                continue;
            }
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            ObjectNode value =
                    component.getAccessor().isAnnotationPresent(JsonRawValue.class) ? JSON.createObjectNode() : of(of);
            properties.set(component.getName(), nullable && always ? CommandSchemas.nullable(value) : value);
            if (!nullable || always) {
                required.add(component.getName());
            }
        }
        return required.isEmpty() ? schema : schema.set("required", required);
    }
}
