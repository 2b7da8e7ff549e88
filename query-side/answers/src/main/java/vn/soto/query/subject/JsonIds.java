package vn.soto.query.subject;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.Id;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.EventType;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.subject.CommandData.FieldData;
import vn.soto.web.ClearJson;

/** The ids in the JSON of events, by the types of the events' components, and of commands, by the kinds of their fields. */
public final class JsonIds {

    private static final JsonMapper JSON = ClearJson.mapper();

    /** Kinds of ids by the names of the fields of all commands. */
    private static final Map<String, IdKind> COMMANDS = commands();

    /** Kinds of ids by the names of an event's components and of the components of these. */
    private static final ClassValue<Map<String, IdKind>> EVENTS = new ClassValue<>() {
        @Override
        protected Map<String, IdKind> computeValue(Class<?> event) {
            Map<String, IdKind> kinds = new HashMap<>();
            add(event, kinds, new HashSet<>());
            return Map.copyOf(kinds);
        }
    };

    private JsonIds() {}

    /** Of an event that today's product cannot decode none. */
    public static Map<IdKind, Set<String>> of(RecordedEvent event) {
        return ofEvent(event.type(), new String(event.payload().bytes(), StandardCharsets.UTF_8));
    }

    /** @param storedName with its revision */
    public static Map<IdKind, Set<String>> ofEvent(String storedName, String body) {
        int revision = storedName.lastIndexOf(".v");
        return revision < 0
                ? Map.of()
                : ofEvent(new EventType(storedName.substring(0, revision), storedName.substring(revision + 2)), body);
    }

    private static Map<IdKind, Set<String>> ofEvent(EventType stored, String body) {
        try {
            return in(JSON.readTree(body), EVENTS.get(EventCodec.product().classOf(stored)));
        } catch (EventException | JacksonException e) {
            return Map.of();
        }
    }

    public static Map<IdKind, Set<String>> ofCommand(JsonNode content) {
        return in(content, COMMANDS);
    }

    static Map<IdKind, Set<String>> ofCommand(String content) {
        return in(JSON.readTree(content), COMMANDS);
    }

    private static Map<IdKind, Set<String>> in(JsonNode object, Map<String, IdKind> kinds) {
        Map<IdKind, Set<String>> found = new EnumMap<>(IdKind.class);
        look("", object, kinds, found);
        return found;
    }

    private static void look(String field, JsonNode node, Map<String, IdKind> kinds, Map<IdKind, Set<String>> found) {
        IdKind kind = kinds.get(field);
        if (node.isString() && kind != null) {
            found.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(node.asString());
        } else if (node.isObject()) {
            node.properties().forEach(each -> look(each.getKey(), each.getValue(), kinds, found));
        } else {
            node.forEach(each -> look(field, each, kinds, found));
        }
    }

    private static void add(Class<?> type, Map<String, IdKind> kinds, Set<Class<?>> seen) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(each -> add(each, kinds, seen));
        }
        if (type.isRecord() && !Id.class.isAssignableFrom(type) && seen.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                add(component.getName(), component.getGenericType(), kinds, seen);
            }
        }
    }

    private static void add(String name, Type type, Map<String, IdKind> kinds, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType several) {
            Arrays.stream(several.getActualTypeArguments()).forEach(each -> add(name, each, kinds, seen));
        } else if (type instanceof Class<?> one) {
            IdKind.of(one).ifPresentOrElse(kind -> kinds.put(name, kind), () -> add(one, kinds, seen));
        }
    }

    private static Map<String, IdKind> commands() {
        Map<String, IdKind> kinds = new HashMap<>();
        CommandData.ALL.forEach(command -> add("", command.fields(), kinds));
        return Map.copyOf(kinds);
    }

    /** @param list name of the list whose items these are; an item has none */
    private static void add(String list, List<FieldData> fields, Map<String, IdKind> kinds) {
        for (FieldData field : fields) {
            String name = Objects.requireNonNullElse(field.name(), list);
            IdKind.ofForm(field.type().equals("id") ? Objects.requireNonNullElse(field.of(), "") : field.type())
                    .ifPresent(kind -> kinds.put(name, kind));
            add("", Objects.requireNonNullElse(field.fields(), List.of()), kinds);
            add(name, field.item() == null ? List.of() : List.of(field.item()), kinds);
        }
    }
}
