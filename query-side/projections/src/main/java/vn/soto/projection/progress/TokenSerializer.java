package vn.soto.projection.progress;

import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import vn.soto.projection.source.CommitToken;

/** Writes tokens as JSON; reads these few classes only, whatever class a stored document names. */
final class TokenSerializer extends Jackson3Serializer {

    private static final Set<String> READ =
            Set.of(CommitToken.class.getName(), MetaData.class.getName(), String.class.getName());

    TokenSerializer() {
        super(Jackson3Serializer.builder());
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        if (!READ.contains(type.getName())) {
            throw new SerializationException("no token is of the type " + type.getName());
        }
        return type.getName();
    }
}
