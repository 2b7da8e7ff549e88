package vn.soto.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import vn.soto.events.EventCodec;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.projection.source.LedgerEventSource;

/** Replays a ledger in this process and prints, at each tenth, what memory is in use. */
final class Replay {

    static final String MARK = "replayed";

    private static final int POINTS = 10;

    private Replay() {}

    public static void main(String[] arguments) throws IOException {
        long events = Long.parseLong(arguments[1]);
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(Path.of(arguments[0]));
                LedgerEventSource source =
                        new LedgerEventSource(reader, EventCodec.product(), 500, Duration.ofMillis(250));
                CountingTracker processor = new CountingTracker(source)) {
            for (int point = 1; point <= POINTS; point++) {
                long reached = processor.upTo(events * point / POINTS, Duration.ofMinutes(10));
                System.gc();
                long heap =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                System.out.println(MARK + " " + reached + " " + heap / 1048576.0 + " " + Child.peakMegabytes("self"));
            }
        }
    }
}
