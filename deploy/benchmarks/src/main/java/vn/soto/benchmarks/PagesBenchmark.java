package vn.soto.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * Row 14: pages on the demo's ledger. It measures the dashboard of a province that became another, made and shared, and
 * its twin as of a moment. It also measures bytes as sent, and the time from a command to 200 open pages that show it.
 */
final class PagesBenchmark implements Benchmark {

    private static final String DASHBOARD = "/dashboards/hcm-001?quarter=2025-Q1&boundaries=as-now";
    private static final String ACCOUNT = "auditor";
    private static final String WRITER = "administrator";
    private static final int OPEN = 200;
    private static final double MOST_RATIO = 2;
    private static final double MOST_BYTES = 22 * 1024;
    private static final List<Double> RATES = List.of(1.0, 100.0);
    private static final double WARM_UP_RATE = 10;
    private static final List<Double> MOST_MILLIS = List.of(500.0, 1_500.0);

    /** Reads the members of every team by name. */
    private static final String READER = "administrator";

    private static final double MOST_CPU = 3;
    private static final int ROUNDS = 8;

    /** Until the compilers have little left to do for such a page: after 16 rounds they take a third of its processor time. */
    private static final int WARM_UP_ROUNDS = 60;

    private static final int IN_A_ROUND = 5;
    private static final int HOMES = 40;
    private static final double MOST_HOME = 60;
    private static final double MOST_COMMANDS = 1;
    private static final Pattern TEAM = Pattern.compile("\"team\":\"([^\"]+)\"");
    private static final Pattern COMMIT = Pattern.compile("\"commit\":(\\d+)");

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 14: pages, on the demo's ledger");
        Path jar = Bench.path("bench.product");
        if (Files.notExists(jar)) {
            session.report.line("**Not measured: " + jar.getFileName() + " was not built.**");
            return;
        }
        try (ServedPages product = ServedPages.start(jar, session.folder("pages"))) {
            measure(
                    session.report,
                    product,
                    session.sizes.warmUp(),
                    session.sizes.openLoop(),
                    10 * session.sizes.rounds());
            teams(session.report, product);
            commands(session.report, product);
            home(session.report, product);
        }
    }

    static void measure(MarkdownReport report, ServedPages product, Duration warmUp, Duration time, int pages)
            throws Exception {
        report.columns("what", "p50", "p95", "p99", "unit");
        // A parameter of the page alone makes it another page of the same answer: none is there already.
        AtomicLong next = new AtomicLong();
        times(product, pages, () -> DASHBOARD + "&view=w" + next.incrementAndGet());
        Histogram made = times(product, pages, () -> DASHBOARD + "&view=x" + next.incrementAndGet());
        Histogram then = times(product, pages, () -> DASHBOARD + "&asOf=37000&view=y" + next.incrementAndGet());
        Histogram shared = times(product, pages, () -> DASHBOARD);
        row(report, "dashboard made", made);
        row(report, "dashboard made, as of a moment", then);
        row(report, "dashboard shared", shared);
        double ratio = (double) then.getValueAtPercentile(50) / made.getValueAtPercentile(50);
        report.bar("row 14: as of a moment to now, median", ratio, MOST_RATIO, false, "x");
        report.bar(
                "row 14: bytes of the dashboard, compressed",
                product.page(ACCOUNT, DASHBOARD).length,
                MOST_BYTES,
                false,
                "bytes");
        List<Live> all = new ArrayList<>();
        live(product, WARM_UP_RATE, warmUp);
        for (int i = 0; i < RATES.size(); i++) {
            double rate = RATES.get(i);
            Live live = live(product, rate, time);
            Histogram latency = live.latency;
            all.add(live);
            row(report, "command to open page, " + OPEN + " pages, " + Spread.number(rate, 0) + " a second", latency);
            report.bar(
                    "row 14: command to open page at " + Spread.number(rate, 0) + " a second, p99",
                    latency.getValueAtPercentile(99) / 1e6,
                    MOST_MILLIS.get(i),
                    false,
                    "ms");
        }
        report.line("");
        // Unlike latencies, it does not grow when others use the machine.
        report.columns("commands a second", "commands", "pages shown", "CPU ms a command", "CPU ms a page shown");
        all.forEach(live -> live.row(report));
    }

    /**
     * The work of {@link #OPEN} open pages while commands were given.
     *
     * @param shown pages that were shown anew
     * @param cpu   processor time of the product
     */
    private record Live(double rate, Histogram latency, long commands, long shown, long cpu) {

        void row(MarkdownReport report) {
            report.row(
                    Spread.number(rate, 0),
                    Long.toString(commands),
                    Long.toString(shown),
                    Spread.number(cpu / 1e6 / commands, 1),
                    Spread.number(cpu / 1e6 / shown, 2));
        }
    }

    private static void row(MarkdownReport report, String what, Histogram nanos) {
        report.row(
                what,
                Spread.number(nanos.getValueAtPercentile(50) / 1e6, 1),
                Spread.number(nanos.getValueAtPercentile(95) / 1e6, 1),
                Spread.number(nanos.getValueAtPercentile(99) / 1e6, 1),
                "ms");
    }

    /** The pages of teams for a reader without names and one for whom names are opened: at the same commit, and each after another. */
    private static void teams(MarkdownReport report, ServedPages product) throws Exception {
        List<String> teams = pagesOfTeams(product);
        report.line("");
        report.columns("page of a team", "CPU", "unit");
        for (String reader : List.of(ACCOUNT, READER)) {
            String session = product.session(reader);
            rounds(product, session, teams, false, WARM_UP_ROUNDS);
            Spread again = rounds(product, session, teams, false, ROUNDS);
            rounds(product, session, teams, true, ROUNDS);
            Spread made = rounds(product, session, teams, true, ROUNDS);
            report.row("again, " + reader, again.text(1), "ms");
            report.row("after a commit, " + reader, made.text(1), "ms");
            report.bar("row 14: CPU of the page of a team, " + reader, again.median(), MOST_CPU, false, "ms");
        }
    }

    private static List<String> pagesOfTeams(ServedPages product) throws Exception {
        List<String> teams = new ArrayList<>();
        Matcher team = TEAM.matcher(new String(product.json(READER, "/api/teams?limit=50"), StandardCharsets.UTF_8));
        while (team.find()) {
            teams.add("/teams/" + team.group(1));
        }
        return teams;
    }

    /**
     * The commands to which the answer about a team leads. They are in the answer about now, and not in that as of the last commit,
     * which is otherwise the same.
     */
    private static void commands(MarkdownReport report, ServedPages product) throws Exception {
        List<String> teams = pagesOfTeams(product);
        long with = 0;
        long without = 0;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long commit = register(product);
            long begun = product.cpu().nanos();
            answers(product, teams, "");
            long between = product.cpu().nanos();
            answers(product, teams, "?asOf=" + commit);
            with += i < ROUNDS ? 0 : between - begun;
            without += i < ROUNDS ? 0 : product.cpu().nanos() - between;
        }
        report.bar(
                "row 14: CPU of the commands of a team's page",
                (with - without) / 1e6 / ROUNDS / teams.size(),
                MOST_COMMANDS,
                false,
                "ms");
    }

    private static void answers(ServedPages product, List<String> pages, String moment) throws Exception {
        for (String page : pages) {
            product.json(WRITER, "/api" + page + moment);
        }
    }

    /** Processor time of a page in milliseconds; each round asks each page several times, because Linux counts in hundredths of a second. */
    private static Spread rounds(ServedPages product, String session, List<String> pages, boolean anew, int count)
            throws Exception {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long used = 0;
            for (int j = 0; j < IN_A_ROUND; j++) {
                if (anew) {
                    product.json(WRITER, "/api/units?atLeast=" + register(product));
                }
                long begun = product.cpu().nanos();
                for (String page : pages) {
                    product.pageOf(session, page);
                }
                used += product.cpu().nanos() - begun;
            }
            all.add(used / 1e6 / IN_A_ROUND / pages.size());
        }
        return Spread.of(all, each -> each);
    }

    /** The home of an auditor, made after a commit. Projecting the commit meanwhile counts, too. */
    private static void home(MarkdownReport report, ServedPages product) throws Exception {
        String session = product.session(ACCOUNT);
        long used = 0;
        for (int i = 0; i < 2 * HOMES; i++) {
            register(product);
            long begun = product.cpu().nanos();
            product.pageOf(session, "/");
            used += i < HOMES ? 0 : product.cpu().nanos() - begun;
        }
        report.bar("row 14: CPU of the home of an auditor, after a commit", used / 1e6 / HOMES, MOST_HOME, false, "ms");
    }

    /** The next address to be asked. */
    @FunctionalInterface
    private interface Next {
        String address();
    }

    private static Histogram times(ServedPages product, int count, Next next) throws Exception {
        Histogram nanos = new Histogram(3);
        for (int i = 0; i < count; i++) {
            String address = next.address();
            long begun = System.nanoTime();
            product.page(ACCOUNT, address);
            nanos.recordValue(System.nanoTime() - begun);
        }
        return nanos;
    }

    /** Twenty addresses, all of which each command touches. */
    private static List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (String unit : List.of("hcm-001", "hcm-013")) {
            for (String quarter : List.of("2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")) {
                for (String view : List.of("table", "chart")) {
                    addresses.add("/dashboards/" + unit + "?boundaries=as-now&quarter=" + quarter + "&view=" + view);
                }
            }
        }
        return addresses;
    }

    private static Live live(ServedPages product, double rate, Duration time) throws Exception {
        AtomicLong last = new AtomicLong();
        try (OpenPages pages = new OpenPages(product, ACCOUNT, addresses(), OPEN)) {
            long before = product.cpu().nanos();
            long commands = OpenLoop.run(rate, time, intended -> {
                long commit = register(product);
                pages.recorded(commit, intended);
                last.accumulateAndGet(commit, Math::max);
            });
            pages.awaitShown(last.get());
            return new Live(
                    rate,
                    pages.latency().copy(),
                    commands,
                    pages.shown(),
                    product.cpu().nanos() - before);
        }
    }

    private static long register(ServedPages product) {
        String body = "{\"unit\":\"bau-bang-07\",\"reference\":\"" + reference() + "\"}";
        try {
            String receipt = new String(product.give(WRITER, "/api/households", body), StandardCharsets.UTF_8);
            Matcher commit = COMMIT.matcher(receipt);
            if (!commit.find()) {
                throw new IOException("a receipt without a commit: " + receipt);
            }
            return Long.parseLong(commit.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Four letters and a number, because more letters may be a name, more digits a phone number. */
    private static String reference() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return random.ints(4, 'A', 'Z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + "-"
                + random.nextInt(10_000);
    }
}
