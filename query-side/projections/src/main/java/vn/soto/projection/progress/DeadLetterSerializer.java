package vn.soto.projection.progress;

import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes dead letters as JSON; reads these few classes only, whatever class a stored document names. */
final class DeadLetterSerializer extends Jackson3Serializer {

    private static final Set<String> READ = Set.of(MetaData.class.getName(), String.class.getName());

    DeadLetterSerializer() {
        super(Jackson3Serializer.builder());
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        if (!READ.contains(type.getName())) {
            throw new SerializationException("no dead letter has a " + type.getName());
        }
        return type.getName();
    }
}
