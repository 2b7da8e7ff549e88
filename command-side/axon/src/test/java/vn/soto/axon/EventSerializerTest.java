package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import vn.soto.axon.WardEvent.DoctorHired;
import vn.soto.events.EventException;

final class EventSerializerTest {

    private final EventSerializer serializer = new EventSerializer(WardEvent.codec());

    @Test
    void storesTheStoredNameAndItsRevision() {
        SerializedObject<byte[]> stored = serializer.serialize(new DoctorHired("lan"), byte[].class);

        assertThat(stored.getType()).isEqualTo(new SimpleSerializedType("doctor.hired", "1"));
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(new DoctorHired("lan"));
        assertThat(serializer.classForType(stored.getType())).isEqualTo(DoctorHired.class);
        assertThat(serializer.serialize(new DoctorHired("lan"), String.class).getData())
                .isEqualTo("{\"doctor\":\"lan\"}");
    }

    @Test
    void readsTextMetadata() {
        MetaData metaData = MetaData.from(Map.of("key", "value"));

        assertThat(serializer.<byte[], Object>deserialize(serializer.serialize(metaData, byte[].class)))
                .isEqualTo(metaData);
    }

    @Test
    void failsForAnUnknownStoredName() {
        SerializedObject<byte[]> unknown =
                new SimpleSerializedObject<>(new byte[] {'{', '}'}, byte[].class, "doctor.fired", "1");

        assertThatThrownBy(() -> serializer.classForType(unknown.getType())).isInstanceOf(EventException.Unknown.class);
        assertThatThrownBy(() -> serializer.deserialize(unknown)).isInstanceOf(EventException.Unknown.class);
    }

    @Test
    void writesNothingButEventsAndMetadata() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
