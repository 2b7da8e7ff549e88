package vn.soto.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Runs rows and appends what they found to the file of the day. {@code deploy/bin/bench} starts it and sets four system
 * properties:
 * <ul>
 * <li>{@code bench.work}: a folder on the disk in question;
 * <li>{@code bench.emmett}: the peer's folder;
 * <li>{@code bench.product}: the executable jar;
 * <li>{@code bench.results}: the folder of those files.
 * </ul>
 */
public final class Bench {

    static final String SMOKE = "smoke";

    private Bench() {}

    /** Every row by the name it is called with, in the order of a whole run. */
    static SequencedMap<String, Benchmark> rows() {
        SequencedMap<String, Benchmark> rows = new LinkedHashMap<>();
        rows.put("create", new AppendBenchmark(Work.CREATE));
        rows.put("append", new AppendBenchmark(Work.APPEND));
        rows.put("stream", new StreamBenchmark());
        rows.put("processor", new ProcessorBenchmark());
        rows.put("visible", new VisibilityBenchmark());
        rows.put("start", new StartBenchmark());
        rows.put("heap", new HeapBenchmark());
        rows.put("mixed", new MixedBenchmark());
        rows.put("import", new ImportBenchmark());
        rows.put("figures", new FiguresBenchmark());
        rows.put("check", new CheckBenchmark());
        rows.put("verify", new VerifyBenchmark());
        rows.put("files", new FileBenchmark());
        rows.put("grants", new GrantsBenchmark());
        rows.put("history", new HistoryBenchmark());
        rows.put("emulator", new EmulatorBenchmark());
        rows.put("pages", new PagesBenchmark());
        rows.put("year", new YearBenchmark());
        rows.put("load", new LoadBenchmark());
        return rows;
    }

    /** The rows of `smoke`, in small sizes; `start` is left out because the demo's size is given. */
    static List<String> smoke() {
        return List.of(
                "create",
                "append",
                "stream",
                "processor",
                "visible",
                "heap",
                "import",
                "figures",
                "check",
                "verify",
                "files",
                "grants",
                "history",
                "emulator");
    }

    public static void main(String[] arguments) {
        int exit = 1;
        try {
            exit = run(List.of(arguments));
        } catch (Exception e) {
            LoggerFactory.getLogger(Bench.class).error("the run broke off", e);
        } finally {
            // A failed contestant may leave threads running.
            System.exit(exit);
        }
    }

    private static int run(List<String> asked) throws Exception {
        SequencedMap<String, Benchmark> all = rows();
        boolean smoke = asked.contains(SMOKE);
        List<String> names = smoke ? smoke() : asked.isEmpty() ? List.copyOf(all.keySet()) : asked;
        if (!all.keySet().containsAll(names)) {
            System.err.println("bench [row ...], rows: " + String.join(" ", all.keySet()) + " " + SMOKE);
            return 2;
        }
        MarkdownReport report = new MarkdownReport(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        Clock clock = Clock.systemUTC();
        Instant start = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        report.line("");
        report.line("## " + start + ", `"
                + String.join(
                        " ",
                        Stream.concat(Stream.of("deploy/bin/bench"), asked.stream())
                                .toList()) + "`");
        Sizes sizes = smoke ? Sizes.smoke() : Sizes.full();
        try (BenchmarkRun session = new BenchmarkRun(sizes, report, clock, path("bench.work"), path("bench.emmett"))) {
            about(session);
            for (Map.Entry<String, Benchmark> row : all.entrySet()) {
                if (names.contains(row.getKey())) {
                    row.getValue().measure(session);
                }
            }
            report.writeBars();
        } finally {
            if (!smoke) {
                report.appendToDay(path("bench.results"), LocalDate.ofInstant(start, ZoneOffset.UTC));
            }
        }
        return 0;
    }

    private static void about(BenchmarkRun session) throws Exception {
        session.report.line("");
        for (String fact : Machine.facts()) {
            session.report.line("- " + fact);
        }
        for (String version : session.versions()) {
            session.report.line("- " + version);
        }
    }

    static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("run it by deploy/bin/bench, which sets " + property);
        }
        return Path.of(value).toAbsolutePath();
    }
}
