package vn.soto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import vn.soto.axon.EventSerializer;
import vn.soto.axon.LedgerEventStorageEngine;
import vn.soto.contracts.shared.DomainEvent;

/** Row 3: the engine's stream of all events, from the first, each payload decoded. */
final class StreamBenchmark implements Benchmark {

    private static final List<Integer> BATCHES = List.of(100, 500, 2_000);
    private static final int CONNECTIONS = 4;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading(
                "Row 3: the engine's stream, " + Spread.number(session.sizes.events()) + " events, payloads decoded");
        Optional<Database> database = session.database();
        try (SqliteStore ours = new SqliteStore(session.folder("stream"), session.codec, session.clock, session.ids);
                AxonJdbc axon =
                        database.isEmpty() ? null : PrefilledStores.axon(session, database.get(), CONNECTIONS)) {
            PrefilledStores.fill(ours, session);
            List<Pass> passes = new ArrayList<>();
            passes.add(best(session, SqliteStore.NAME, ours.cpu(), batch -> ledger(session, ours, batch)));
            passes.add(new Pass(
                    "raw decoded scan of the same file",
                    ours.cpu(),
                    () -> RawSqlite.scan(ours.file(), session.codec, session.sizes.events())));
            if (axon != null) {
                passes.add(best(session, AxonJdbc.NAME, axon.cpu(), axon::engine));
            }
            report(session, Pass.interleave(passes, session.sizes.rounds()));
        }
    }

    private static void report(BenchmarkRun session, Interleaved taken) {
        Pass.show(session.report, taken);
        for (String name : taken.slices().keySet()) {
            if (!name.equals(SqliteStore.NAME)) {
                session.report.bar(
                        "row 3: ours to " + name,
                        taken.ratio(SqliteStore.NAME, name).median(),
                        name.equals(AxonJdbc.NAME) ? 1.5 : 0.5,
                        true,
                        "x");
            }
        }
    }

    @FunctionalInterface
    private interface Engines {
        EventStorageEngine of(int batch);
    }

    private static Pass best(BenchmarkRun session, String name, CpuMeter cpu, Engines engines) throws Exception {
        int best = SettingSearch.best(
                BATCHES,
                Integer.MAX_VALUE,
                batch -> pass(session, name, cpu, engines.of(batch))
                        .run(1, Budget.of(session.sizes.slice()))
                        .perSecond());
        session.report.note(name + " at its best with batches of " + best);
        return pass(session, name, cpu, engines.of(best));
    }

    private static Pass pass(BenchmarkRun session, String name, CpuMeter cpu, EventStorageEngine engine) {
        return new Pass(name, cpu, () -> read(engine, session.sizes.events()));
    }

    static long read(EventStorageEngine engine, long limit) {
        try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(null, false)) {
            return events.limit(limit)
                    .filter(event -> event.getPayload() instanceof DomainEvent)
                    .count();
        }
    }

    private static EventStorageEngine ledger(BenchmarkRun session, SqliteStore ours, int batch) {
        LedgerEventStorageEngine.Builder builder = LedgerEventStorageEngine.builder(
                ours.ledger().reader(), ours.ledger().appender(), new EventSerializer(session.codec), session.ids);
        builder.batchSize(batch);
        return builder.build();
    }
}
