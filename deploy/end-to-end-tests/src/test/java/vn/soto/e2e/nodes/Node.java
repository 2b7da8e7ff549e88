package vn.soto.e2e.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.soto.harness.Program;
import vn.soto.harness.Signal;

/** One process of a province, from its jar, on free ports of this machine. */
final class Node implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("listens at (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern ACTUATOR = Pattern.compile("metrics at (http://127\\.0\\.0\\.1:\\d+/actuator)");

    /** Several nodes share a small machine and live for minutes. */
    static final List<String> SMALL = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MetaspaceSize=256m",
            "-XX:ReservedCodeCacheSize=256m");

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final CompletableFuture<URI> actuator = new CompletableFuture<>();

    private Node(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    /** @param jar the system property with the path of the jar */
    static Node start(String jar, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Program.START.toString(), Program.jar(jar).toString()));
        command.add("--soto.warm-up=false");
        // Callers of tests are many clients behind one address.
        command.add("--soto.http.max-requests-per-minute=100000000");
        command.add("--soto.http.unknown.max-requests-per-minute=100000000");
        command.addAll(arguments);
        try {
            return new Node(Program.builder(command, SMALL).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                find(ADDRESS, line, address);
                find(ACTUATOR, line, actuator);
            }
        } catch (IOException e) {
            output.add("(output ended: " + e.getMessage() + ")");
        }
        address.completeExceptionally(new IllegalStateException("ended:\n" + output()));
        actuator.completeExceptionally(new IllegalStateException("ended:\n" + output()));
    }

    private static void find(Pattern pattern, String line, CompletableFuture<URI> found) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find()) {
            found.complete(URI.create(matcher.group(1)));
        }
    }

    URI address() {
        return await(address);
    }

    URI actuator() {
        return await(actuator);
    }

    private URI await(CompletableFuture<URI> found) {
        try {
            return found.get(120, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("it does not listen:\n" + output(), e);
        }
    }

    String output() {
        return String.join("\n", output);
    }

    int awaitExit() {
        return Program.awaitExit(process, this::output);
    }

    /** Kills the process with SIGKILL, like a power failure. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Suspends the process without notice, like a suspended machine. */
    void pause() {
        Signal.STOP.send(process);
    }

    void resume() {
        Signal.CONT.send(process);
    }

    @Override
    public void close() {
        process.destroy();
        awaitExit();
    }
}
