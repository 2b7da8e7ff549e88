package vn.soto.query.projection;

import com.mongodb.MongoException;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.query.progress.Letters;
import vn.soto.query.progress.Sharing;
import vn.soto.query.source.LedgerEventSource;
import vn.soto.query.source.Poison;
import vn.soto.query.source.Position;

/** How Axon runs a projector. */
record Wiring(Projector projector, LedgerEventSource source, Sharing sharing) {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    DeadLetteringEventHandlerInvoker invoker(Documents documents, Letters letters, ReadWriteLock lock) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                new Batches(projector, documents, lock),
                ClasspathParameterResolverFactory.forClass(projector.getClass()));
        Folding folding = new Folding(new AnnotationEventHandlerAdapter(projector, parameters));
        // A replay clears the letters itself, last: before its tokens were reset they would be lost in a crash.
        DeadLetteringEventHandlerInvoker.Builder invoking = DeadLetteringEventHandlerInvoker.builder()
                .queue(letters)
                .transactionManager(NoTransactionManager.INSTANCE)
                .allowReset(false);
        return invoking.eventHandlers(
                        projector.readsBodies() ? List.of(folding, new PoisonRefuser()) : List.of(folding))
                .parameterResolverFactory(parameters)
                .enqueuePolicy(this::setAside)
                .sequencingPolicy(this::sequence)
                .build();
    }

    PooledStreamingEventProcessor processor(DeadLetteringEventHandlerInvoker invoker, Failures failures, Pool pool) {
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(projector.name())
                .eventHandlerInvoker(invoker)
                .messageSource(source)
                .tokenStore(sharing.tokens())
                .transactionManager(NoTransactionManager.INSTANCE)
                .initialSegmentCount(projector.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(pool.batchSize())
                .tokenClaimInterval(sharing.claims().look().toMillis())
                .claimExtensionThreshold(sharing.claims().renewal().toMillis())
                .enableCoordinatorClaimExtension()
                .maxSegmentProvider(name -> sharing.processes().share(name, projector.segments()))
                .coordinatorExecutor(pool.coordinators())
                .workerExecutor(pool.workers())
                .build();
        processor.registerHandlerInterceptor(failures);
        return processor;
    }

    /** No event is to blame for a store that does not answer: then the whole batch fails and is taken up again. */
    private EnqueueDecision<EventMessage<?>> setAside(DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        if (cause instanceof MongoException unavailable) {
            throw unavailable;
        }
        Position position = Position.of(letter.message());
        LOG.warn(
                "{}: event {} of commit {} is set aside over {}",
                projector.name(),
                position.index(),
                position.commit(),
                cause.getClass().getName());
        return Decisions.enqueue(Cause.of(cause));
    }

    String sequence(EventMessage<?> message) {
        return switch (message.getPayload()) {
            case DomainEvent event -> projector.sequence(event);
            case Poison poison -> poison.subject();
            default -> message.getIdentifier();
        };
    }
}
