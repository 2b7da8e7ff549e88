package vn.soto.query.http;

import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.util.ReflectionUtils;

/** Converts a text by the static method {@code parse(String)} of the target type, if it has one. */
final class ParseConverter implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        // Spring's own conversion to enums, by the names of the constants, would take precedence.
        return Set.of(new ConvertiblePair(String.class, Enum.class), new ConvertiblePair(String.class, Object.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        return parse(target) != null;
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor target) {
        Method parse = Objects.requireNonNull(parse(target));
        ReflectionUtils.makeAccessible(parse);
        return ReflectionUtils.invokeMethod(parse, null, source);
    }

    private static @Nullable Method parse(TypeDescriptor target) {
        try {
            return target.getType().getDeclaredMethod("parse", String.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
