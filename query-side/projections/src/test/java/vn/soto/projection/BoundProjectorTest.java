package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.projection.DocumentsContract.NOTES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Damage;
import vn.soto.ledger.EventType;
import vn.soto.ledger.LedgerException;
import vn.soto.projection.DocumentsContract.Note;
import vn.soto.projection.source.DamagedEvent;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.ProjectedEvent;
import vn.soto.projection.source.UndecodableEvent;

final class BoundProjectorTest {

    private static final UndecodableEvent UNDECODABLE = new UndecodableEvent(
            new EventType("household.registered.v9", null), "h-1", new IllegalStateException("no such version"));
    private static final DamagedEvent DAMAGED =
            new DamagedEvent("h-1", new LedgerException.CommitDamaged(3, Damage.ALTERED, null));

    private final List<Object> projected = new ArrayList<>();
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters =
            InMemorySequencedDeadLetterQueue.defaultQueue();
    private final CountingDocuments documents = new CountingDocuments();
    private boolean readsBodies = true;
    private final BoundProjector projector = new BoundProjector(new Recording(), documents, deadLetters);

    @BeforeEach
    void withoutTrialRuns() {
        documents.local = true;
    }

    /** Fails on a text that is empty. */
    private final class Recording implements PlainProjector {

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            if (event.equals("")) {
                throw new IllegalArgumentException("empty");
            }
            projected.add(event);
            batch.put(NOTES, new Note(at.event(), List.of(event.toString())));
        }

        @Override
        public boolean handles(Class<?> event) {
            return event == String.class || (!readsBodies && event == UndecodableEvent.class);
        }

        @Override
        public boolean readsBodies() {
            return readsBodies;
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of(NOTES);
        }
    }

    private static ProjectedEvent message(Object event, String id, long position) {
        return new ProjectedEvent(event, place(id, position));
    }

    private static EventContext place(String id, long position) {
        return new EventContext(
                position, position, 0, Instant.EPOCH, id, "tester", null, List.of(), null, null, null, null);
    }

    private void fold(ProjectedEvent message) {
        OpenBatch batch = projector.open(List.of(message));
        projector.fold(message, batch);
        projector.write(batch, List.of(message));
    }

    @Test
    void anEventThatFailsIsSetAsideAndThoseOfItsSequenceWaitForIt() {
        fold(message("", "one", 1));
        fold(message("later", "one", 2));
        fold(message("other", "two", 3));

        assertThat(projected).containsExactly("other");
        assertThat(deadLetters.sequenceSize("one")).isEqualTo(2);
    }

    @Test
    void aRetryEndsWithTheFirstThatFailsAgain() {
        fold(message("", "one", 1));
        fold(message("later", "one", 2));
        projector.retry();

        assertThat(projected).isEmpty();
        assertThat(deadLetters.size()).isEqualTo(2);
    }

    /** Such as a document that has grown beyond what a store takes. */
    @Test
    void anEventWhoseDocumentCannotBeWrittenHoldsUpNoOther() {
        documents.refused =
                document -> document instanceof Note note && note.lines().contains("too large");
        List<ProjectedEvent> messages =
                List.of(message("small", "one", 1), message("too large", "two", 2), message("small too", "three", 3));
        OpenBatch batch = projector.open(messages);
        messages.forEach(message -> projector.fold(message, batch));
        projector.write(batch, messages);

        assertThat(deadLetters.size()).isEqualTo(1);
        assertThat(deadLetters.sequenceSize("two")).isEqualTo(1);
        assertThat(documents.find(NOTES, List.of("one", "two", "three"))).containsOnlyKeys("one", "three");

        documents.refused = document -> false;
        projector.retry();
        assertThat(deadLetters.size()).isZero();
        assertThat(documents.find(NOTES, "two")).contains(new Note("two", List.of("too large")));
    }

    @Test
    void aDamagedEventIsSetAsideByEachAndAnUndecodableOneByThoseWhoReadBodies() {
        for (boolean reads : new boolean[] {true, false}) {
            readsBodies = reads;
            deadLetters.clear();
            assertThat(projector.takes(DamagedEvent.class)).isTrue();
            assertThat(projector.takes(UndecodableEvent.class)).isTrue();
            assertThat(projector.takes(Long.class)).isFalse();
            fold(message(DAMAGED, "m", 1));
            assertThat(deadLetters.sequenceSize("h-1")).isEqualTo(1);
            deadLetters.clear();
            fold(message(UNDECODABLE, "m", 2));
            assertThat(deadLetters.size()).isEqualTo(reads ? 1 : 0);
        }
        assertThat(projected).containsExactly(UNDECODABLE);
    }
}
