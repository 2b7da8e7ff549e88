package vn.soto.query.projection;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.query.source.CommitToken;
import vn.soto.query.source.LedgerEventSource;
import vn.soto.query.source.Poison;

/** One projector running: its progress, its dead letters, its replay. */
public final class Projection {

    /** After a failure, such as a store that does not answer, a segment is taken up again this much later. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Projector projector;
    private final Documents documents;
    private final LedgerEventSource source;
    private final TokenStore tokens;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters = InMemorySequencedDeadLetterQueue.defaultQueue();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final DeadLetteringEventHandlerInvoker invoker;
    private final PooledStreamingEventProcessor processor;
    private final AtomicReference<CommitToken> reached;

    Projection(Projector projector, Documents documents, LedgerEventSource source, TokenStore tokens, Pool pool) {
        this.projector = projector;
        this.documents = documents;
        this.source = source;
        this.tokens = tokens;
        this.reached = new AtomicReference<>((CommitToken) source.createTailToken());
        DeadLetteringEventHandlerInvoker.Builder invoking = DeadLetteringEventHandlerInvoker.builder()
                .queue(letters)
                .transactionManager(NoTransactionManager.INSTANCE)
                .allowReset(true);
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                new Batches(projector, documents, lock),
                ClasspathParameterResolverFactory.forClass(projector.getClass()));
        Folding folding = new Folding(new AnnotationEventHandlerAdapter(projector, parameters));
        invoking.eventHandlers(projector.readsBodies() ? List.of(folding, new PoisonRefuser()) : List.of(folding))
                .parameterResolverFactory(parameters)
                .enqueuePolicy((letter, cause) -> setAside(cause))
                .sequencingPolicy(this::sequence);
        this.invoker = invoking.build();
        this.processor = PooledStreamingEventProcessor.builder()
                .name(projector.name())
                .eventHandlerInvoker(invoker)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .initialSegmentCount(projector.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(pool.batchSize())
                .tokenClaimInterval(AGAIN.toMillis())
                .coordinatorExecutor(pool.coordinators())
                .workerExecutor(pool.workers())
                .build();
    }

    /** No event is to blame for a store that does not answer: then the whole batch fails and is taken up again. */
    private static EnqueueDecision<EventMessage<?>> setAside(Throwable cause) {
        if (cause instanceof MongoException unavailable) {
            throw unavailable;
        }
        return Decisions.enqueue(cause);
    }

    private String sequence(EventMessage<?> message) {
        return switch (message.getPayload()) {
            case DomainEvent event -> projector.sequence(event);
            case Poison poison -> poison.subject();
            default -> message.getIdentifier();
        };
    }

    public String name() {
        return projector.name();
    }

    /**
     * Everything up to this commit is folded, in every segment; what follows may be in part. Never goes back, except for a
     * replay: a segment that stops keeps its documents, although its stored token may lag behind them.
     */
    public CommitToken folded() {
        return reached.accumulateAndGet(leastOfSegments(), Projection::later);
    }

    private CommitToken leastOfSegments() {
        var running = processor.processingStatus();
        return Arrays.stream(tokens.fetchSegments(name()))
                .mapToObj(segment -> Optional.ofNullable(running.get(segment))
                        .map(EventTrackerStatus::getTrackingToken)
                        .orElseGet(() -> tokens.fetchToken(name(), segment)))
                .map(this::commit)
                .reduce((a, b) -> a.number() <= b.number() ? a : b)
                .orElseGet(() -> commit(source.createTailToken()));
    }

    private static CommitToken later(CommitToken a, CommitToken b) {
        return a.number() >= b.number() ? a : b;
    }

    private CommitToken commit(TrackingToken token) {
        return WrappedToken.unwrapLowerBound(token) instanceof CommitToken commit
                ? commit
                : (CommitToken) source.createTailToken();
    }

    /** Whether a segment stopped over a failure that is no dead letter; it is tried again by itself. */
    public boolean failing() {
        return processor.isError()
                || processor.processingStatus().size() < projector.segments()
                || processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
    }

    /** Events set aside: those that failed and those of the same sequence waiting behind them. */
    public long deadLetters() {
        return letters.size();
    }

    /** Tries the events set aside again, a sequence at a time, until one fails once more; returns how many are left. */
    public synchronized long retry() {
        lock.writeLock().lock();
        try {
            boolean more = true;
            while (more) {
                more = invoker.process(letter -> true);
            }
        } finally {
            lock.writeLock().unlock();
        }
        return letters.size();
    }

    /** Forgets everything and folds the ledger from its beginning. */
    public synchronized void replay() {
        processor.shutDown();
        try {
            // In this order a failure between them loses nothing: what is still there is folded over.
            processor.resetTokens();
            reached.set(commit(source.createTailToken()));
            projector.kinds().forEach(documents::drop);
        } finally {
            processor.start();
        }
    }

    void start() {
        processor.start();
    }

    void stop() {
        processor.shutDown();
    }
}
