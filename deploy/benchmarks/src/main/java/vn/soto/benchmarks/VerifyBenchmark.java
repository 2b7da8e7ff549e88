package vn.soto.benchmarks;

import java.nio.file.Path;
import java.util.List;
import vn.soto.ledger.sqlite.LedgerCheck;

/** Row 17: a whole check of the demo's ledger as {@code verify} makes it, beside a bare loop over the same rows. */
final class VerifyBenchmark implements Benchmark {

    private static final String OURS = "verify, the whole file";
    private static final String ONE = "a bare loop of one thread";
    private static final String ALL = "such a loop for each core";
    private static final int STREAMS = 150;
    private static final double ASKED = 0.5;

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 17: a whole check of a ledger beside a bare loop");
        try (SqliteStore store = store(session)) {
            int cores = Runtime.getRuntime().availableProcessors();
            List<Pass> passes = List.of(
                    new Pass(OURS, store.cpu(), () -> verify(store.file())),
                    new Pass(ONE, store.cpu(), () -> BareRead.of(store.file(), 1)),
                    new Pass(ALL, store.cpu(), () -> BareRead.of(store.file(), cores)));
            Pass.interleave(passes, 1);
            Interleaved taken = Pass.interleave(passes, session.sizes.rounds());
            session.report.columns("", "events/s", "CPU us each", "rate of verify to it");
            for (Pass pass : passes) {
                session.report.row(
                        pass.name(),
                        taken.of(pass.name(), Slice::perSecond).text(0),
                        taken.of(pass.name(), Slice::cpuMicrosEach).text(2),
                        taken.ratio(OURS, pass.name()).text(2));
            }
            session.report.bar(
                    "row 17, rate of verify to that of a bare loop",
                    taken.ratio(OURS, ONE).median(),
                    ASKED,
                    true,
                    "x");
        }
    }

    private static SqliteStore store(BenchmarkRun session) throws Exception {
        if (session.sizes.demo()) {
            return Demo.filled(session);
        }
        SqliteStore store = new SqliteStore(session.folder("verify"), session.codec, session.clock, session.ids);
        new AssistanceStreams(store.engine(), session.village, session.clock).prepare(STREAMS, 64);
        return store;
    }

    private static long verify(Path file) {
        return LedgerCheck.of(file, List.of(), checked -> {}).next();
    }
}
