package vn.soto.ledgerwriter.axon;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Read-only repository. Checks that the stream exists before loading, because Axon logs a stack trace for every miss. A
 * miss still becomes an append condition.
 */
final class ReadOnlyRepository<T> implements Repository<T> {

    private static final int MOST_KNOWN = 100_000;

    private final Repository<T> others;
    private final EventStore events;
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    ReadOnlyRepository(Repository<T> others, EventStore events) {
        this.others = others;
        this.events = events;
    }

    private static final class Missing extends AggregateNotFoundException {

        Missing(String id) {
            super(id, "there is no aggregate " + id);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    @Override
    public Aggregate<T> load(String id) {
        return require(id).load(id);
    }

    @Override
    @SuppressWarnings("deprecation") // of the interface
    public Aggregate<T> load(String id, @Nullable Long expectedVersion) {
        return require(id).load(id, expectedVersion);
    }

    /** Events are never removed, so an aggregate that existed once exists. */
    private Repository<T> require(String id) {
        if (!existing.contains(id)) {
            if (events.lastSequenceNumberFor(id).isEmpty()) {
                throw new Missing(id);
            }
            if (existing.size() >= MOST_KNOWN) {
                existing.clear();
            }
            existing.add(id);
        }
        return others;
    }

    @Override
    public Aggregate<T> newInstance(Callable<T> factory) throws Exception {
        return others.newInstance(factory);
    }

    @Override
    public Aggregate<T> newInstance(Callable<T> factory, Consumer<Aggregate<T>> initialisation) throws Exception {
        return others.newInstance(factory, initialisation);
    }

    @Override
    public Aggregate<T> loadOrCreate(String id, Callable<T> factory) throws Exception {
        return others.loadOrCreate(id, factory);
    }

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) throws Exception {
        others.send(message, scope);
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return others.canResolve(scope);
    }
}
