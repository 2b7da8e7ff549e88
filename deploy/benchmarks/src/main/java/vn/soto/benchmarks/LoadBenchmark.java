package vn.soto.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import vn.soto.ledger.LedgerReader;

/**
 * Row 18: the packaged product with its default settings, on a ledger as row 15 copies it, under load over HTTP. Questions and
 * commands begin at a fixed rate, and their latency counts from when they should have begun.
 */
final class LoadBenchmark implements Benchmark {

    private static final String ORIGIN = "demo/binh-duong";
    private static final String READER = "auditor";
    private static final String WRITER = "officer";
    private static final String ADDRESS = "/api/assistances";
    private static final int CLIENTS = 64;
    private static final int WARM_UPS = 4;
    private static final double SMALL_RATE = 300;
    private static final double DASHBOARD_RATE = 50;
    private static final double COMMAND_RATE = 100;

    /** So many commands a second make the dashboard another one. */
    private static final double CHANGES = 10;

    private static final int READERS = 50;
    private static final Duration MIX = Duration.ofSeconds(Integer.getInteger("bench.mix-seconds", 1_200));
    private static final Pattern COMMIT = Pattern.compile("\"commit\":(\\d+)");

    /** An answer or a receipt that is waited for. */
    @FunctionalInterface
    private interface Request {

        void send() throws IOException, InterruptedException;
    }

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        Path jar = Bench.path("bench.product");
        if (Files.notExists(jar)) {
            session.report.line("**Not measured: " + jar.getFileName() + " was not built.**");
            return;
        }
        LedgerReader year = YearLedger.original(session);
        int events = session.sizes.yearEvents().getFirst();
        int copies = Math.max(1, (int) Math.round((double) events / year.tail().next()));
        Path data = session.folder("load");
        YearLedger.write(year, data, copies, ORIGIN);
        session.report.heading("Row 18: load over HTTP, beside %s events"
                .formatted(Spread.number(copies * year.tail().next())));
        try (ServedPages product = ServedPages.start(jar, data)) {
            YearWork work = YearWork.of(session, year, copies);
            new Load(session, product, work, accepted(product, work)).measure();
        }
    }

    /** Those that the officer can record in the original, as then in each copy. */
    private static List<YearWork.Visit> accepted(ServedPages product, YearWork work) throws InterruptedException {
        List<YearWork.Visit> accepted = new ArrayList<>();
        for (YearWork.Visit visit : work.visits()) {
            try {
                product.give(WRITER, ADDRESS, work.helpOverHttp(visit));
                accepted.add(visit);
            } catch (IOException refused) {
                // the household or its helper has left since, or the team
            }
        }
        if (accepted.isEmpty()) {
            throw new IllegalStateException("nothing can be recorded");
        }
        return accepted;
    }

    private record Load(BenchmarkRun session, ServedPages product, YearWork work, List<YearWork.Visit> visits) {

        void measure() throws Exception {
            session.report.bar("row 18: resident when all is folded", product.peakMegabytes(), 1_024, false, "MB");
            session.report.columns("what", "p50", "p95", "p99", "unit");
            List<String> small = work.smallQuestions();
            AtomicLong turn = new AtomicLong();
            Request question = () -> product.json(READER, small.get((int) (turn.getAndIncrement() % small.size())));
            Request dashboard = () -> product.json(READER, work.dashboard());
            // The first request of an account checks its password, which few may do at once.
            product.json(READER, work.dashboard());
            record();
            openLoop(SMALL_RATE, session.sizes.warmUp(), question);
            latency("small questions at 300/s", openLoop(SMALL_RATE, time(), question), 20);
            openLoop(DASHBOARD_RATE, session.sizes.warmUp(), dashboard);
            latency("dashboard of the province at 50/s", openLoop(DASHBOARD_RATE, time(), dashboard), 50);
            Thread changes = Thread.ofVirtual().start(() -> openLoop(CHANGES, time(), this::record));
            latency("the same beside 10 commands a second", openLoop(DASHBOARD_RATE, time(), dashboard), 50);
            changes.join();
            openLoop(COMMAND_RATE, session.sizes.warmUp(), this::visible);
            latency("command to visible at 100/s", openLoop(COMMAND_RATE, time(), this::visible), 80);
            clients();
            mix(question);
        }

        private Duration time() {
            return session.sizes.openLoop();
        }

        private long record() throws IOException, InterruptedException {
            byte[] receipt = product.give(WRITER, ADDRESS, work.helpOverHttp(visits));
            Matcher commit = COMMIT.matcher(new String(receipt, StandardCharsets.UTF_8));
            if (!commit.find()) {
                throw new IOException("a receipt without a commit");
            }
            return Long.parseLong(commit.group(1));
        }

        /** A question that waits for the commit is answered once all read models have it. */
        private void visible() throws IOException, InterruptedException {
            product.json(READER, "/api/units/hcm-013?atLeast=" + record());
        }

        private static Histogram openLoop(double rate, Duration time, Request request) {
            ConcurrentHistogram found = new ConcurrentHistogram(3);
            OpenLoop.run(rate, time, intended -> {
                try {
                    request.send();
                    found.recordValue(System.nanoTime() - intended);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return found;
        }

        private void latency(String what, Histogram found, double most) {
            session.report.row(what, millis(found, 50), millis(found, 95), millis(found, 99), "ms");
            session.report.bar("row 18: " + what + ", p99", found.getValueAtPercentile(99) / 1e6, most, false, "ms");
        }

        private static String millis(Histogram found, double percentile) {
            return Spread.number(found.getValueAtPercentile(percentile) / 1e6, 1);
        }

        private void clients() throws Exception {
            ClosedLoop loop = new ClosedLoop("clients", product.cpu(), this::record);
            // As many callers at once make other methods hot than the loops before.
            loop.run(CLIENTS, Budget.of(session.sizes.warmUp().multipliedBy(WARM_UPS)));
            Slice slice = loop.run(CLIENTS, Budget.of(time()));
            session.report.bar("row 18: help recorded by 64 clients", slice.perSecond(), 2_000, true, "a second");
            session.report.bar(
                    "row 18: the product's part of it", slice.cpuMicrosEach() / 1e3, 0.8, false, "ms of CPU");
        }

        /** Commands, and readers that each ask once a second. */
        private void mix(Request question) throws Exception {
            openLoop(COMMAND_RATE, session.sizes.warmUp(), this::record);
            long first = record();
            long before = product.liveBytes();
            Thread readers = Thread.ofVirtual().start(() -> openLoop(READERS, MIX, question));
            openLoop(COMMAND_RATE, MIX, this::record);
            readers.join();
            long grown = product.liveBytes() - before;
            session.report.bar(
                    "row 18: live heap after %s minutes of a mix".formatted(Spread.number(MIX.toSeconds() / 60.0, 1)),
                    (double) grown / (record() - first),
                    100,
                    false,
                    "bytes an event");
        }
    }
}
