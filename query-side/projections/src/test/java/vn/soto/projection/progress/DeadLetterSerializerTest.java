package vn.soto.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** The parts of a dead letter survive being stored; nothing else is made from what is stored. */
final class DeadLetterSerializerTest {

    private final Serializer serializer = new DeadLetterSerializer();

    @Test
    void diagnosticsAreReadAsTheyWereWritten() {
        MetaData diagnostics = MetaData.from(Map.of("commit", "7"));
        assertThat(serializer.<byte[], MetaData>deserialize(serializer.serialize(diagnostics, byte[].class)))
                .isEqualTo(diagnostics);
    }

    @Test
    void noOtherClassIsReadWhateverIsStored() {
        for (String type : new String[] {"java.util.ArrayList", "java.util.Date", Object.class.getName()}) {
            assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                            "[]".getBytes(StandardCharsets.UTF_8), byte[].class, type, null)))
                    .isInstanceOf(SerializationException.class);
        }
    }
}
