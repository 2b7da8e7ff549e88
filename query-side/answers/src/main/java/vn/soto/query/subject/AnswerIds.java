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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.report.Figure;

/** The ids that an answer holds, by the types of the components that hold them, and their marks. */
public final class AnswerIds {

    private static final Set<Class<?>> PLAIN = Set.of(LocalDate.class, Instant.class, Boolean.class, String.class);

    /** The components that can hold ids. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(AnswerIds::canHold)
                    .map(Part::of)
                    .toList();
        }
    };

    private static boolean canHold(RecordComponent component) {
        return isMarked(component) || canHold(component.getGenericType());
    }

    /** Whether a component says that its texts or numbers are ids, or JSON with ids; those of the contracts have no marks. */
    public static boolean isMarked(RecordComponent component) {
        return component.getDeclaringRecord() == Figure.class
                || component.isAnnotationPresent(IdOf.class)
                || component.isAnnotationPresent(Doer.class)
                || component.getAccessor().isAnnotationPresent(JsonRawValue.class);
    }

    /** Of a map its values. */
    private static boolean canHold(Type type) {
        if (type instanceof ParameterizedType several && several.getRawType() instanceof Class<?> raw) {
            Type[] of = several.getActualTypeArguments();
            return (!Collection.class.isAssignableFrom(raw) && !Map.class.isAssignableFrom(raw))
                    || canHold(of[of.length - 1]);
        }
        return !(type instanceof Class<?> one)
                || !(one.isPrimitive() || one.isEnum() || Number.class.isAssignableFrom(one) || PLAIN.contains(one));
    }

    private final Map<IdKind, Set<String>> ids = new EnumMap<>(IdKind.class);
    private final Set<String> doers = new LinkedHashSet<>();
    private final Set<String> about = new LinkedHashSet<>();

    private AnswerIds() {}

    /**
     * A component of a record.
     *
     * @param kind of its texts or numbers; absent unless it is marked
     * @param json whether it is the body of a stored event or the content of a command, as JSON
     */
    private record Part(Method accessor, @Nullable IdKind kind, boolean doer, boolean json) {

        static Part of(RecordComponent component) {
            Method accessor = component.getAccessor();
            ReflectionUtils.makeAccessible(accessor);
            IdOf marked = component.getAnnotation(IdOf.class);
            return new Part(
                    accessor,
                    marked == null ? null : marked.value(),
                    component.isAnnotationPresent(Doer.class),
                    accessor.isAnnotationPresent(JsonRawValue.class));
        }

        @Nullable
        Object of(Record whole) {
            return ReflectionUtils.invokeMethod(accessor, whole);
        }
    }

    /** @param answer of a query */
    public static AnswerIds of(Object answer) {
        AnswerIds found = new AnswerIds();
        found.look(null, answer);
        return found;
    }

    public Map<IdKind, Set<String>> byKind() {
        return ids;
    }

    /** Those and what events concern: a page has names for the ids in a sentence. */
    public Map<IdKind, Set<String>> withAbout() {
        for (String each : about) {
            int colon = each.indexOf(':');
            IdKind.ofVariable(each.substring(0, Math.max(colon, 0)))
                    .ifPresent(kind -> add(kind, each.substring(colon + 1)));
        }
        return ids;
    }

    /** The accounts of those who did what the answer tells. */
    public Set<String> doers() {
        return doers;
    }

    private void look(@Nullable Part part, @Nullable Object value) {
        switch (value) {
            case Collection<?> several -> several.forEach(each -> look(part, each));
            case Map<?, ?> map -> map.values().forEach(each -> look(part, each));
            case ScorePin pin -> add(IdKind.COMMIT, Long.toString(pin.commit()));
            case Figure figure -> add(IdKind.FIGURE, figure.code());
            case Record whole ->
                IdKind.of(whole.getClass()).ifPresentOrElse(kind -> add(kind, whole.toString()), () -> parts(whole));
            case String text when part != null -> marked(part, text);
            case Long number when part != null -> marked(part, number.toString());
            case null, default -> {
                // another number, a day or a choice
            }
        }
    }

    private void marked(Part part, String id) {
        if (part.kind != null) {
            add(part.kind, id);
        }
        if (part.doer) {
            doers.add(id);
        }
    }

    private void parts(Record whole) {
        if (whole instanceof Linked linked) {
            add(linked.linkedKind(), linked.linkedId());
        }
        if (whole instanceof EventPart event) {
            about.addAll(event.about());
        }
        for (Part part : PARTS.get(whole.getClass())) {
            Object value = part.of(whole);
            if (part.json && value instanceof String body) {
                Map<IdKind, Set<String>> found = whole instanceof EventPart event
                        ? JsonIds.ofEvent(event.name(), body)
                        : JsonIds.ofCommand(body);
                found.forEach((kind, of) -> of.forEach(id -> add(kind, id)));
            } else {
                look(part, value);
            }
        }
    }

    private void add(IdKind kind, String id) {
        if (kind == IdKind.ACCOUNT) {
            doers.add(id);
        }
        ids.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(id);
    }
}
