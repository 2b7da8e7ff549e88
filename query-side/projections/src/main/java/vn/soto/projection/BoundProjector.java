package vn.soto.projection;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.source.DamagedEvent;
import vn.soto.projection.source.ProjectedEvent;
import vn.soto.projection.source.UndecodableEvent;

/** A projector with the documents that it writes and the dead letters of its events. Compared as an object. */
final class BoundProjector {

    private static final Logger LOG = LoggerFactory.getLogger(BoundProjector.class);

    private final Projector projector;
    private final Documents documents;
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters;

    BoundProjector(Projector projector, Documents documents, SequencedDeadLetterQueue<EventMessage<?>> deadLetters) {
        this.projector = projector;
        this.documents = documents;
        this.deadLetters = deadLetters;
    }

    Projector projector() {
        return projector;
    }

    String name() {
        return projector.name();
    }

    Documents documents() {
        return documents;
    }

    SequencedDeadLetterQueue<EventMessage<?>> deadLetters() {
        return deadLetters;
    }

    /** Whether events of this class change its documents or become its dead letters. */
    boolean takes(Class<?> event) {
        return event == DamagedEvent.class
                || (event == UndecodableEvent.class && projector.readsBodies())
                || projector.handles(event);
    }

    /** The documents that the events of a batch need, read together. */
    OpenBatch open(List<ProjectedEvent> events) {
        BatchDocuments own = documents.forBatch();
        List<ProjectedEvent> projected = own.local()
                ? List.of()
                : events.stream()
                        .filter(event -> !(event.event() instanceof DamagedEvent)
                                && projector.handles(event.event().getClass()))
                        .toList();
        return new OpenBatch(projector, Batch.open(projector, own, projected), own);
    }

    /**
     * Applies an event. An event that fails becomes a dead letter, and so does one whose sequence has a dead letter
     * already. A failure of the store is not the event's: it fails the whole batch, which is tried again.
     */
    void fold(ProjectedEvent event, OpenBatch batch) {
        attempt(event, () -> apply(event, batch));
    }

    private void attempt(ProjectedEvent event, Runnable change) {
        String sequence = sequence(event);
        if (deadLetters.enqueueIfPresent(sequence, () -> new GenericDeadLetter<>(sequence, event.message()))) {
            return;
        }
        try {
            change.run();
        } catch (RuntimeException e) {
            deadLetters.enqueue(sequence, new GenericDeadLetter<>(sequence, event.message(), cause(event, e)));
        }
    }

    /**
     * Writes the documents of a batch. If one cannot be written, such as one that is too large for the store, the events
     * are applied one by one. Those that fail become dead letters, so that others do not wait for them.
     */
    void write(OpenBatch batch, List<ProjectedEvent> events) {
        try {
            batch.write();
        } catch (RuntimeException e) {
            requireFaultOfEvent(e);
            // The message may quote the event's content.
            LOG.warn(
                    "{}: a batch cannot be written, its events are applied one by one: {}",
                    name(),
                    e.getClass().getName());
            events.stream()
                    .filter(event -> takes(event.event().getClass()))
                    .forEach(event -> attempt(event, () -> applyAlone(event)));
        }
    }

    /** Projects events outside the batches of its lane, which may project them again. */
    void project(List<ProjectedEvent> events) {
        List<ProjectedEvent> own =
                events.stream().filter(event -> takes(event.event().getClass())).toList();
        OpenBatch batch = open(own);
        own.forEach(event -> fold(event, batch));
        write(batch, own);
    }

    private void applyAlone(ProjectedEvent event) {
        OpenBatch batch = open(List.of(event));
        apply(event, batch);
        batch.write();
    }

    private void apply(ProjectedEvent event, OpenBatch batch) {
        switch (event.event()) {
            case DamagedEvent damaged -> throw damaged.cause();
            case UndecodableEvent undecodable when projector.readsBodies() -> throw undecodable.cause();
            default -> batch.fold(event);
        }
    }

    /** Applies the dead letters again, sequence by sequence, until one fails again. No batch may be open. */
    void retry() {
        boolean more = true;
        while (more) {
            more = deadLetters.process(letter -> retried(ProjectedEvent.of(letter.message())));
        }
    }

    private EnqueueDecision<EventMessage<?>> retried(ProjectedEvent event) {
        try {
            applyAlone(event);
            return Decisions.evict();
        } catch (DocumentsChangedException e) {
            return Decisions.requeue(DeadLetterCause.of(e));
        } catch (RuntimeException e) {
            return Decisions.requeue(cause(event, e));
        }
    }

    private ThrowableCause cause(ProjectedEvent event, RuntimeException failure) {
        requireFaultOfEvent(failure);
        LOG.warn(
                "{}: event {} of commit {} becomes a dead letter: {}",
                projector.name(),
                event.at().index(),
                event.at().commit(),
                failure.getClass().getName());
        return DeadLetterCause.of(failure);
    }

    /** Throws a failure that another try may not meet: of the store, or because another process has taken over. */
    private static void requireFaultOfEvent(RuntimeException failure) {
        if (StoreFailure.is(failure) || failure instanceof DocumentsChangedException) {
            throw failure;
        }
    }

    String sequence(ProjectedEvent event) {
        return switch (event.event()) {
            case DomainEvent known -> projector.sequence(known);
            case UndecodableEvent poison -> poison.subject();
            case DamagedEvent damaged -> damaged.subject();
            default -> event.at().event();
        };
    }
}
