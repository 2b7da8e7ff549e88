package vn.soto.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine a figure was measured on. */
final class Machine {

    private Machine() {}

    static List<String> facts() throws IOException {
        return List.of(
                Runtime.getRuntime().availableProcessors() + " x " + field("/proc/cpuinfo", "model name") + ", "
                        + field("/proc/meminfo", "MemTotal") + " memory",
                "kernel " + System.getProperty("os.version") + ", load when it began "
                        + first(Path.of("/proc/loadavg")).substring(0, 14),
                "disk " + disk() + ", one write and sync of 4 kB " + syncMicros() + " us (median of 100)",
                "JDK " + Runtime.version() + ", heap up to "
                        + Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MB");
    }

    /** The first line a command prints; empty if there is no such command. */
    static Optional<String> output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? text.lines().findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String disk() throws IOException {
        var store = Files.getFileStore(Path.of("").toAbsolutePath());
        return store.name() + " (" + store.type() + ")";
    }

    /** The cost of one synced write on this machine. */
    private static long syncMicros() throws IOException {
        Path file = Files.createTempFile(Path.of("").toAbsolutePath(), "sync", null);
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            long[] micros = new long[100];
            for (int i = 0; i < micros.length; i++) {
                long begin = System.nanoTime();
                channel.write(java.nio.ByteBuffer.allocate(4096));
                channel.force(false);
                micros[i] = (System.nanoTime() - begin) / 1_000;
            }
            java.util.Arrays.sort(micros);
            return micros[micros.length / 2];
        } finally {
            Files.delete(file);
        }
    }

    private static String field(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("?");
        }
    }

    private static String first(Path file) throws IOException {
        return Files.readAllLines(file).getFirst();
    }
}
