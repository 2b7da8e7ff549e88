package vn.soto.query.event;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/** Reads values of an event by the names of its components; in place of a code what it stands for. */
final class EventValues {

    /** Reflection copies the components of a record whenever it is asked. */
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(Objects.requireNonNullElse(type.getRecordComponents(), new RecordComponent[0]))
                    .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, EventValues::accessor));
        }
    };

    private EventValues() {}

    private static Method accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        return accessor;
    }

    /** The values at a path such as {@code to.member}, of each where there are several; none where there is none. */
    static List<Object> at(Object event, String path) {
        List<Object> found = List.of(event);
        for (String name : path.split("\\.", -1)) {
            found = found.stream().flatMap(value -> component(value, name)).toList();
        }
        return found.stream().flatMap(value -> EventCodes.meant(path, value)).toList();
    }

    private static Stream<Object> component(Object whole, String name) {
        Method accessor = ACCESSORS.get(whole.getClass()).get(name);
        Object value = accessor == null ? null : ReflectionUtils.invokeMethod(accessor, whole);
        return value instanceof Collection<?> several
                ? several.stream().map(Object.class::cast)
                : Stream.ofNullable(value);
    }
}
