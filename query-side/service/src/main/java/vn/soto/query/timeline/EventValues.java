package vn.soto.query.timeline;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.ReflectionUtils;

/** Reads values of an event by the names of its components. */
final class EventValues {

    private EventValues() {}

    /** The values at a path such as {@code to.member}, of each where there are several; none where there is none. */
    static List<Object> at(Object event, String path) {
        List<Object> found = List.of(event);
        for (String name : path.split("\\.", -1)) {
            found = found.stream().flatMap(value -> component(value, name)).toList();
        }
        return found;
    }

    private static Stream<Object> component(Object whole, String name) {
        return Arrays.stream(Objects.requireNonNullElse(whole.getClass().getRecordComponents(), new RecordComponent[0]))
                .filter(component -> component.getName().equals(name))
                .flatMap(component -> {
                    ReflectionUtils.makeAccessible(component.getAccessor());
                    Object value = ReflectionUtils.invokeMethod(component.getAccessor(), whole);
                    return value instanceof Collection<?> several
                            ? several.stream().map(Object.class::cast)
                            : Stream.ofNullable(value);
                });
    }
}
