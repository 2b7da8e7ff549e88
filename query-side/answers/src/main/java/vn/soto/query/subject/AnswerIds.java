package vn.soto.query.subject;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.Id;
import vn.soto.web.ClearJson;

/** The ids that an answer holds, by the names of the components that hold them. */
public final class AnswerIds {

    private static final JsonMapper JSON = ClearJson.mapper();
    private static final Optional<IdKind> COMMIT = Optional.of(IdKind.COMMIT);
    private static final Set<Class<?>> PLAIN = Set.of(LocalDate.class, Instant.class, Boolean.class);

    /** Components that name the account of somebody who did something. */
    private static final Set<String> DOERS = Set.of("who", "by", "submittedBy", "approvedBy", "answeredBy", "account");

    /** The component with what an event concerns, such as {@code member:<id>}. */
    private static final String ABOUT = "about";

    /** The components that can hold ids. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(Part::of)
                    .filter(part -> part.json || canHold(part.name, part.accessor.getGenericReturnType()))
                    .toList();
        }
    };

    /** Whether values of a type, in a component of this name, can be ids or hold some: of a map its values. */
    private static boolean canHold(String component, Type type) {
        if (type instanceof ParameterizedType several && several.getRawType() instanceof Class<?> raw) {
            Type[] of = several.getActualTypeArguments();
            return (!Collection.class.isAssignableFrom(raw) && !Map.class.isAssignableFrom(raw))
                    || canHold(component, of[of.length - 1]);
        }
        if (type.equals(String.class)) {
            return IdKind.of(component).isPresent() || DOERS.contains(component) || component.equals(ABOUT);
        }
        if (type.equals(long.class) || type.equals(Long.class)) {
            return IdKind.of(component).equals(COMMIT);
        }
        return !(type instanceof Class<?> one)
                || !(one.isPrimitive() || one.isEnum() || Number.class.isAssignableFrom(one) || PLAIN.contains(one));
    }

    private final Map<IdKind, Set<String>> ids = new EnumMap<>(IdKind.class);
    private final Set<String> doers = new LinkedHashSet<>();
    private final Set<String> about = new LinkedHashSet<>();

    private AnswerIds() {}

    /** A component of a record; of a stored event's body, as JSON, if {@code json}. */
    private record Part(String name, Method accessor, boolean json) {

        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            ReflectionUtils.makeAccessible(accessor);
            return new Part(component.getName(), accessor, accessor.isAnnotationPresent(JsonRawValue.class));
        }

        @Nullable
        Object of(Record whole) {
            return ReflectionUtils.invokeMethod(accessor, whole);
        }
    }

    /** @param answer of a query */
    public static AnswerIds of(Object answer) {
        AnswerIds found = new AnswerIds();
        found.look("", answer);
        return found;
    }

    public Map<IdKind, Set<String>> byKind() {
        return ids;
    }

    /** Those and what events concern: a page has names for the ids in a sentence. */
    public Map<IdKind, Set<String>> withAbout() {
        for (String each : about) {
            int colon = each.indexOf(':');
            IdKind.of(each.substring(0, Math.max(colon, 0))).ifPresent(kind -> add(kind, each.substring(colon + 1)));
        }
        return ids;
    }

    /** The accounts of those who did what the answer tells. */
    public Set<String> doers() {
        return doers;
    }

    /** The ids in a JSON object, by the names of the fields that hold them. */
    public static Map<IdKind, Set<String>> in(JsonNode object) {
        AnswerIds found = new AnswerIds();
        found.body("", object);
        return found.ids;
    }

    private void look(String component, @Nullable Object value) {
        switch (value) {
            case String text -> add(component, text);
            case Id id -> add(component, id.value());
            case Long number when IdKind.of(component).equals(COMMIT) -> add(IdKind.COMMIT, number.toString());
            case Collection<?> several -> several.forEach(each -> look(component, each));
            case Map<?, ?> map -> map.values().forEach(each -> look(component, each));
            case Record whole -> parts(whole);
            case null, default -> {
                // another number, a day or a choice
            }
        }
    }

    private void parts(Record whole) {
        if (whole instanceof Linked linked) {
            add(linked.linkedKind(), linked.linkedId());
        }
        for (Part part : PARTS.get(whole.getClass())) {
            Object value = part.of(whole);
            if (part.json && value instanceof String body) {
                body("", JSON.readTree(body));
            } else {
                look(part.name, value);
            }
        }
    }

    /** In an event a code is not that of a figure. */
    private void body(String field, JsonNode node) {
        if (node.isString()) {
            IdKind.of(field).filter(kind -> kind != IdKind.FIGURE).ifPresent(kind -> add(kind, node.asString()));
        } else if (node.isObject()) {
            node.properties().forEach(each -> body(each.getKey(), each.getValue()));
        } else {
            node.forEach(each -> body(field, each));
        }
    }

    private void add(String component, String id) {
        if (DOERS.contains(component)) {
            doers.add(id);
        }
        if (component.equals(ABOUT)) {
            about.add(id);
        }
        IdKind.of(component).ifPresent(kind -> add(kind, id));
    }

    private void add(IdKind kind, String id) {
        ids.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(id);
    }
}
