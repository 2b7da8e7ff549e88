package vn.soto.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import vn.soto.projection.source.LedgerEventSource;

/** Row 4: a handler that takes everything from the first event on; then the product's own projections. */
final class ProcessorBenchmark implements Benchmark {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int CONNECTIONS = 8;
    private static final int PAGE = 500;
    private static final double ASKED = 40_000;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 4: the tracker and a pooled processor of 4 segments, "
                + Spread.number(session.sizes.events()) + " events, handler that only counts");
        Optional<Database> database = session.database();
        try (SqliteStore ours =
                        new SqliteStore(session.folder("processor"), session.codec, session.clock, session.ids);
                AxonJdbc axon =
                        database.isEmpty() ? null : PrefilledStores.axon(session, database.get(), CONNECTIONS)) {
            PrefilledStores.fill(ours, session);
            List<Pass> passes = new ArrayList<>();
            passes.add(new Pass(SqliteStore.NAME, ours.cpu(), () -> ledger(session, ours)));
            if (axon != null) {
                EmbeddedEventStore events = EmbeddedEventStore.builder()
                        .storageEngine(axon.engine())
                        .build();
                passes.add(new Pass(AxonJdbc.NAME, axon.cpu(), () -> process(events, session.sizes.events())));
            }
            Pass.interleave(passes, 1);
            report(session, Pass.interleave(passes, session.sizes.rounds()));
        }
        if (session.sizes.demo()) {
            projections(session);
        }
    }

    private static void report(BenchmarkRun session, Interleaved taken) {
        Pass.show(session.report, taken);
        session.report.bar(
                "row 4, counting handler: ours",
                taken.of(SqliteStore.NAME, Slice::perSecond).median(),
                ASKED,
                true,
                "events/s");
        if (taken.slices().containsKey(AxonJdbc.NAME)) {
            double ratio = taken.ratio(SqliteStore.NAME, AxonJdbc.NAME).median();
            session.report.bar("row 4, counting handler: ours to " + AxonJdbc.NAME, ratio, 1, true, "x");
        }
    }

    private static long ledger(BenchmarkRun session, SqliteStore ours) {
        try (LedgerEventSource source =
                new LedgerEventSource(ours.ledger().reader(), session.codec, PAGE, Duration.ofMillis(250))) {
            try (CountingTracker tracker = new CountingTracker(source)) {
                return tracker.upTo(session.sizes.events(), LIMIT);
            }
        }
    }

    private static long process(StreamableMessageSource<TrackedEventMessage<?>> source, long events) {
        try (Processor processor = new Processor(source)) {
            return processor.upTo(events, LIMIT);
        }
    }

    /** Ours alone: the peers bring no projections. */
    private static void projections(BenchmarkRun session) throws Exception {
        session.report.heading("Row 4: the product's projections over the demo's ledger, read models in memory");
        try (SqliteStore demo = Demo.filled(session)) {
            try (ReadModels models = ReadModels.unstarted(demo.ledger().reader(), session.codec, session.clock)) {
                FoldingLoop loop = new FoldingLoop(demo.ledger().reader(), session.codec, models.projectors());
                List<Pass> passes = List.of(
                        new Pass("all projections of Sổ Tổ, by its tracker", demo.cpu(), loop::tracked),
                        new Pass("the same projectors in a bare loop", demo.cpu(), loop::bare));
                Pass.interleave(passes, 1);
                Pass.show(session.report, Pass.interleave(passes, Math.max(2, session.sizes.rounds() / 2)));
            }
        }
    }
}
