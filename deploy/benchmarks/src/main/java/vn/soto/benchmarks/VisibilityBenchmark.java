package vn.soto.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import vn.soto.ledger.LedgerException;
import vn.soto.projection.source.LedgerEventSource;

/** Row 5: the time from the intended start of a command until every read model has applied its events. */
final class VisibilityBenchmark implements Benchmark {

    private static final double MOST = 5_000;
    private static final Duration LOOK = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CALLERS = 64;

    /** Commands a second of a busy province. */
    private static final double BUSY = 1_000;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        double rate = Math.min(MOST, closedLoop(session) / 2);
        session.report.heading(
                "Row 5: from command to visible, open loop at " + Spread.number(rate, 0) + " commands/s");
        session.report.columns(
                "visible to", "commands/s", "visible", "refused", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "most ms");
        try (SqliteStore store = store(session);
                LedgerEventSource source =
                        new LedgerEventSource(store.ledger().reader(), session.codec, 500, Duration.ofMillis(250));
                CountingTracker processor = new CountingTracker(source)) {
            store.ledger().appender().addCommitListener(commits -> source.signal());
            long before = store.ledger().reader().tail().number();
            // One event in each commit from here on.
            long founded = store.ledger().reader().tail().next();
            processor.upTo(founded, PATIENCE);
            measure(session, "a counting handler", rate, store, () -> before + processor.handled() - founded);
        }
        try (SqliteStore store = store(session);
                ReadModels models = ReadModels.inFile(
                        store.ledger(),
                        session.codec,
                        session.clock,
                        session.folder("visible-models").resolve("read-models.sqlite"))) {
            models.upTo(store.ledger().reader().tail().number(), PATIENCE);
            Histogram busy = measure(session, "all projections", BUSY, store, models::folded);
            session.report.bar(
                    "row 5, all projections at 1,000/s: p99", busy.getValueAtPercentile(99) / 1e6, 30, false, "ms");
            Histogram found = measure(session, "all projections", rate, store, models::folded);
            session.report.bar("row 5, all projections: p50", found.getValueAtPercentile(50) / 1e6, 10, false, "ms");
            session.report.bar("row 5, all projections: p99", found.getValueAtPercentile(99) / 1e6, 100, false, "ms");
        }
    }

    private static SqliteStore store(BenchmarkRun session) throws Exception {
        SqliteStore store = new SqliteStore(session.folder("visible"), session.codec, session.clock, session.ids);
        session.village.foundWithRights(store);
        return store;
    }

    /** Row 1's rate at 64 callers, measured now if row 1 was not. */
    private static double closedLoop(BenchmarkRun session) throws Exception {
        var known = session.found("create at " + CALLERS);
        if (known.isPresent()) {
            return known.getAsDouble();
        }
        try (SqliteStore store = store(session)) {
            ClosedLoop loop = new ClosedLoop(store.name(), store.cpu(), () -> store.handle(session.village.help()));
            loop.run(CALLERS, Budget.of(session.sizes.warmUp()));
            return loop.run(CALLERS, Budget.of(session.sizes.slice())).perSecond();
        }
    }

    private static Histogram measure(
            BenchmarkRun session, String to, double rate, SqliteStore store, LongSupplier visible) throws Exception {
        LongAdder refused = new LongAdder();
        run(rate, store, session.village::help, visible, session.sizes.warmUp(), refused);
        refused.reset();
        Histogram found = run(rate, store, session.village::help, visible, session.sizes.openLoop(), refused);
        session.report.row(
                to,
                Spread.number(rate, 0),
                Spread.number(found.getTotalCount()),
                Spread.number(refused.sum()),
                millis(found, 50),
                millis(found, 90),
                millis(found, 99),
                millis(found, 99.9),
                millis(found, 100));
        return found;
    }

    private static String millis(Histogram found, double percentile) {
        return Spread.number(found.getValueAtPercentile(percentile) / 1e6, 1);
    }

    /** @param refused counts commands that were refused because too many were waiting */
    static Histogram run(
            double rate,
            SqliteStore store,
            Supplier<Submission> next,
            LongSupplier visible,
            Duration time,
            LongAdder refused)
            throws InterruptedException {
        ConcurrentSkipListMap<Long, Long> waiting = new ConcurrentSkipListMap<>();
        Histogram found = Slice.histogram();
        Thread sender = Thread.ofPlatform()
                .start(() -> OpenLoop.run(rate, time, intended -> {
                    try {
                        Submission help = next.get();
                        waiting.put(
                                store.commands()
                                        .gateway()
                                        .submit(help.request(), help.command())
                                        .commit(),
                                intended);
                    } catch (LedgerException.Unavailable e) {
                        refused.increment();
                    }
                }));
        long give = System.nanoTime() + time.plus(PATIENCE).toNanos();
        while (sender.isAlive() || !waiting.isEmpty()) {
            if (System.nanoTime() > give) {
                throw new IllegalStateException(waiting.size() + " commands did not become visible in time");
            }
            record(found, waiting.headMap(visible.getAsLong(), true));
            LockSupport.parkNanos(LOOK.toNanos());
        }
        sender.join();
        return found;
    }

    /** A command may be visible before its sender has the answer; then it counts as visible when that comes. */
    private static void record(Histogram found, Map<Long, Long> visible) {
        long now = System.nanoTime();
        for (var each = visible.entrySet().iterator(); each.hasNext(); ) {
            found.recordValue(Math.max(0, now - each.next().getValue()));
            each.remove();
        }
    }
}
