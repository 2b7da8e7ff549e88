package vn.soto.ledgerwriter.sqlite;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.WriterSettings;

/**
 * Measures the embedded ledger: durable appends of one event of 0.75 kB at 1, 8 and 64 callers, then reads. Not a test;
 * run it with a folder on the disk in question as its argument.
 */
final class Measurement {

    private static final int PAYLOAD = 750;
    private static final int PER_AGGREGATE = 20;
    private static final long WARM_UP = 2_000_000_000L;
    private static final long RUN = 5_000_000_000L;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() << 16);
    private final byte[] body = new byte[PAYLOAD];
    private final LedgerAppender appender;
    private final LedgerReader reader;

    private Measurement(LedgerAppender appender, LedgerReader reader) {
        this.appender = appender;
        this.reader = reader;
        Arrays.fill(body, (byte) 'x');
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Files.createTempDirectory(Path.of(arguments[0]), "soto").resolve("ledger.db");
        var settings = WriterSettings.standard();
        try (SqliteLedger ledger =
                SqliteLedger.open(file, "demo/measurement", Clock.systemUTC(), settings, new SimpleMeterRegistry())) {
            Measurement measurement = new Measurement(ledger.appender(), ledger.reader());
            measurement.appends(8, WARM_UP);
            for (int callers : new int[] {1, 8, 64, 512}) {
                long cpu = cpu();
                long[] latencies = measurement.appends(callers, RUN);
                measurement.report(callers + " callers", latencies, RUN);
                measurement.out.printf("  %d us of processor time each%n", (cpu() - cpu) / 1_000 / latencies.length);
            }
            measurement.reads();
        }
    }

    /** Tells what an append costs also where other programs take their share of the machine. */
    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private long[] appends(int callers, long nanos) {
        long[][] latencies = new long[callers][];
        long end = System.nanoTime() + nanos;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                int caller = i;
                threads.execute(() -> latencies[caller] = appendUntil(end));
            }
        }
        return Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private long[] appendUntil(long end) {
        long[] latencies = new long[256];
        int count = 0;
        String aggregate = "";
        while (System.nanoTime() < end) {
            int sequence = count % PER_AGGREGATE;
            aggregate = sequence == 0 ? "team:" + id() : aggregate;
            Draft draft = draft(aggregate, sequence);
            long start = System.nanoTime();
            appender.append(draft);
            latencies = count < latencies.length ? latencies : Arrays.copyOf(latencies, 2 * count);
            latencies[count++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(latencies, count);
    }

    private void reads() {
        long number = reader.tail().number();
        long[] aggregates = new long[20_000];
        for (int i = 0; i < aggregates.length; i++) {
            StreamPosition slot =
                    reader.events((i * 7_919L) % number, 1).getFirst().event().aggregate();
            long start = System.nanoTime();
            reader.aggregate(slot == null ? "" : slot.id(), 0, PER_AGGREGATE);
            aggregates[i] = System.nanoTime() - start;
        }
        Arrays.sort(aggregates);
        report("reads of an aggregate of " + PER_AGGREGATE + " events", aggregates, 0);
        long start = System.nanoTime();
        long read = 0;
        for (var page = reader.commits(1, 500); !page.isEmpty(); page = reader.commits(read + 1, 500)) {
            read += page.size();
        }
        long nanos = System.nanoTime() - start;
        out.printf("%d commits read in order: %,d/s%n", read, read * 1_000_000_000L / nanos);
    }

    private void report(String what, long[] sorted, long nanos) {
        String rate = nanos == 0 ? "" : "%,d/s, ".formatted(sorted.length * 1_000_000_000L / nanos);
        out.printf("%s: %sp50 %.3f ms, p99 %.3f ms%n", what, rate, at(sorted, 50), at(sorted, 99));
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(int) ((long) sorted.length * percent / 100)] / 1e6;
    }

    private Draft draft(String aggregate, int sequence) {
        UUID command = id();
        RecordedEvent event = new RecordedEvent(
                id().toString(),
                Instant.now(),
                new EventType("assistance.recorded", "1"),
                new StreamPosition("team", aggregate, sequence),
                new TreeMap<>(),
                List.of("team:" + aggregate),
                new Payload("json", body));
        Origin origin = new Origin.Command(command, "record-assistance", Hash.sha256(body));
        String text = command.toString();
        return new Draft(id(), origin, "leader", null, null, text, text, List.of(event), List.of());
    }

    /** Time-ordered, like version 7. */
    private UUID id() {
        long next = ids.incrementAndGet();
        return new UUID(next, next * 0x9E3779B97F4A7C15L);
    }
}
