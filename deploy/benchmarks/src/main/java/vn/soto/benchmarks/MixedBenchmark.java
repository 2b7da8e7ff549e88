package vn.soto.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.soto.demo.DemoClock;

/** Row 8: the demo's commands in their order, up to 64 at once; commands on the same aggregates wait for each other. */
final class MixedBenchmark implements Benchmark {

    private static final int CONNECTIONS = 16;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 8: the demo's commands, up to 64 at once (events/s reads commands/s here)");
        List<Pass> passes = new ArrayList<>();
        passes.add(new Pass(SqliteStore.NAME, CpuMeter.thisProcess(), () -> ours(session)));
        Optional<Database> first = session.database();
        if (first.isPresent()) {
            CpuMeter cpu = CpuMeter.thisProcess().and(first.get().server().cpu());
            passes.add(new Pass(AxonJdbc.NAME, cpu, () -> axon(session)));
        }
        Pass.show(session.report, Pass.interleave(passes, Math.max(1, session.sizes.rounds() / 2)));
    }

    private static long ours(BenchmarkRun session) throws Exception {
        DemoClock clock = new DemoClock();
        try (SqliteStore store = new SqliteStore(session.folder("mixed"), session.codec, clock, session.ids)) {
            return Demo.load(store, clock);
        }
    }

    private static long axon(BenchmarkRun session) throws Exception {
        DemoClock clock = new DemoClock();
        Database database = session.database().orElseThrow();
        AxonJdbc.prepare(database, session.codec);
        try (AxonJdbc store = new AxonJdbc(database, session.codec, clock, CONNECTIONS, AppendBenchmark.axonBatch())) {
            return Demo.load(store, clock);
        }
    }
}
