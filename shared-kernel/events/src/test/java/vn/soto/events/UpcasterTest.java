package vn.soto.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.events.VisitEvent.V1;
import static vn.soto.events.VisitEvent.V2;
import static vn.soto.events.VisitEvent.V3;
import static vn.soto.events.VisitEvent.guestsAreCounted;
import static vn.soto.events.VisitEvent.placeBecomesList;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.VisitEvent.VisitCompleted;
import vn.soto.ledger.Payload;

final class UpcasterTest {

    private static final Upcaster FIRST = placeBecomesList(V1, V2);
    private static final Upcaster SECOND = guestsAreCounted(V2, V3);

    private final EventCodec codec = codec(SECOND, FIRST);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyVersionReadsAsTheSameEvent(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            String at = Instant.EPOCH.plusSeconds(random.nextInt(2_000_000_000)).toString();
            String team = "t-" + random.nextInt(1_000);
            String place = "ấp \\\"" + random.nextInt(1_000);
            Payload v1 = json("{'place':'" + place + "','team':'" + team + "','at':'" + at + "'}");
            Payload v2 = json("{'team':'" + team + "','at':'" + at + "','places':['" + place + "']}");

            DomainEvent read = codec.decode(V1, v1);

            assertThat(read)
                    .as("seed %d", seed)
                    .isEqualTo(new VisitCompleted(
                            new TeamId(team), Instant.parse(at), List.of(place.replace("\\", "")), 1, null))
                    .isEqualTo(codec.decode(V2, v2))
                    .isEqualTo(codec.decode(V3, codec.encode(read)));
        }
    }

    @Test
    void storedBytesStayAsTheyAre() {
        Payload stored = json("{'team':'t','at':'2026-01-01T00:00:00Z','place':'ấp 3'}");
        byte[] before = stored.bytes().clone();

        assertThat(codec.decode(V1, stored)).isEqualTo(codec.decode(V1, stored));

        assertThat(stored.bytes()).isEqualTo(before);
    }

    @Test
    void anEventIsWrittenInItsLatestVersion() {
        assertThat(codec.typeOf(VisitCompleted.class)).isEqualTo(V3);
        assertThat(List.of(V1, V2, V3))
                .allSatisfy(type -> assertThat(codec.classOf(type)).isEqualTo(VisitCompleted.class));
    }

    @Test
    void aVersionWithoutUpcasterIsRefused() {
        assertThatThrownBy(() -> codec(SECOND).decode(V1, json("{}")))
                .isInstanceOf(EventException.Unknown.class)
                .hasMessage("no event is known by the stored name visit.made.v1");
        assertThatThrownBy(() -> codec(SECOND).classOf(V1)).isInstanceOf(EventException.Unknown.class);
    }

    @Test
    void anUpcasterWhoseResultDoesNotFitIsRefused() {
        assertThatThrownBy(() -> codec.decode(V2, json("{'team':'t','at':'2026-01-01T00:00:00Z'}")))
                .isInstanceOf(EventException.Malformed.class)
                .hasMessageContaining("visit.made.v2")
                .hasMessageContaining("places");
    }

    @Test
    void chainsThatLeadNowhereAreRefusedAtTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> codec(FIRST)).withMessageContaining("no known event");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec(FIRST, SECOND, placeBecomesList(V1, V3)))
                .withMessageContaining("two ways");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec(placeBecomesList(V3, V1)))
                .withMessageContaining("two ways");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec(FIRST, guestsAreCounted(V2, V1)))
                .withMessageContaining("circle");
    }

    private static EventCodec codec(Upcaster... upcasters) {
        return new EventCodec(VisitEvent.registry(), List.of(upcasters));
    }

    private static Payload json(String text) {
        return new Payload(EventCodec.ENCODING, text.replace('\'', '"').getBytes(UTF_8));
    }
}
