package vn.soto.projection.file;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A record as its components in order; one that is nothing but a text, such as an id, as that text alone. */
final class StoredRecord implements StoredValue {

    private static final int NOTHING = 0;
    private static final int SOMETHING = 1;

    private final Class<?> type;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;
    private final StoredValue[] shapes;
    private final boolean text;

    /** Its components may be of this type, so they are looked at after it is known. */
    StoredRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.type = type;
        this.shapes = new StoredValue[components.length];
        this.text = components.length == 1
                && components[0].getType() == String.class
                && !components[0].getAnnotatedType().isAnnotationPresent(Nullable.class);
        this.accessors = Arrays.stream(components)
                .map(component -> accessor(component.getAccessor()))
                .toArray(MethodHandle[]::new);
        this.constructor = constructor(type, components);
    }

    void components(Function<RecordComponent, StoredValue> shape) {
        Arrays.setAll(shapes, at -> shape.apply(type.getRecordComponents()[at]));
    }

    private static MethodHandle accessor(Method accessor) {
        try {
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(accessor.toString(), e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }

    @Override
    public void write(@Nullable Object value, Output to) {
        if (value == null || !text) {
            to.octet(value == null ? NOTHING : SOMETHING);
        }
        if (value == null) {
            return;
        }
        try {
            for (int at = 0; at < shapes.length; at++) {
                shapes[at].write((Object) accessors[at].invokeExact(value), to);
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    @Override
    public @Nullable Object read(Input from) {
        if (!text && from.octet() == NOTHING) {
            return null;
        }
        @Nullable Object[] parts = new @Nullable Object[shapes.length];
        for (int at = 0; at < parts.length; at++) {
            parts[at] = shapes[at].read(from);
        }
        if (text && parts[0] == null) {
            return null;
        }
        try {
            return (Object) constructor.invokeExact(parts);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException own ? own : new IllegalStateException(type.toString(), e);
    }
}
