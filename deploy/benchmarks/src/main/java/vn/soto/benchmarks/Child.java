package vn.soto.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Other processes of the same Java. */
final class Child {

    private Child() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Gives a command to a running process of Java, as {@code jcmd} does. */
    static void command(long process, String... words) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        List<String> all = Stream.concat(Stream.of(jcmd, Long.toString(process)), Stream.of(words))
                .toList();
        Process given = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(given.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (given.waitFor() != 0) {
            throw new IOException(all + ": " + said);
        }
    }

    /** Most memory a process was resident with so far; {@code self} is this one. */
    static double peakMegabytes(String process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", process, "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        }
    }
}
