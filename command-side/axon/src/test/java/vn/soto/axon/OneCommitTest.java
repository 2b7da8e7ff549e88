package vn.soto.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.axon.AxonFixture.LAN;
import static vn.soto.axon.AxonFixture.MINH;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.axon.WardCommand.DoNothing;
import vn.soto.axon.WardCommand.FailAfterApplying;
import vn.soto.axon.WardCommand.GoOffDuty;
import vn.soto.axon.WardCommand.GoOnDuty;
import vn.soto.axon.WardCommand.Hire;
import vn.soto.axon.WardCommand.SwapDuty;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Micros;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

@Tag("threads")
final class OneCommitTest {

    private final AxonFixture ward = AxonFixture.open();

    @AfterEach
    void theLedgerIsSound() {
        ChainVerifier.verify(ward.ledger);
        ward.close();
    }

    @Test
    void namesTheEventThatItCorrectsAndNotTheOneRecordedLast() {
        ward.hiring(LAN, MINH);

        Commit commit =
                ward.dispatch(new GoOffDuty(LAN, MINH), AxonFixture.context()).commit();

        assertThat(ward.ledger.head(LAN)).hasValue(2);
        assertThat(commit).isNotNull();
        assertThat(commit.corrects())
                .as("the hiring; going on duty came after it")
                .isEqualTo(ward.ledger.aggregate(LAN, 0, 1).getFirst().event().id());
    }

    @Test
    void holdsAllThatOneCommandDecided() {
        UUID id = UuidV7.system().get();

        CommandResult result = ward.dispatch(new Hire(LAN), AxonFixture.context(id));

        Commit commit = ward.ledger.commits(1, 10).getFirst();
        assertThat(result.returned()).isEqualTo(LAN);
        assertThat(result.commit()).isEqualTo(commit);
        assertThat(result.events())
                .isEqualTo(commit.events().stream()
                        .map(event -> WardEvent.codec().decode(event.type(), event.payload()))
                        .toList());
        assertThat(ward.ledger.tail().number()).isEqualTo(1);
        assertThat(commit.origin()).isEqualTo(new Origin.Command(id, "test", Hash.sha256(new byte[] {1})));
        assertThat(commit.actor()).isEqualTo("actor");
        assertThat(commit.reason()).isEqualTo("reason");
        assertThat(commit.corrects()).isNull();
        assertThat(commit.correlation()).isEqualTo("correlation");
        assertThat(commit.causation()).isEqualTo("causation");
        assertThat(commit.id()).isNotEqualTo(id);
        assertThat(commit.events())
                .extracting(RecordedEvent::aggregate)
                .containsExactly(new StreamPosition("doctor", LAN, 0), new StreamPosition("doctor", LAN, 1));
    }

    @Test
    void storesEventsByNameWithTagsAndWithoutMetadata() {
        RecordedEvent event = ward.hiring(LAN).ledger.events(0, 1).getFirst().event();

        assertThat(event.type()).isEqualTo(new EventType("doctor.hired", "1"));
        assertThat(event.tags()).containsExactly("doctor:lan", "ward:1");
        assertThat(event.metadata()).isEmpty();
        assertThat(UUID.fromString(event.id()).version()).isEqualTo(7);
        assertThat(event.timestamp()).isEqualTo(Micros.truncate(event.timestamp()));
        assertThat(new String(event.payload().bytes(), UTF_8)).isEqualTo("{\"doctor\":\"lan\"}");
    }

    @Test
    void writesTheNotesOfACommandBesideEachOfItsEventsAndUnderTheHash() {
        ward.dispatch(new Hire(LAN), AxonFixture.context(Map.of("device", "phone-1")));
        Commit noted = ward.ledger.commit(1).orElseThrow();

        assertThat(noted.events()).hasSize(2).allMatch(event -> event.metadata().equals(Map.of("device", "phone-1")));
        assertThat(ward.send(new GoOnDuty(LAN)))
                .as("events with notes are read back")
                .isNull();
    }

    @Test
    void spansTheAggregatesOfOneCommand() {
        ward.hiring(LAN, MINH);

        CommandResult result = ward.dispatch(new SwapDuty(LAN, MINH), AxonFixture.context());
        assertThat(result.returned()).isEqualTo(MINH);

        assertThat(ward.ledger.tail().number()).isEqualTo(3);
        assertThat(result.commit()).isNotNull();
        assertThat(result.commit().events())
                .extracting(RecordedEvent::aggregate)
                .containsExactly(new StreamPosition("doctor", MINH, 2), new StreamPosition("doctor", LAN, 2));
    }

    @Test
    void isNotMadeWhenNothingWasDecided() {
        ward.hiring(LAN);

        assertThat(ward.send(new DoNothing(LAN))).isNull();
        assertThat(ward.send(new GoOnDuty(LAN))).isNull();
        assertThat(ward.ledger.tail().number()).isEqualTo(1);
    }

    @Test
    void isNotMadeWhenTheHandlerFailsAndItsExceptionIsTheCallers() {
        ward.hiring(LAN);
        RuntimeException unchecked = new RuntimeException("no");
        Exception checked = new Exception("no");

        assertThatThrownBy(() -> ward.send(new FailAfterApplying(LAN, unchecked)))
                .isSameAs(unchecked);
        assertThatThrownBy(() -> ward.send(new FailAfterApplying(LAN, checked))).hasCause(checked);

        assertThat(ward.ledger.tail().number()).isEqualTo(1);
    }

    @Test
    void isNotMadeForARefusalAndTheRefusalIsTheCallers() {
        ward.hiring(LAN, MINH);
        ward.send(new GoOffDuty(LAN, MINH));

        assertThatThrownBy(() -> ward.send(new GoOffDuty(MINH, LAN))).isExactlyInstanceOf(Doctor.NobodyLeft.class);

        assertThat(ward.ledger.tail().number()).isEqualTo(3);
    }

    @Test
    void isNotMadeForAnAggregateThatDoesNotExist() {
        assertThatThrownBy(() -> ward.send(new GoOnDuty(LAN))).isInstanceOf(AggregateNotFoundException.class);
        assertThat(ward.ledger.tail().number()).isZero();
    }

    @Test
    void isNotMadeForACommandNobodyHandles() {
        AxonCommandSide empty = AxonCommandSide.start(
                ward.ledger,
                draft -> {
                    throw new AssertionError();
                },
                WardEvent.codec(),
                List.of(),
                (locking, consulted) -> List.of());

        assertThatThrownBy(() -> empty.dispatch(new Hire(LAN), AxonFixture.context()))
                .isInstanceOf(NoHandlerForCommandException.class);
    }
}
