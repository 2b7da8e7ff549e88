package vn.soto.benchmarks;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.shared.DomainEvent;

/** A pooled streaming processor of Axon with four segments, whose handler only counts. */
final class Processor implements AutoCloseable {

    private static final int SEGMENTS = 4;
    private static final int BATCH = 512;

    private final Counting counting = new Counting();
    private final ScheduledExecutorService coordinators = Executors.newScheduledThreadPool(1);
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(SEGMENTS);
    private final PooledStreamingEventProcessor processor;

    /** Does nothing but count. */
    static final class Counting {

        private final LongAdder events = new LongAdder();

        @EventHandler
        void on(DomainEvent event) {
            events.increment();
        }
    }

    Processor(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.processor = PooledStreamingEventProcessor.builder()
                .name("bench")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new AnnotationEventHandlerAdapter(counting))
                        .sequencingPolicy(event -> event.getPayload() instanceof AssistanceEvent help
                                ? help.assistance()
                                : event.getIdentifier())
                        .build())
                .messageSource(source)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .initialSegmentCount(SEGMENTS)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .build();
        processor.start();
    }

    long handled() {
        return counting.events.sum();
    }

    /** Returns when so many events were handled. */
    long upTo(long events, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (handled() < events) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + handled() + " of " + events + " events were handled");
            }
            LockSupport.parkNanos(500_000);
        }
        return handled();
    }

    @Override
    public void close() {
        processor.shutDown();
        coordinators.shutdownNow();
        workers.shutdownNow();
    }
}
