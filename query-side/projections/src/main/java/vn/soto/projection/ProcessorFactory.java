package vn.soto.projection;

import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.DamagedEvent;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.UndecodableEvent;

/** Configures Axon's processor for a projector. */
record ProcessorFactory(Projector projector, LedgerEventSource source, ProjectionCluster cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessorFactory.class);

    DeadLetteringEventHandlerInvoker invoker(
            Documents documents, SequencedDeadLetterQueue<EventMessage<?>> deadLetters, ReadWriteLock lock) {
        BatchingEventHandler folding = new BatchingEventHandler(projector, documents, lock);
        // A replay clears the dead letters itself, after its tokens are reset; earlier, a crash would lose them.
        DeadLetteringEventHandlerInvoker.Builder invoking = DeadLetteringEventHandlerInvoker.builder()
                .queue(deadLetters)
                .transactionManager(NoTransactionManager.INSTANCE)
                .allowReset(false);
        return invoking.eventHandlers(
                        projector.readsBodies()
                                ? List.of(folding, EventGuard.DAMAGED, EventGuard.UNDECODABLE)
                                : List.of(folding, EventGuard.DAMAGED))
                .enqueuePolicy(this::setAside)
                .sequencingPolicy(this::sequence)
                .build();
    }

    PooledStreamingEventProcessor processor(
            DeadLetteringEventHandlerInvoker invoker, SegmentFailures failures, Pool pool) {
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(projector.name())
                .eventHandlerInvoker(invoker)
                .messageSource(source)
                .tokenStore(cluster.tokens())
                .transactionManager(NoTransactionManager.INSTANCE)
                .initialSegmentCount(projector.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(pool.batchSize())
                .tokenClaimInterval(cluster.claims().look().toMillis())
                .claimExtensionThreshold(cluster.claims().renewal().toMillis())
                .enableCoordinatorClaimExtension()
                .maxSegmentProvider(name -> cluster.processes().share(name, projector.segments()))
                .coordinatorExecutor(pool.coordinators())
                .workerExecutor(pool.workers())
                .build();
        processor.registerHandlerInterceptor(failures);
        return processor;
    }

    /** A failure of the store is not the event's: the whole batch fails and is retried, without a dead letter. */
    private EnqueueDecision<EventMessage<?>> setAside(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (cause instanceof RuntimeException unavailable && StoreFailure.is(unavailable)) {
            throw unavailable;
        }
        EventContext position = EventContext.of(letter.message());
        LOG.warn(
                "{}: event {} of commit {} becomes a dead letter: {}",
                projector.name(),
                position.index(),
                position.commit(),
                cause.getClass().getName());
        return Decisions.enqueue(DeadLetterCause.of(cause));
    }

    String sequence(EventMessage<?> message) {
        return switch (message.getPayload()) {
            case DomainEvent event -> projector.sequence(event);
            case UndecodableEvent poison -> poison.subject();
            case DamagedEvent damaged -> damaged.subject();
            default -> message.getIdentifier();
        };
    }
}
