package vn.soto.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.Projections;
import vn.soto.projection.Projector;
import vn.soto.projection.progress.ClaimSettings;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.LedgerEventSource;

/** The product's tracker, with its batch size and a projector that only counts. */
final class CountingTracker implements AutoCloseable {

    private static final int WORKERS = 4;
    private static final int BATCH = 512;

    private final LongAdder events = new LongAdder();
    private final Projections projections;

    CountingTracker(LedgerEventSource source) {
        this.projections = new Projections(
                List.of(new Counting(events)),
                new MemoryDocuments(),
                source,
                ProjectionCluster.alone(new ClaimSettings("benchmark", Duration.ofSeconds(6)), source.beginning()),
                WORKERS,
                BATCH);
        projections.start();
    }

    private record Counting(LongAdder events) implements Projector {

        @Override
        public String name() {
            return "count";
        }

        @Override
        public List<DocumentType<?>> documentTypes() {
            return List.of();
        }

        @Override
        public String sequence(DomainEvent event) {
            return "all";
        }

        @Override
        public boolean handles(Class<?> event) {
            return DomainEvent.class.isAssignableFrom(event);
        }

        @Override
        public void on(Object event, EventContext at, Batch batch) {
            events.increment();
        }
    }

    long handled() {
        return events.sum();
    }

    /** Returns when so many events were handled. */
    long upTo(long number, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (handled() < number) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + handled() + " of " + number + " events were handled");
            }
            LockSupport.parkNanos(500_000);
        }
        return handled();
    }

    @Override
    public void close() {
        projections.close();
    }
}
