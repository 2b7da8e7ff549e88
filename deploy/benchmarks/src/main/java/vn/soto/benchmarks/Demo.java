package vn.soto.benchmarks;

import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;
import vn.soto.demo.DemoClock;
import vn.soto.demo.DemoLoader;
import vn.soto.demo.DemoProgress;
import vn.soto.demo.DemoScript;
import vn.soto.domain.audit.CallBackSampleCommand;
import vn.soto.domain.recognition.RecognitionCommand;
import vn.soto.domain.report.ReportCommand;
import vn.soto.domain.report.UnitReportCommand;

/** The demo as work for a store: founding, households, help with its corrections, leavers, a reform, in their order. */
final class Demo {

    private static final DemoProgress SILENT = (done, total, day) -> {};

    private Demo() {}

    /** A store that the demo was loaded into. */
    static SqliteStore filled(BenchmarkRun session) throws Exception {
        DemoClock clock = new DemoClock();
        SqliteStore store = new SqliteStore(session.folder("demo"), session.codec, clock, session.ids);
        load(new DemoLoader(store.commands(), clock, SILENT), clock);
        return store;
    }

    /** Sends the script's commands, up to 64 at once, without those that only a ledger can answer; returns how many there were. */
    static long load(Store store, DemoClock clock) {
        return load(
                new DemoLoader((request, command) -> send(store, new Submission(request, command)), clock, SILENT),
                clock);
    }

    private static long load(DemoLoader loader, DemoClock clock) {
        Clock before = GenericEventMessage.clock;
        // Axon stamps events by this clock of its own.
        GenericEventMessage.clock = clock;
        try {
            return loader.load(new DemoScript().play());
        } finally {
            GenericEventMessage.clock = before;
        }
    }

    private static void send(Store store, Submission submission) {
        switch (submission.command()) {
            case ReportCommand _, UnitReportCommand _, CallBackSampleCommand _, RecognitionCommand _ -> {}
            default -> store.handle(submission);
        }
    }
}
