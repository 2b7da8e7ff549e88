package vn.soto.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import vn.soto.projection.source.CommitToken;

/** Tokens survive being stored; nothing else is made from what is stored. */
final class TokenSerializerTest {

    private final Serializer serializer = new TokenSerializer();

    @Test
    void tokensAreReadAsTheyWereWritten() {
        TrackingToken token = new CommitToken(9_000_000_000L, "c9");
        SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
        assertThat(serializer.<byte[], TrackingToken>deserialize(stored)).isEqualTo(token);
    }

    @Test
    void noOtherClassIsReadWhateverIsStored() {
        assertThatThrownBy(() -> read("java.util.ArrayList", "[]")).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read(ReplayToken.class.getName(), "{}")).isInstanceOf(SerializationException.class);
    }

    private Object read(String type, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, type, null));
    }
}
