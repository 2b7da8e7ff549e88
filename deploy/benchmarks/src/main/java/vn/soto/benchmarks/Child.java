package vn.soto.benchmarks;

import java.io.IOException;
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

    /** Has a start use what the rehearsal left beside the program, as {@code deploy/bin/run} does; no option if there is nothing. */
    static List<String> loadedClasses(Path jar) throws IOException {
        try (Stream<Path> files = Files.list(jar.resolveSibling("."))) {
            return files.filter(file -> file.toString().endsWith(".aot"))
                    .limit(1)
                    .map(file -> "-XX:AOTCache=" + file)
                    .toList();
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
