package vn.soto.projection.progress;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import vn.soto.projection.source.CommitToken;

/** Writes tokens as JSON; reads these few classes only, whatever class a stored document names. */
final class TokenSerializer extends Jackson3Serializer {

    private static final Set<Class<? extends TrackingToken>> TOKENS =
            Set.of(CommitToken.class, ReplayToken.class, MergedTrackingToken.class, ConfigToken.class);

    private static final Map<String, Class<?>> READ = Stream.concat(
                    TOKENS.stream(), Stream.of(MetaData.class, String.class))
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    TokenSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(TokenSerializer::narrow));
    }

    private static void narrow(JsonMapper.Builder mapper) {
        BasicPolymorphicTypeValidator.Builder wrapped = BasicPolymorphicTypeValidator.builder();
        TOKENS.forEach(wrapped::allowIfSubType);
        mapper.polymorphicTypeValidator(wrapped.build());
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        if (!READ.containsKey(type.getName())) {
            throw new SerializationException("no token is of the type " + type.getName());
        }
        return type.getName();
    }
}
