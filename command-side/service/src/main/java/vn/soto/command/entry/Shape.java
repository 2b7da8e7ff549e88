package vn.soto.command.entry;

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
 * How a value is written in JSON, found once from its Java type by {@link Shapes}; reads exactly that and nothing near
 * it. Whatever is wrong is a {@link BadInput} that names where.
 */
public sealed interface Shape {

    /** @param path where the value stands, from the top of what was sent; items of a list stand where the list does */
    Object read(JsonNode given, String path);

    /** A text; {@code parse} throws {@link IllegalArgumentException} or {@link DateTimeException} for one of another form. */
    record Text(Class<?> type, Function<String, Object> parse) implements Shape {

        @Override
        public Object read(JsonNode given, String path) {
            if (!given.isString()) {
                throw BadInput.malformed(path);
            }
            try {
                return parse.apply(given.stringValue());
            } catch (IllegalArgumentException | DateTimeException e) {
                throw BadInput.malformed(path);
            }
        }
    }

    /** The name of a constant, in the order of their declaration. */
    record Choice(Class<?> type, Map<String, Object> constants) implements Shape {

        @Override
        public Object read(JsonNode given, String path) {
            Object constant = given.isString() ? constants.get(given.stringValue()) : null;
            if (constant == null) {
                throw BadInput.malformed(path);
            }
            return constant;
        }
    }

    /** A whole number, of 32 bits unless {@code wide}. */
    record Whole(boolean wide) implements Shape {

        @Override
        public Object read(JsonNode given, String path) {
            if (!given.isIntegralNumber() || !(wide ? given.canConvertToLong() : given.canConvertToInt())) {
                throw BadInput.malformed(path);
            }
            return wide ? (Object) given.longValue() : (Object) given.intValue();
        }
    }

    /** True or false. */
    record Truth() implements Shape {

        @Override
        public Object read(JsonNode given, String path) {
            if (!given.isBoolean()) {
                throw BadInput.malformed(path);
            }
            return given.booleanValue();
        }
    }

    /** A list, or a set when {@code distinct}; no item is null. */
    record Many(Shape item, boolean distinct) implements Shape {

        @Override
        public Object read(JsonNode given, String path) {
            if (!given.isArray()) {
                throw BadInput.malformed(path);
            }
            List<Object> items = new ArrayList<>(given.size());
            for (JsonNode each : given) {
                if (each.isNull()) {
                    throw new BadInput(path, "missing");
                }
                items.add(item.read(each, path));
            }
            return distinct ? Collections.unmodifiableSet(new LinkedHashSet<>(items)) : List.copyOf(items);
        }
    }

    /** An object of these fields and no others; {@code make} throws {@link IllegalArgumentException} if they do not fit. */
    record Fields(Class<?> type, List<Field> fields, Set<String> names, Function<@Nullable Object[], Object> make)
            implements Shape {

        Fields(Class<?> type, List<Field> fields, Function<@Nullable Object[], Object> make) {
            this(type, fields, fields.stream().map(Field::name).collect(Collectors.toUnmodifiableSet()), make);
        }

        @Override
        public Object read(JsonNode given, String path) {
            if (!(given instanceof ObjectNode object)) {
                throw BadInput.malformed(path);
            }
            for (String name : object.propertyNames()) {
                if (!names.contains(name)) {
                    throw new BadInput(path.isEmpty() ? name : path + "." + name, "unknown");
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

        /** A value that is refused while one of its lists is empty is refused for that. */
        private BadInput refused(@Nullable Object[] values, String path) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Collection<?> items && items.isEmpty()) {
                    return new BadInput(fields.get(i).below(path), "empty");
                }
            }
            return BadInput.malformed(path);
        }
    }

    /** Whatever Jackson makes of it. */
    record Other(Class<?> type, ObjectReader reader) implements Shape {

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
                        ? new BadInput(where, "unknown")
                        : BadInput.malformed(where);
            }
        }
    }
}
