package vn.soto.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.stipend.StipendPeriod;

/** Completes springdoc's schemas: required and nullable properties, and the JSON of value types. */
final class RecordConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        if (isRaw(type) || JsonNode.class.isAssignableFrom(java.getRawClass())) {
            return new JsonSchema();
        }
        Schema<?> text = text(java.getRawClass());
        if (text != null) {
            return text;
        }
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        if (schema != null && java.getRawClass().isRecord()) {
            complete(defined(schema, context.getDefinedModels()), java.getRawClass());
        }
        return schema;
    }

    private static boolean isRaw(AnnotatedType type) {
        Annotation[] annotations = type.getCtxAnnotations();
        return annotations != null && Stream.of(annotations).anyMatch(JsonRawValue.class::isInstance);
    }

    /** The schema of a value type whose JSON is one string. */
    private static @Nullable Schema<?> text(Class<?> type) {
        if (Id.class.isAssignableFrom(type) || type == AccountId.class) {
            return string().title(type.getSimpleName());
        }
        if (type == Quarter.class) {
            return string().pattern("^2\\d{3}-Q[1-4]$");
        }
        if (type == StipendPeriod.class) {
            return string().pattern("^2\\d{3}-(Q[1-4]|\\d{2})$");
        }
        if (type.isEnum()
                && Stream.of(type.getDeclaredMethods())
                        .anyMatch(each -> each.getName().equals("parse"))) {
            Schema<Object> choice = string();
            Stream.of(type.getEnumConstants())
                    .map(constant ->
                            ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .forEach(choice::addEnumItemObject);
            return choice;
        }
        return null;
    }

    private static Schema<Object> string() {
        JsonSchema schema = new JsonSchema();
        schema.addType("string");
        return schema;
    }

    @SuppressWarnings("rawtypes") // the raw type that swagger-core declares
    private static @Nullable Schema<?> defined(Schema<?> schema, Map<String, Schema> models) {
        String reference = schema.get$ref();
        return reference == null ? schema : models.get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void complete(@Nullable Schema<?> schema, Class<?> type) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        complete(schema, type, true, required);
        schema.setRequired(required);
    }

    private static void complete(Schema<?> schema, Class<?> type, boolean there, List<String> required) {
        boolean always = type.getAnnotation(JsonInclude.class) == null;
        for (RecordComponent component : type.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                complete(schema, component.getType(), there && !nullable, required);
                continue;
            }
            if (there && (!nullable || always) && !isLeftOutIfEmpty(type, component)) {
                required.add(component.getName());
            }
            if (nullable && always) {
                schema.getProperties().computeIfPresent(component.getName(), (name, value) -> nullable(value));
            }
        }
    }

    private static boolean isLeftOutIfEmpty(Class<?> type, RecordComponent component) {
        return Collection.class.isAssignableFrom(component.getType())
                && Stream.of(type, component.getAccessor())
                        .map(place -> place.getAnnotation(JsonInclude.class))
                        .anyMatch(include -> include != null && include.value() == JsonInclude.Include.NON_EMPTY);
    }

    private static Schema<?> nullable(Schema<?> schema) {
        JsonSchema nothing = new JsonSchema();
        nothing.addType("null");
        return new JsonSchema().anyOf(List.of(schema, nothing));
    }
}
