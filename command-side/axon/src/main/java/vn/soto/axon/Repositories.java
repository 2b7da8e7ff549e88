package vn.soto.axon;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.modelling.command.inspection.AggregateModel;

/**
 * Two repositories for each aggregate. The one for writing locks the target of a command: within this process, commands
 * to one aggregate wait for each other instead of conflicting. The read-only one takes no lock. Guards of the commit
 * protect the reads, and an aggregate that is read often, such as a team, blocks no command.
 */
final class Repositories {

    private final EventStore events;

    /** For all of them: an id is of one aggregate, of whatever type. Axon looks through each lock factory for circles of waiting threads. */
    private final LockFactory locks = new TargetLocks();

    private final Map<Class<?>, Repository<?>> writing = new HashMap<>();
    private final Map<Class<?>, Repository<?>> consulted = new HashMap<>();

    Repositories(EventStore events) {
        this.events = events;
    }

    RepositoryProvider writing() {
        return new In(writing);
    }

    RepositoryProvider consulted() {
        return new In(consulted);
    }

    /** Adds an aggregate and returns the handler of its commands. */
    <T> AggregateAnnotationCommandHandler<T> add(Class<T> aggregate) {
        AggregateModel<T> model = AggregateHandlers.of(aggregate).model();
        Repository<T> target = repository(aggregate, model, locks);
        writing.put(aggregate, target);
        consulted.put(
                aggregate, new ReadOnlyRepository<>(repository(aggregate, model, NullLockFactory.INSTANCE), events));
        return AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(aggregate)
                .aggregateModel(model)
                .commandTargetResolver(new CachedCommandTargetResolver())
                .repository(target)
                .build();
    }

    private <T> Repository<T> repository(Class<T> aggregate, AggregateModel<T> model, LockFactory locks) {
        return EventSourcingRepository.builder(aggregate)
                .aggregateModel(model)
                .lockFactory(locks)
                // The id of an aggregate of another type is not found.
                .filterByAggregateType()
                .eventStore(events)
                .repositoryProvider(writing())
                .build();
    }

    private record In(Map<Class<?>, Repository<?>> repositories) implements RepositoryProvider {

        @Override
        @SuppressWarnings("unchecked")
        public <T> Repository<T> repositoryFor(Class<T> aggregate) {
            Repository<?> repository = repositories.get(aggregate);
            if (repository == null) {
                throw new IllegalArgumentException("no repository for " + aggregate.getName());
            }
            return (Repository<T>) repository;
        }
    }
}
