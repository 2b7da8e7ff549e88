package vn.soto.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Row 7: memory while a processor takes a million events, in a process of its own. */
final class HeapBenchmark implements Benchmark {

    private static final int CALLERS = 512;

    /** A difference between the halves above this counts as growth. */
    private static final double FLAT = 1.1;

    private record Reading(long events, double heap, double resident) {}

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        long events = session.sizes.heapEvents();
        session.report.heading("Row 7: memory while replaying " + Spread.number(events) + " events, one per commit");
        Path file = ledger(session, events);
        List<Reading> readings = replay(file, events);
        session.report.columns("events replayed", "heap in use after a collection, MB", "resident at most so far, MB");
        readings.forEach(reading -> session.report.row(
                Spread.number(reading.events), Spread.number(reading.heap, 1), Spread.number(reading.resident, 0)));
        int half = readings.size() / 2;
        double early =
                readings.stream().limit(half).mapToDouble(Reading::heap).max().orElseThrow();
        double late =
                readings.stream().skip(half).mapToDouble(Reading::heap).max().orElseThrow();
        session.report.bar("row 7: heap of the second half to that of the first", late / early, FLAT, false, "x");
    }

    private static Path ledger(BenchmarkRun session, long events) throws Exception {
        try (SqliteStore store = new SqliteStore(session.folder("heap"), session.codec, session.clock, session.ids)) {
            AssistanceStreams streams = new AssistanceStreams(store.engine(), session.village, session.clock);
            Slice written = new ClosedLoop(store.name(), store.cpu(), streams::create)
                    .run(CALLERS, new Budget(events, Duration.ofMinutes(15)));
            session.report.line(Spread.number(written.operations()) + " events were written at "
                    + Spread.number(written.perSecond(), 0) + "/s by " + CALLERS + " callers, "
                    + Spread.number(store.bytesPerEvent(), 0) + " bytes each on disk.");
            session.report.line("");
            return store.file();
        }
    }

    private static List<Reading> replay(Path file, long events) throws IOException {
        Process child = new ProcessBuilder(
                        Child.java(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Replay.class.getName(),
                        file.toString(),
                        String.valueOf(events))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Stream<String> lines = child.inputReader(StandardCharsets.UTF_8).lines()) {
            return lines.filter(line -> line.startsWith(Replay.MARK))
                    .map(line -> line.split(" ", -1))
                    .map(words -> new Reading(
                            Long.parseLong(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])))
                    .toList();
        }
    }
}
