package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.soto.axon.WardEvent.DoctorHired;
import vn.soto.axon.WardEvent.WentOffDuty;
import vn.soto.axon.WardEvent.WentOnDuty;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledgerwriter.memory.MemoryLedger;

/** Events published one way or another, in and outside units of work, without any command. */
final class SecondAppendTest {

    private final MemoryLedger ledger = new MemoryLedger("test/appends", Clock.systemUTC());
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(LedgerEventStorageEngine.builder(
                            ledger, ledger, new EventSerializer(WardEvent.codec()), UuidV7.system())
                    .build())
            .build();

    @AfterEach
    void theLedgerIsSound() {
        ChainVerifier.verify(ledger);
        store.shutDown();
    }

    @Test
    void anAppendOutsideAUnitOfWorkIsACommitOfTheSystem() {
        store.publish(event(new DoctorHired("lan")), event(new WentOnDuty("lan")));
        store.publish(event(new WentOffDuty("lan")));

        assertThat(ledger.commits(1, 10)).hasSize(2).allSatisfy(SecondAppendTest::isOfTheSystem);
        assertThat(ledger.commit(1).orElseThrow().events()).hasSize(2);
    }

    @Test
    void aUnitOfWorkWithoutCommandIsOneCommitOfTheSystem() {
        inUnitOfWork(() -> {
            store.publish(event(new DoctorHired("lan")));
            store.publish(event(new WentOnDuty("lan")));
        });

        assertThat(ledger.commits(1, 10)).hasSize(1).allSatisfy(SecondAppendTest::isOfTheSystem);
        assertThat(ledger.commit(1).orElseThrow().events()).hasSize(2);
    }

    @Test
    void nestedUnitsOfWorkAreOneCommit() {
        inUnitOfWork(() -> {
            store.publish(event(new DoctorHired("lan")));
            inUnitOfWork(() -> store.publish(event(new WentOnDuty("lan"))));
        });

        assertThat(ledger.commits(1, 10)).hasSize(1);
        assertThat(ledger.commit(1).orElseThrow().events()).hasSize(2);
    }

    @Test
    void whatAnEventHandlerPublishesInTheSameUnitOfWorkIsRefusedAndTheFirstCommitStands() {
        store.subscribe(events -> followUp(events, event(new WentOnDuty("lan"))));

        assertThatThrownBy(() -> inUnitOfWork(() -> store.publish(event(new DoctorHired("lan")))))
                .isInstanceOf(SecondAppendException.class);

        assertThat(ledger.commits(1, 10))
                .singleElement()
                .satisfies(commit -> assertThat(commit.events())
                        .extracting(event -> event.type().name())
                        .containsExactly("doctor.hired"));
    }

    @Test
    void whatAnEventHandlerPublishesFromAUnitOfWorkOfItsOwnIsACommitOfItsOwn() {
        inUnitOfWork(() -> store.publish(event(new DoctorHired("lan"))));

        List<? extends EventMessage<?>> seen =
                store.openStream(null).asStream().limit(1).toList();
        inUnitOfWork(() -> followUp(seen, event(new WentOnDuty("lan"))));

        assertThat(ledger.commits(1, 10))
                .extracting(commit -> commit.events().getFirst().type().name())
                .containsExactly("doctor.hired", "doctor.went-on-duty");
    }

    @Test
    void textMetadataIsStoredAndReadAndOtherMetadataIsRefused() {
        store.publish(event(new DoctorHired("lan")).andMetaData(Map.of("b", "2", "a", "1")));

        RecordedEvent recorded = ledger.events(0, 1).getFirst().event();
        assertThat(recorded.metadata()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(store.openStream(null).asStream().limit(1))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.getMetaData()).containsOnly(Map.entry("a", "1"), Map.entry("b", "2")));
        assertThatThrownBy(() -> store.publish(event(new DoctorHired("lan")).andMetaData(Map.of("count", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("count");
    }

    private void followUp(List<? extends EventMessage<?>> events, EventMessage<?> next) {
        if (events.getFirst().getPayload() instanceof DoctorHired) {
            store.publish(next);
        }
    }

    private static void inUnitOfWork(Runnable work) {
        DefaultUnitOfWork<Message<?>> unitOfWork = DefaultUnitOfWork.startAndGet(new GenericMessage<>("work"));
        unitOfWork.execute(work);
    }

    private static EventMessage<?> event(WardEvent event) {
        return GenericEventMessage.asEventMessage(event);
    }

    private static void isOfTheSystem(Commit commit) {
        assertThat(commit.origin()).isEqualTo(new Origin.SystemTask("axon"));
        assertThat(commit.actor()).isEqualTo("system");
        assertThat(commit.correlation()).isEqualTo(commit.id().toString()).isEqualTo(commit.causation());
    }
}
