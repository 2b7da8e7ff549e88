package vn.soto.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Row 6: the whole product as a user starts it, on the demo's ledger: until it listens, and until answers are whole. */
final class StartBenchmark implements Benchmark {

    private static final String LISTENS = "listens at";
    private static final String WHOLE = "answers are up to date";

    private record Started(double listens, double whole, double peakMegabytes) {}

    @Override
    public void measure(BenchmarkRun session) throws Exception {
        session.report.heading("Row 6: start of the product with the demo's ledger, read models folded anew");
        Path jar = Bench.path("bench.product");
        if (Files.notExists(jar)) {
            session.report.line("**Not measured: " + jar.getFileName() + " was not built.**");
            return;
        }
        Path data = session.folder("start");
        Started first = start(jar, data);
        List<Started> again = new ArrayList<>();
        for (int i = 0; i < session.sizes.rounds(); i++) {
            again.add(start(jar, data));
        }
        session.report.columns("", "listens after s", "answers whole after s", "peak memory MB");
        session.report.row(
                "first start, which makes the demo",
                Spread.number(first.listens, 1),
                Spread.number(first.whole, 1),
                Spread.number(first.peakMegabytes, 0));
        session.report.row(
                "later starts",
                Spread.of(again, Started::listens).text(1),
                Spread.of(again, Started::whole).text(1),
                Spread.of(again, Started::peakMegabytes).text(0));
    }

    private static Started start(Path jar, Path data) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(Child.java(), "--enable-native-access=ALL-UNNAMED"));
        loadedClasses(jar).forEach(file -> command.add("-XX:AOTCache=" + file));
        command.addAll(List.of("-jar", jar.toString(), "--server.port=0", "--soto.data=" + data));
        Process product = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = product.inputReader(StandardCharsets.UTF_8)) {
            double listens = after(begin, lines, LISTENS);
            double whole = after(begin, lines, WHOLE);
            return new Started(listens, whole, Child.peakMegabytes(String.valueOf(product.pid())));
        } finally {
            product.destroy();
            if (!product.waitFor(30, TimeUnit.SECONDS)) {
                product.destroyForcibly();
            }
        }
    }

    /**
     * The recording of loaded classes that the rehearsal of a start left beside the program, as {@code deploy/bin/run}
     * uses it.
     */
    private static List<Path> loadedClasses(Path jar) throws IOException {
        try (Stream<Path> files = Files.list(jar.resolveSibling("."))) {
            return files.filter(file -> file.toString().endsWith(".aot"))
                    .limit(1)
                    .toList();
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
