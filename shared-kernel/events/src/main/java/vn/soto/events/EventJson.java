package vn.soto.events;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON form of event bodies. It has every component of a record in its declared order, absent ones as {@code null}. Ids
 * and quarters are their text, enums their name, dates and instants ISO 8601, instants with six decimals.
 *
 * <p>Reading is strict, because other bytes were not written for this version. An unknown, missing or repeated
 * property, a {@code null} for a component that is not nullable, or a value of another type is refused.
 */
final class EventJson {

    private EventJson() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addModule(new ValueModule())
                .addModule(new RecordModule())
                .annotationIntrospector(new NullContracts())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // A process that reads or writes few kinds of events does not pay for all at its start.
                .disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH)
                .disable(SerializationFeature.EAGER_SERIALIZER_FETCH)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** Accepts {@code null} only for components marked {@code @Nullable}, and never as an element of a list. */
    private static final class NullContracts extends JacksonAnnotationIntrospector {

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            Nulls nulls =
                    annotated instanceof AnnotatedParameter parameter && isNullable(parameter) ? Nulls.SET : Nulls.FAIL;
            return JsonSetter.Value.forValueNulls(nulls, Nulls.FAIL);
        }

        private static boolean isNullable(AnnotatedParameter parameter) {
            return parameter.getOwner().getAnnotated() instanceof Executable creator
                    && creator.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(Nullable.class);
        }
    }
}
