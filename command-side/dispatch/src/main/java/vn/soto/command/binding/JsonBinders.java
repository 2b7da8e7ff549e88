package vn.soto.command.binding;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Sealed;
import vn.soto.ledger.Micros;

/**
 * Derives the {@link JsonBinder} of a Java type, for the JSON that {@link vn.soto.events.ValueModule} and Jackson
 * write. A component is optional if and only if it is {@link Nullable}. A type with a public static {@code parse} of
 * one text is written as that text.
 */
final class JsonBinders {

    private static final JsonMapper JSON = CommandJson.mapper();

    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.of(
            String.class,
            text -> text,
            UUID.class,
            JsonBinders::uuid,
            Sealed.class,
            Sealed::new,
            Instant.class,
            text -> Micros.truncate(Instant.parse(text)));

    private JsonBinders() {}

    /** The binder of a record. */
    static JsonBinder.Fields fields(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("a record is needed: " + type);
        }
        Constructor<?> constructor = canonical(type, components);
        return new JsonBinder.Fields(
                type,
                Stream.of(components).map(JsonBinders::field).toList(),
                values -> call(constructor, () -> constructor.newInstance(values)));
    }

    private static Field field(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return new Field(component.getName(), of(type), !type.isAnnotationPresent(Nullable.class));
    }

    private static JsonBinder of(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            Class<?> raw = JSON.constructType(type.getType()).getRawClass();
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            if (raw == List.class || raw == Collection.class) {
                return new JsonBinder.Many(of(arguments[0]), false);
            }
            if (raw == Set.class) {
                return new JsonBinder.Many(of(arguments[0]), true);
            }
        } else if (type.getType() instanceof Class<?> plain) {
            return of(plain);
        }
        return other(type);
    }

    private static JsonBinder of(Class<?> type) {
        Function<String, Object> text = TEXTS.get(type);
        if (text != null) {
            return new JsonBinder.Text(type, text);
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return new JsonBinder.Whole(type == long.class || type == Long.class);
        }
        if (type == boolean.class || type == Boolean.class) {
            return new JsonBinder.Truth();
        }
        if (type.isEnum()) {
            return new JsonBinder.Choice(type, constants(type));
        }
        return parser(type)
                .<JsonBinder>map(parse -> new JsonBinder.Text(type, parse))
                .orElseGet(() -> type.isRecord() ? fields(type) : new JsonBinder.Other(type, JSON.readerFor(type)));
    }

    private static JsonBinder other(AnnotatedType type) {
        var generic = JSON.constructType(type.getType());
        return new JsonBinder.Other(generic.getRawClass(), JSON.readerFor(generic));
    }

    private static Map<String, Object> constants(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return constants;
    }

    private static Optional<Function<String, Object>> parser(Class<?> type) {
        if (Id.class.isAssignableFrom(type) && type.isRecord()) {
            Constructor<?> constructor = canonical(type, type.getRecordComponents());
            return Optional.of(text -> call(constructor, () -> constructor.newInstance(text)));
        }
        return Stream.of(type.getMethods())
                .filter(method -> parses(method, type))
                .findFirst()
                .map(method -> text -> call(method, () -> method.invoke(null, text)));
    }

    private static boolean parses(Method method, Class<?> type) {
        return method.getName().equals("parse")
                && Modifier.isStatic(method.getModifiers())
                && method.getReturnType() == type
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0].isAssignableFrom(String.class);
    }

    private static Constructor<?> canonical(Class<?> type, RecordComponent[] components) {
        try {
            return type.getConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("a public record with a public constructor is needed: " + type, e);
        }
    }

    private interface Call {
        @Nullable
        Object result() throws ReflectiveOperationException;
    }

    /** Unchecked exceptions of the called code are rethrown as they are. */
    private static Object call(Executable called, Call call) {
        try {
            Object result = call.result();
            if (result == null) {
                throw new IllegalArgumentException(called + " made nothing");
            }
            return result;
        } catch (InvocationTargetException e) {
            throw switch (e.getCause()) {
                case RuntimeException thrown -> thrown;
                case Error thrown -> throw thrown;
                case null, default -> new IllegalStateException(called + " failed", e);
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(called + " cannot be called", e);
        }
    }

    /** Also refuses the short forms that {@link UUID#fromString} accepts. */
    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not a UUID in full: " + text);
        }
        return id;
    }
}
