package vn.soto.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.allinone.account.AccountsFile;

/** The all-in-one as a process of its own on a free port, started as {@code deploy/bin/run} does. */
public final class AllInOne implements AutoCloseable {

    private static final String PATIENCE = "--soto.query.read-your-writes-timeout=";
    static final String WITHOUT_DEMO = "--soto.demo=false";
    private static final String WARM_UP = "--soto.warm-up=";
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final JsonMapper JSON = new JsonMapper();
    /** Long enough to load the demo beside anything else. */
    private static final Duration HANG = Duration.ofMinutes(10);

    private final Process process;
    private final Path data;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    /** Most of these processes end before optimised compilation pays off. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final HttpClient http = HttpClient.newHttpClient();

    private AllInOne(Process process, Path data) {
        this.process = process;
        this.data = data;
        Thread.ofVirtual().start(this::read);
    }

    /** Starts with a command in front of the java command, such as one that traces system calls. */
    public static AllInOne start(List<String> before, Path data, String... settings) {
        return start(before, List.of(sharedClasses()), data, settings);
    }

    /** The option of a JVM that maps classes into memory which another product has loaded, instead of loading them. */
    public static String sharedClasses() {
        return "-XX:SharedArchiveFile=" + FirstStart.classes();
    }

    /** @param options of the JVM */
    public static AllInOne start(List<String> before, List<String> options, Path data, String... settings) {
        List<String> ofTheJvm =
                Stream.concat(SHORT_LIVED.stream(), options.stream()).toList();
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(Program.START.toString(), Program.jar("soto.jar").toString(), "--server.port=0"));
        // A query that names a commit waits for it as long as it takes on a busy machine.
        if (Stream.of(settings).noneMatch(setting -> setting.startsWith(PATIENCE))) {
            command.add(PATIENCE + "2m");
        }
        // Seconds of each start; ColdStartIT and ReadmeIT start as a user does.
        if (Stream.of(settings).noneMatch(setting -> setting.startsWith(WARM_UP))) {
            command.add(WARM_UP + "false");
        }
        // Callers of tests are many clients behind one address.
        command.add("--soto.http.max-requests-per-minute=100000000");
        command.add("--soto.data=" + data);
        command.addAll(List.of(settings));
        if (List.of(settings).contains(WITHOUT_DEMO)) {
            FirstStart.copyAccountsTo(data);
        }
        try {
            return new AllInOne(Program.builder(command, ofTheJvm).start(), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static AllInOne start(Path data, String... settings) {
        return start(List.of(), data, settings);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
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

    /** The address of the process; waits until it listens. */
    public URI address() {
        try {
            return address.get(HANG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("it does not listen:\n" + output(), e);
        }
    }

    /** Waits until it listens, or has ended before. */
    public void awaitStarted() {
        address.handle((listens, ended) -> "")
                .orTimeout(HANG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Waits until the read models include the present tail of the ledger; each query itself waits some seconds. */
    public void awaitCaughtUp() {
        long tail = json("auditor", "/api/units").at("/freshness/ledger").asLong();
        HttpResponse<String> answer = get("auditor", "/api/units?atLeast=" + tail);
        long begun = System.nanoTime();
        while (answer.statusCode() == 503
                && System.nanoTime() - begun < Duration.ofMinutes(2).toNanos()) {
            answer = get("auditor", "/api/units?atLeast=" + tail);
        }
        if (answer.statusCode() != 200) {
            throw new AssertionError("not up to date: " + answer.body() + "\n" + output());
        }
    }

    public String output() {
        return String.join("\n", output);
    }

    public HttpResponse<String> get(String role, String path, String... headers) {
        return send(request(role, path, headers).GET());
    }

    public HttpResponse<String> post(String role, String path, String body, String... headers) {
        return send(request(role, path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public JsonNode json(String role, String path) {
        HttpResponse<String> response = get(role, path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    public HttpRequest.Builder request(String role, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path));
        if (!role.isEmpty()) {
            request.header("Authorization", basic(role, password(role)));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    /** Of every account in the file of accounts, by its name. */
    public Map<String, String> passwords() {
        return passwords(data);
    }

    /** Of every account in the file of accounts of a data folder, by its name. */
    public static Map<String, String> passwords(Path data) {
        Path file = data.resolve(FirstStart.ACCOUNTS);
        if (Files.notExists(file)) {
            throw new IllegalStateException("there is no " + file);
        }
        return AccountsFile.read(file).stream()
                .collect(Collectors.toMap(AccountsFile.Line::name, AccountsFile.Line::password));
    }

    public String password(String role) {
        return passwords().getOrDefault(role, "");
    }

    /** The header of a request by an account. */
    public static String basic(String account, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(http, request);
    }

    /** The answer as text; fails where there is none. */
    public static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For requests whose answers are not taken as a whole. */
    public HttpClient http() {
        return http;
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
        process.destroyForcibly();
        awaitExit();
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
        // Behind a tracing command, the product is a child process.
        List<ProcessHandle> children = process.descendants().toList();
        (children.isEmpty() ? List.of(process.toHandle()) : children).forEach(ProcessHandle::destroy);
        awaitExit();
        http.close();
    }
}
