package vn.soto.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The named schemas of the document: one per record, under its simple name, or a longer name if that is ambiguous. */
final class Schemas {

    static final JsonMapper JSON = new JsonMapper();

    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final Map<String, Object> owners = new HashMap<>();

    /** A reference to the schema of a record. */
    ObjectNode record(Class<?> type, Function<Class<?>, ObjectNode> schema) {
        return named(free(type), type, () -> schema.apply(type));
    }

    /** The name of a record's schema; reserves it for the record. */
    String name(Class<?> type) {
        String name = free(type);
        owners.put(name, type);
        return name;
    }

    /** A reference to the schema with that name; creates the schema at the first reference. */
    ObjectNode named(String name, Object owner, Supplier<ObjectNode> schema) {
        Object known = owners.putIfAbsent(name, owner);
        if (known != null && !known.equals(owner)) {
            throw new IllegalStateException("two schemas would be called " + name + ": " + known + ", " + owner);
        }
        if (known == null) {
            schemas.put(name, schema.get());
        }
        return reference("schemas", name);
    }

    ObjectNode all() {
        ObjectNode all = JSON.createObjectNode();
        schemas.forEach(all::set);
        return all;
    }

    static ObjectNode reference(String kind, String name) {
        return JSON.createObjectNode().put("$ref", "#/components/" + kind + "/" + name);
    }

    static ObjectNode type(String name) {
        return JSON.createObjectNode().put("type", name);
    }

    static ObjectNode text(String format) {
        return type("string").put("format", format);
    }

    private String free(Class<?> type) {
        String simple = type.getSimpleName();
        Class<?> around = type.getEnclosingClass();
        String inner =
                around == null ? simple : around.getSimpleName().replaceFirst("(Endpoint|Questions)$", "") + simple;
        return Stream.of(simple, inner, feature(type) + simple, feature(type) + inner)
                .filter(name -> owners.getOrDefault(name, type).equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no name is left for " + type));
    }

    private static String feature(Class<?> type) {
        String last = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
}
