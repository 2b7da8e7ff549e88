package vn.soto.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Read-only repository. An aggregate is made from its events once and kept until another event follows. Every load
 * looks for such an event, which so becomes an append condition. Concurrent readers share the aggregate. Checks that
 * the stream exists before loading, because Axon logs a stack trace for every miss. A miss becomes an append condition
 * as well.
 */
final class ReadOnlyRepository<T> implements Repository<T> {

    /** Events of the aggregates kept, of each type. */
    private static final int MOST_EVENTS = 40_000;

    private final Repository<T> others;
    private final EventStore events;
    private final Cache<String, ReadAggregate<T>> made = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST_EVENTS)
            .weigher((String id, ReadAggregate<T> read) -> Math.toIntExact(Math.min(MOST_EVENTS, read.version() + 1)))
            .build();

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
        Optional<Long> head = events.lastSequenceNumberFor(id);
        if (head.isEmpty()) {
            throw new Missing(id);
        }
        ReadAggregate<T> known = made.getIfPresent(id);
        if (known != null && known.version().equals(head.get())) {
            return known;
        }
        Aggregate<T> loaded = others.load(id);
        if (!head.get().equals(loaded.version())) {
            // With events that this unit of work has not committed yet.
            return loaded;
        }
        ReadAggregate<T> read = ReadAggregate.of(loaded);
        made.put(id, read);
        return read;
    }

    @Override
    @SuppressWarnings("deprecation") // of the interface
    public Aggregate<T> load(String id, @Nullable Long expectedVersion) {
        return others.load(id, expectedVersion);
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

    /** An aggregate that is asked and never written. */
    private record ReadAggregate<T>(String type, Object identifier, Long version, Class<? extends T> rootType, T root)
            implements Aggregate<T> {

        static <T> ReadAggregate<T> of(Aggregate<T> loaded) {
            return new ReadAggregate<>(
                    loaded.type(),
                    loaded.identifier(),
                    loaded.version(),
                    loaded.rootType(),
                    loaded.invoke(root -> root));
        }

        @Override
        public <R> R invoke(Function<T, R> question) {
            return question.apply(root);
        }

        @Override
        public void execute(Consumer<T> change) {
            throw new UnsupportedOperationException(type + " " + identifier + " is only read here");
        }

        @Override
        public Object handle(Message<?> message) {
            throw new UnsupportedOperationException(type + " " + identifier + " is only read here");
        }

        @Override
        public boolean isDeleted() {
            return false;
        }
    }
}
