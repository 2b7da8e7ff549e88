package vn.soto.projection;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.source.EventContext;

/** Gives handlers the {@link EventContext} of their event and the {@link Batch} of their unit of work. */
final class Batches implements ParameterResolverFactory {

    private static final String RESOURCE = Batch.class.getName();

    private final Projector projector;
    private final Documents documents;

    /** Batches share it; retrying dead letters, which touches the documents of any segment, excludes them. */
    private final ReadWriteLock lock;

    Batches(Projector projector, Documents documents, ReadWriteLock lock) {
        this.projector = projector;
        this.documents = documents;
        this.lock = lock;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public @Nullable ParameterResolver createInstance(Executable executable, Parameter[] parameters, int index) {
        Class<?> type = parameters[index].getType();
        if (type == EventContext.class) {
            return new Resolver<>(EventContext::of);
        }
        return type == Batch.class ? new Resolver<>(message -> current(message)) : null;
    }

    /** The one of the current unit of work, if some handler has asked for it. */
    static Optional<Batch> opened() {
        return CurrentUnitOfWork.map(UnitOfWork::root).map(work -> work.getResource(RESOURCE));
    }

    private Batch current(Message<?> message) {
        return CurrentUnitOfWork.get().root().getOrComputeResource(RESOURCE, key -> open(message));
    }

    private Batch open(Message<?> message) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        lock.readLock().lock();
        work.onCleanup(done -> lock.readLock().unlock());
        Batch batch = new Batch(documents);
        List<? extends Message<?>> messages =
                work instanceof BatchingUnitOfWork<?> batching ? batching.getMessages() : List.of(message);
        batch.read(
                projector,
                messages.stream()
                        .filter(m -> m instanceof EventMessage<?>)
                        .map(Message::getPayload)
                        .filter(DomainEvent.class::isInstance)
                        .map(DomainEvent.class::cast)
                        .toList());
        work.onPrepareCommit(committing -> batch.write(projector.documentTypes()));
        return batch;
    }

    private record Resolver<T>(java.util.function.Function<Message<?>, T> value) implements ParameterResolver<T> {

        @Override
        public T resolveParameterValue(Message<?> message) {
            return value.apply(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return true;
        }
    }
}
