package vn.soto.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Row 6: the whole product as a user starts it, empty and on the demo's ledger: until it listens, and until answers are whole. */
final class StartBenchmark implements Benchmark {

    private static final String LISTENS = "listens at";
    private static final String WHOLE = "answers are up to date";

    private static final double MOST_SECONDS = 3;

    /** @param cpu seconds of processor time until it listens */
    private record Started(double listens, double cpu, double whole, double peakMegabytes) {}

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading(
                "Row 6: start of the product, empty and with the demo's ledger, read models folded anew");
        Path jar = Bench.path("bench.product");
        if (Files.notExists(jar)) {
            session.report.line("**Not measured: " + jar.getFileName() + " was not built.**");
            return;
        }
        session.report.columns("", "listens after s", "of CPU s", "answers whole after s", "peak memory MB");
        List<Started> empty = starts(session, jar, "start-empty", "--soto.demo=false");
        List<Started> demo = starts(session, jar, "start");
        row(session, "empty, first start", empty.subList(0, 1));
        row(session, "empty, later starts", empty.subList(1, empty.size()));
        row(session, "first start, which makes the demo", demo.subList(0, 1));
        row(session, "later starts", demo.subList(1, demo.size()));
        session.report.bar(
                "row 6: start of an empty ledger, until it listens",
                Spread.of(empty.subList(1, empty.size()), Started::listens).median(),
                MOST_SECONDS,
                false,
                "s");
    }

    /** A first start, and some over what it left. */
    private static List<Started> starts(BenchmarkRun session, Path jar, String name, String... settings)
            throws Exception {
        Path data = session.folder(name);
        List<Started> starts = new ArrayList<>();
        for (int i = 0; i <= session.sizes.rounds(); i++) {
            starts.add(start(jar, data, settings));
        }
        return starts;
    }

    private static void row(BenchmarkRun session, String what, List<Started> starts) {
        session.report.row(
                what,
                Spread.of(starts, Started::listens).text(1),
                Spread.of(starts, Started::cpu).text(1),
                Spread.of(starts, Started::whole).text(1),
                Spread.of(starts, Started::peakMegabytes).text(0));
    }

    private static Started start(Path jar, Path data, String... settings) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(Child.java(), "--enable-native-access=ALL-UNNAMED"));
        command.addAll(Child.loadedClasses(jar));
        command.addAll(List.of("-jar", jar.toString(), "--server.port=0", "--soto.data=" + data));
        command.addAll(List.of(settings));
        Process product = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = product.inputReader(StandardCharsets.UTF_8)) {
            double listens = after(begin, lines, LISTENS);
            double cpu = CpuMeter.of(product.toHandle()).nanos() / 1e9;
            double whole = after(begin, lines, WHOLE);
            return new Started(listens, cpu, whole, Child.peakMegabytes(String.valueOf(product.pid())));
        } finally {
            product.destroy();
            if (!product.waitFor(30, TimeUnit.SECONDS)) {
                product.destroyForcibly();
            }
        }
    }

    private static double after(long begin, BufferedReader lines, String text) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return (System.nanoTime() - begin) / 1e9;
            }
        }
        throw new IOException("the product ended before it said: " + text);
    }
}
