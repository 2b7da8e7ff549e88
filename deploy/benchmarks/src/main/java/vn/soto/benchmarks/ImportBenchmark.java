package vn.soto.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Row 9: a file of households, from its bytes to a completed plan, in a process of its own with little memory. */
final class ImportBenchmark implements Benchmark {

    private static final double ASKED_SECONDS = 30;

    private static final double MOST_MILLIS = 0.5;

    /** @param cpuMillis of a row of a further file, into the unit that the first one has filled; {@code millis} by the clock */
    private record Imported(double dryRun, double whole, double peakMegabytes, double millis, double cpuMillis) {}

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        int households = session.sizes.households();
        session.report.heading("Row 9: a file of " + Spread.number(households) + " households, heap of 256 MB");
        session.report.columns(
                "", "dry run s", "import s", "households/s", "peak memory MB", "a row more, ms", "CPU ms");
        Spread registered = row(session, households, false);
        row(session, households, true);
        session.report.bar(
                "row 9: a row more into the full unit",
                session.found("a row into a full unit").orElse(0),
                MOST_MILLIS,
                false,
                "ms of CPU");
        session.report.bar(
                "row 9: import of " + Spread.number(households) + " households",
                registered.median(),
                ASKED_SECONDS,
                false,
                "s");
    }

    /** @param assign whether each has a responsible member too, which doubles the commands */
    private static Spread row(BenchmarkRun session, int households, boolean assign) throws Exception {
        List<Imported> runs = new ArrayList<>();
        for (int i = 0; i < session.sizes.imports(); i++) {
            runs.add(run(session.folder("import-" + assign + "-" + i), households, assign));
        }
        Spread whole = Spread.of(runs, Imported::whole);
        session.report.row(
                assign ? "registered and assigned" : "registered",
                Spread.of(runs, Imported::dryRun).text(1),
                whole.text(1),
                Spread.of(runs, run -> households / run.whole).text(0),
                Spread.of(runs, Imported::peakMegabytes).text(0),
                Spread.of(runs, Imported::millis).text(2),
                Spread.of(runs, Imported::cpuMillis).text(2));
        if (!assign) {
            session.found(
                    "a row into a full unit",
                    Spread.of(runs, Imported::cpuMillis).median());
        }
        return whole;
    }

    private static Imported run(Path folder, int households, boolean assign) throws IOException {
        Process child = new ProcessBuilder(
                        Child.java(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HouseholdsImport.class.getName(),
                        folder.toString(),
                        String.valueOf(households),
                        String.valueOf(assign))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Stream<String> lines = child.inputReader(StandardCharsets.UTF_8).lines()) {
            return lines.filter(line -> line.startsWith(HouseholdsImport.MARK))
                    .map(line -> line.split(" ", -1))
                    .map(words -> new Imported(
                            Double.parseDouble(words[1]),
                            Double.parseDouble(words[2]),
                            Double.parseDouble(words[3]),
                            Double.parseDouble(words[4]),
                            Double.parseDouble(words[5])))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the import ended before it was complete"));
        }
    }
}
