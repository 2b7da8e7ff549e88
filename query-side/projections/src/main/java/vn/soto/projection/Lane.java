package vn.soto.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import vn.soto.projection.source.WakeUpSignal;

/** A fixed share of a tracker's projectors. One thread at a time projects its events, in batches. */
final class Lane {

    private static final String RESOURCE = Lane.class.getName();

    private final List<BoundProjector> projectors;

    /** By event class, so that an event costs nothing to those that do not want it. */
    private final Map<Class<?>, List<BoundProjector>> wanting = new ConcurrentHashMap<>();

    /** Held by an open batch, and by whoever else changes its documents. */
    private final ReentrantLock documents = new ReentrantLock();

    private final WakeUpSignal projected;
    private volatile boolean failing;

    /** @param projected given after each batch */
    Lane(List<BoundProjector> projectors, WakeUpSignal projected) {
        this.projectors = projectors;
        this.projected = projected;
    }

    boolean has(BoundProjector projector) {
        return projectors.contains(projector);
    }

    /** Whether its last batch failed in this process. */
    boolean failing() {
        return failing;
    }

    boolean wants(Class<?> event) {
        return !wanting(event).isEmpty();
    }

    private List<BoundProjector> wanting(Class<?> event) {
        List<BoundProjector> known = wanting.get(event);
        return known == null
                ? wanting.computeIfAbsent(
                        event,
                        type -> projectors.stream()
                                .filter(projector -> projector.takes(type))
                                .toList())
                : known;
    }

    /** Projects an event in the batch of Axon's unit of work, whose documents are written before its token. */
    void fold(EventMessage<?> message) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        LaneBatch batch = work.getOrComputeResource(RESOURCE, key -> open(work, message));
        wanting(message.getPayloadType()).forEach(projector -> batch.fold(projector, message));
    }

    private LaneBatch open(UnitOfWork<?> work, EventMessage<?> first) {
        documents.lock();
        work.onCleanup(done -> {
            documents.unlock();
            projected.signal();
        });
        work.onRollback(failed -> failing = true);
        work.afterCommit(done -> failing = false);
        LaneBatch batch = new LaneBatch(messages(work, first));
        work.onPrepareCommit(committing -> batch.write());
        return batch;
    }

    private static List<? extends EventMessage<?>> messages(UnitOfWork<?> work, EventMessage<?> first) {
        return work instanceof BatchingUnitOfWork<?> batching
                ? batching.getMessages().stream().map(Lane::event).toList()
                : List.of(first);
    }

    private static EventMessage<?> event(Message<?> message) {
        return (EventMessage<?>) message;
    }

    /** Does what changes documents outside the batches. */
    void betweenBatches(Runnable change) {
        documents.lock();
        try {
            change.run();
        } finally {
            documents.unlock();
        }
    }

    /** The changes of a batch of events, by projector; each reads its documents at its first event. */
    private static final class LaneBatch {

        private final List<? extends EventMessage<?>> messages;
        private final Map<BoundProjector, OpenBatch> open = new LinkedHashMap<>();

        LaneBatch(List<? extends EventMessage<?>> messages) {
            this.messages = messages;
        }

        void fold(BoundProjector projector, EventMessage<?> message) {
            projector.fold(message, open.computeIfAbsent(projector, one -> one.open(messages)));
        }

        void write() {
            open.forEach((projector, batch) -> projector.write(batch, messages));
        }
    }
}
