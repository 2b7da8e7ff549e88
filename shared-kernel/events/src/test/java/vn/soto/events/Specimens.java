package vn.soto.events;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;

/** Events without a golden file: each component has the first value of its type that one of the files has. */
final class Specimens {

    /** The values that a codec could lose unnoticed. */
    private static final Set<Object> DEFAULTS = Set.of(0, 0L, false, "", List.of(), Map.of());

    private final Map<Type, Object> values = new HashMap<>();

    Specimens(Collection<DomainEvent> samples) {
        samples.forEach(sample -> collect((Record) sample));
    }

    static boolean isDefault(@Nullable Object value) {
        return value == null || DEFAULTS.contains(value);
    }

    static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private void collect(Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(component, record);
            if (value != null && !isDefault(value)) {
                values.putIfAbsent(component.getGenericType(), value);
                within(value);
            }
        }
    }

    private void within(Object value) {
        switch (value) {
            case Record record -> collect(record);
            case List<?> list -> list.forEach(this::within);
            default -> {
                // has no components
            }
        }
    }

    <E extends DomainEvent> E of(Class<E> event) {
        return event.cast(value(event));
    }

    private Object value(Type type) {
        Object known = values.get(type);
        if (known != null) {
            return known;
        }
        return switch (type) {
            case Class<?> plain when plain.isEnum() -> plain.getEnumConstants()[0];
            case Class<?> plain when plain.isRecord() -> record(plain);
            case ParameterizedType list
            when list.getRawType() == List.class -> List.of(value(list.getActualTypeArguments()[0]));
            default ->
                throw new AssertionError(
                        "no value is known of " + type + ": write the golden file of the event by hand");
        };
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Stream.of(components)
                    .map(component -> value(component.getGenericType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("write the golden file of the event by hand, with " + type.getName(), e);
        }
    }
}
