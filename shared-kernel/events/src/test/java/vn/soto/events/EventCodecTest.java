package vn.soto.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.VisitEvent.VisitCompleted;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;

final class EventCodecTest {

    private static final VisitCompleted VISIT =
            new VisitCompleted(new TeamId("t-1"), Instant.parse("2026-01-01T00:00:00.1Z"), List.of("ấp 3"), 2, "mưa");
    private static final String STORED =
            "{\"team\":\"t-1\",\"at\":\"2026-01-01T00:00:00.100000Z\",\"places\":[\"ấp 3\"],\"guests\":2,\"note\":\"mưa\"}";

    private final EventCodec codec = new EventCodec(VisitEvent.registry(), List.of());

    @Test
    void writesEachComponentInItsOrder() {
        assertThat(new String(codec.encode(VISIT).bytes(), UTF_8)).isEqualTo(STORED);
        assertThat(codec.encode(VISIT).encoding()).isEqualTo("json");
        assertThat(codec.decode(VisitEvent.V3, stored(STORED))).isEqualTo(VISIT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "guests":2            | "guests":2,"dogs":1        | an unknown property
            "guests":2            | "guests":2,"guests":3      | a property twice
            "guests":2,           |                            | a missing number
            "team":"t-1",         |                            | a missing id
            ,"note":"mưa"         |                            | a missing optional component
            "guests":2            | "guests":null              | null for a number
            "guests":2            | "guests":"2"               | text for a number
            "guests":2            | "guests":2.5               | a fraction for an integer
            "team":"t-1"          | "team":null                | null for an id
            "team":"t-1"          | "team":1                   | a number for an id
            "team":"t-1"          | "team":{"value":"t-1"}     | an object for an id
            "team":"t-1"          | "team":"T 1"               | an id of another form
            "places":["ấp 3"]     | "places":null              | null for a list
            "places":["ấp 3"]     | "places":[null]            | null in a list
            "places":["ấp 3"]     | "places":"ấp 3"            | text for a list
            2026-01-01T           | 2026-01-32T                | no such day
            "mưa"}                | "mưa"} {}                  | something after the end
            "mưa"}                | "mưa"                      | an end too early
            """)
    void refusesWhatItWouldNotHaveWritten(String part, @Nullable String other, String what) {
        assertThat(STORED).contains(part);
        String altered = STORED.replace(part, other == null ? "" : other);

        assertThatThrownBy(() -> codec.decode(VisitEvent.V3, stored(altered)))
                .as(what)
                .isInstanceOf(EventException.Malformed.class)
                .hasMessageContaining("visit.completed.v3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit.completed|2", "visit.done|3", "visit.completed|"})
    void refusesAnUnknownStoredName(String name) {
        String[] parts = name.split("\\|", 2);
        EventType type = new EventType(parts[0], parts[1].isEmpty() ? null : parts[1]);

        assertThatThrownBy(() -> codec.decode(type, stored(STORED))).isInstanceOf(EventException.Unknown.class);
    }

    @Test
    void refusesAnotherEncoding() {
        assertThatThrownBy(() -> codec.decode(VisitEvent.V3, new Payload("sealed", STORED.getBytes(UTF_8))))
                .isInstanceOf(EventException.Malformed.class)
                .hasMessageContaining("sealed");
    }

    @Test
    void refusesToWriteAnEventOutsideTheRegistry() {
        record Stranger(Set<String> tags) implements DomainEvent {}

        assertThatThrownBy(() -> codec.encode(new Stranger(Set.of()))).isInstanceOf(EventException.Unknown.class);
        assertThatThrownBy(() -> codec.typeOf(Stranger.class)).isInstanceOf(EventException.Unknown.class);
    }

    @Test
    void refusesToWriteAnInstantThatWouldNotComeBackEqual() {
        VisitCompleted finer = new VisitCompleted(VISIT.team(), Instant.ofEpochSecond(1, 1), List.of("ấp 3"), 2, null);

        assertThatThrownBy(() -> codec.encode(finer)).hasMessageContaining("whole microseconds");
    }

    private static Payload stored(String json) {
        return new Payload(EventCodec.ENCODING, json.getBytes(UTF_8));
    }
}
