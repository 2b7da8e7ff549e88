package vn.soto.projection;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.DamagedEvent;

/**
 * Passes Axon's messages to a projector, with one {@link Batch} per unit of work.
 *
 * @param lock batches hold it shared; a retry of dead letters holds it exclusively, because it changes documents of any
 *             segment
 */
record BatchingEventHandler(Projector projector, Documents documents, ReadWriteLock lock)
        implements EventMessageHandler {

    private static final String RESOURCE = Batch.class.getName();

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        Batch batch = CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, key -> open(message));
        batch.fold(projector, ProjectedEvent.of(message));
        return null;
    }

    private Batch open(Message<?> message) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        lock.readLock().lock();
        work.onCleanup(done -> lock.readLock().unlock());
        List<? extends Message<?>> messages =
                work instanceof BatchingUnitOfWork<?> batching ? batching.getMessages() : List.of(message);
        BatchDocuments own = documents.forBatch();
        Batch batch = Batch.open(
                projector,
                own,
                messages.stream()
                        .filter(each -> each instanceof EventMessage<?> && canHandleType(each.getPayloadType()))
                        .map(ProjectedEvent::of)
                        .toList());
        work.onPrepareCommit(committing -> batch.write(projector.documentTypes(), own));
        return batch;
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return canHandleType(message.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return payloadType != DamagedEvent.class && projector.handles(payloadType);
    }

    @Override
    public Class<?> getTargetType() {
        return projector.getClass();
    }
}
