package vn.soto.command.binding;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binds a JSON value to a Java type, without coercion. {@link JsonBinders} derives it once per type. Every error is an
 * {@link InvalidFieldException} with the path of the value.
 */
public sealed interface JsonBinder {

    /** @param path of the value, from the root of the request; items of a list have the path of the list */
    Object read(JsonNode given, String path);

    /**
     * A text; {@code parse} throws {@link IllegalArgumentException} or {@link DateTimeException} if it is malformed.
     */
    record Text(Class<?> type, Function<String, Object> parse) implements JsonBinder {

        @Override
        public Object read(JsonNode given, String path) {
            if (!given.isString()) {
                throw InvalidFieldException.malformed(path);
            }
            try {
                return parse.apply(given.stringValue());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw InvalidFieldException.malformed(path);
            }
        }
    }

    /** The name of an enum constant; constants in the order of their declaration. */
    record Choice(Class<?> type, Map<String, Object> constants) implements JsonBinder {

        @Override
        public Object read(JsonNode given, String path) {
            Object constant = given.isString() ? constants.get(given.stringValue()) : null;
            if (constant == null) {
                throw InvalidFieldException.choice(
                        path,
                        "choice",
                        constants.values().stream().map(each -> (Enum<?>) each).toList(),
                        Enum::name);
            }
            return constant;
        }
    }

    /** A whole number, of 32 bits unless {@code wide}. */
    record Whole(boolean wide) implements JsonBinder {

        @Override
        public Object read(JsonNode given, String path) {
            if (!given.isIntegralNumber() || !(wide ? given.canConvertToLong() : given.canConvertToInt())) {
                throw InvalidFieldException.malformed(path);
            }
            return wide ? (Object) given.longValue() : (Object) given.intValue();
        }
    }

    /** True or false. */
    record Truth() implements JsonBinder {

        @Override
        public Object read(JsonNode given, String path) {
            if (!given.isBoolean()) {
                throw InvalidFieldException.malformed(path);
            }
            return given.booleanValue();
        }
    }

    /** An array, as a list or, when {@code distinct}, a set; no item is null. */
    record Many(JsonBinder item, boolean distinct) implements JsonBinder {

        @Override
        public Object read(JsonNode given, String path) {
            if (!given.isArray()) {
                throw InvalidFieldException.malformed(path);
            }
            List<Object> items = new ArrayList<>(given.size());
            for (JsonNode each : given) {
                if (each.isNull()) {
                    throw new InvalidFieldException(path, "missing");
                }
                items.add(item.read(each, path));
            }
            return distinct ? Collections.unmodifiableSet(new LinkedHashSet<>(items)) : List.copyOf(items);
        }
    }

    /**
     * An object of exactly these fields; {@code make} throws {@link IllegalArgumentException} if the values do not fit.
     */
    record Fields(Class<?> type, List<Field> fields, Set<String> names, Function<@Nullable Object[], Object> make)
            implements JsonBinder {

        Fields(Class<?> type, List<Field> fields, Function<@Nullable Object[], Object> make) {
            this(type, fields, fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet()), make);
        }

        @Override
        public Object read(JsonNode given, String path) {
            if (!(given instanceof ObjectNode object)) {
                throw InvalidFieldException.malformed(path);
            }
            for (String name : object.propertyNames()) {
                if (!names.contains(name)) {
                    throw new InvalidFieldException(path.isEmpty() ? name : path + "." + name, "unknown");
                }
            }
            @Nullable Object[] values = new @Nullable Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = fields.get(i).of(object, path);
            }
            try {
                return make.apply(values);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw refused(values, path);
            }
        }

        /** If one of the lists is empty, the error names it. */
        private InvalidFieldException refused(@Nullable Object[] values, String path) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Collection<?> items && items.isEmpty()) {
                    return new InvalidFieldException(fields.get(i).below(path), "empty");
                }
            }
            return InvalidFieldException.malformed(path);
        }
    }

    /** Delegates to Jackson. */
    record Other(Class<?> type, ObjectReader reader) implements JsonBinder {

        @Override
        public Object read(JsonNode given, String path) {
            try {
                return reader.readValue(given);
            } catch (JacksonException e) {
                String where = Stream.concat(
                                Stream.of(path), e.getPath().stream().map(JacksonException.Reference::getPropertyName))
                        .filter(name -> name != null && !name.isEmpty())
                        .collect(Collectors.joining("."));
                throw e instanceof UnrecognizedPropertyException
                        ? new InvalidFieldException(where, "unknown")
                        : InvalidFieldException.malformed(where);
            }
        }
    }
}
