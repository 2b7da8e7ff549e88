package vn.soto.benchmarks;

import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;
import vn.soto.demo.DemoClock;
import vn.soto.demo.DemoLoader;
import vn.soto.demo.DemoScript;
import vn.soto.domain.report.ReportCommand;
import vn.soto.domain.report.UnitReportCommand;

/** The demo as work for a store: founding, households, help with its corrections, leavers, a reform, in their order. */
final class Demo {

    private Demo() {}

    /** A store that the demo was loaded into. */
    static SqliteStore filled(BenchmarkRun session) throws Exception {
        DemoClock clock = new DemoClock();
        SqliteStore store = new SqliteStore(session.folder("demo"), session.codec, clock, session.ids);
        load(store, clock);
        return store;
    }

    /**
     * Sends the script's commands, up to 64 at once, without the reports, which only a ledger can derive; returns how
     * many there were.
     */
    static long load(Store store, DemoClock clock) {
        Clock before = GenericEventMessage.clock;
        // Axon stamps events by this clock of its own.
        GenericEventMessage.clock = clock;
        try {
            return new DemoLoader(
                            (request, command) -> send(store, new Submission(request, command)),
                            clock,
                            (done, total, day) -> {})
                    .load(new DemoScript());
        } finally {
            GenericEventMessage.clock = before;
        }
    }

    private static void send(Store store, Submission submission) {
        if (!(submission.command() instanceof ReportCommand || submission.command() instanceof UnitReportCommand)) {
            store.handle(submission);
        }
    }
}
