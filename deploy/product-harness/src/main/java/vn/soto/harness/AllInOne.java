package vn.soto.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The all-in-one as a process of its own on a free port, started as {@code deploy/bin/run} does. */
public final class AllInOne extends ProductClient {

    private static final String PATIENCE = "--soto.query.read-your-writes-timeout=";
    static final String WITHOUT_DEMO = "--soto.demo=false";
    private static final String WARM_UP = "--soto.warm-up=";
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    /** Long enough to load the demo beside anything else. */
    private static final Duration HANG = Duration.ofMinutes(10);

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final CompletableFuture<String> warm = new CompletableFuture<>();
    /**
     * Most of these processes end before optimised compilation pays off. Each collection copies the read models that grow: half a gigabyte
     * fills before one, and none makes room for classes or compiled code.
     */
    private static final List<String> SHORT_LIVED = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xms1g",
            "-Xmn512m",
            "-XX:+UseTransparentHugePages",
            "-XX:MetaspaceSize=256m",
            "-XX:ReservedCodeCacheSize=256m");

    private AllInOne(Process process, Path data) {
        super(data);
        this.process = process;
        // A pipe is read in native code: virtual threads that do so keep their carriers from all others.
        Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts with a command in front of the java command, such as one that traces system calls. */
    public static AllInOne start(List<String> before, Path data, String... settings) {
        return start(before, List.of(), data, settings);
    }

    /** @param options of the JVM */
    public static AllInOne start(List<String> before, List<String> options, Path data, String... settings) {
        return run(
                Stream.concat(before.stream(), Stream.of(Program.START.toString()))
                        .toList(),
                Stream.concat(SHORT_LIVED.stream(), options.stream()).toList(),
                data,
                settings);
    }

    /**
     * Starts with the compilers and the collector of a delivered product, and with what it learnt in a rehearsal, for a test that measures
     * times.
     */
    public static AllInOne asDelivered(Path data, String... settings) {
        return asDelivered(List.of(), data, settings);
    }

    /** @param options of the JVM that change nothing of it */
    public static AllInOne asDelivered(List<String> options, Path data, String... settings) {
        return run(List.of(Program.START.toString(), "--rehearse"), options, data, settings);
    }

    private static AllInOne run(List<String> starting, List<String> ofTheJvm, Path data, String... settings) {
        List<String> command = new ArrayList<>(starting);
        command.addAll(List.of(Program.jar("soto.jar").toString(), "--server.port=0"));
        // A query that names a commit waits for it as long as it takes on a busy machine.
        addUnlessSet(PATIENCE, "2m", settings, command);
        // Seconds of each start; ColdStartIT and ReadmeIT start as a user does.
        addUnlessSet(WARM_UP, "false", settings, command);
        // Callers of tests are many clients behind one address.
        addUnlessSet("--soto.http.max-requests-per-minute=", "100000000", settings, command);
        addUnlessSet("--soto.http.unknown.max-requests-per-minute=", "100000000", settings, command);
        command.add("--soto.data=" + data);
        command.addAll(List.of(settings));
        if (List.of(settings).contains(WITHOUT_DEMO)) {
            TestAccounts.in(data);
        }
        try {
            return new AllInOne(Program.builder(command, ofTheJvm).start(), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addUnlessSet(String setting, String value, String[] settings, List<String> command) {
        if (Stream.of(settings).noneMatch(each -> each.startsWith(setting))) {
            command.add(setting + value);
        }
    }

    public static AllInOne start(Path data, String... settings) {
        return start(List.of(), data, settings);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.contains("loaded ahead")) {
                    warm.complete(line);
                }
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address.complete(URI.create(matcher.group()));
                }
            }
        } catch (IOException e) {
            output.add("(output ended: " + e.getMessage() + ")");
        }
        address.completeExceptionally(new IllegalStateException("ended before it listened:\n" + output()));
    }

    /** Waits until it listens. */
    @Override
    public URI address() {
        try {
            return address.get(HANG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("it does not listen:\n" + output(), e);
        }
    }

    /** Waits until it has loaded ahead what requests need. */
    public void awaitWarm() {
        warm.orTimeout(HANG.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Waits until it listens, or has ended before. */
    public void awaitStarted() {
        address.handle((listens, ended) -> "")
                .orTimeout(HANG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public String output() {
        return String.join("\n", output);
    }

    /** A dump of the process's threads, carriers of virtual ones among them. */
    public String threads() {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process itself; the script that started it became it. */
    public Process process() {
        return process;
    }

    public int awaitExit() {
        return Program.awaitExit(process, this::output);
    }

    public void kill() {
        product().forEach(ProcessHandle::destroyForcibly);
        awaitExit();
    }

    /** Behind a tracing command, the product is a child process. */
    private List<ProcessHandle> product() {
        List<ProcessHandle> children = process.descendants().toList();
        return children.isEmpty() ? List.of(process.toHandle()) : children;
    }

    /** Suspends the process: it neither runs nor ends until {@link #resume}. */
    public void pause() {
        Signal.STOP.send(process);
    }

    public void resume() {
        Signal.CONT.send(process);
    }

    /** Stops the process as an operator would, and waits. */
    @Override
    public void close() {
        product().forEach(ProcessHandle::destroy);
        awaitExit();
        super.close();
    }
}
