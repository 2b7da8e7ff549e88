package vn.soto.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.projection.source.CommitToken;

/** Tokens survive being stored; nothing else is made from what is stored. */
final class TokenSerializerTest {

    private final Serializer serializer = new TokenSerializer();

    static java.util.stream.Stream<TrackingToken> tokens() {
        CommitToken early = new CommitToken(3, "c3");
        CommitToken late = new CommitToken(9_000_000_000L, "c9");
        return java.util.stream.Stream.of(
                early,
                ReplayToken.createReplayToken(late, early),
                MergedTrackingToken.merged(early, late),
                ReplayToken.createReplayToken(late, MergedTrackingToken.merged(early, late)),
                new ConfigToken(Map.of("id", "x")));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void tokensAreReadAsTheyWereWritten(TrackingToken token) {
        SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
        assertThat(serializer.<byte[], TrackingToken>deserialize(stored)).isEqualTo(token);
    }

    @Test
    void noOtherClassIsReadWhateverIsStored() {
        assertThatThrownBy(() -> read("java.util.ArrayList", "[]")).isInstanceOf(SerializationException.class);
        assertThatThrownBy(
                        () -> read(
                                ReplayToken.class.getName(),
                                "{\"tokenAtReset\":{\"@class\":\"org.axonframework.eventhandling.GapAwareTrackingToken\",\"index\":1,\"gaps\":[]}}"))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(
                        () -> read(
                                ReplayToken.class.getName(),
                                "{\"context\":{\"@class\":\"java.util.Date\",\"time\":1},\"resetContext\":[\"java.util.Date\",1]}"))
                .isInstanceOf(SerializationException.class);
    }

    private Object read(String type, String json) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, type, null));
    }
}
