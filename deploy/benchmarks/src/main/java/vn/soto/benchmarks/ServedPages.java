package vn.soto.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged product with the demo in a process of its own, asked by its accounts as browsers ask. */
final class ServedPages implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final String WHOLE = "answers are up to date";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final List<Process> started;
    private final CpuMeter cpu;
    private final URI address;
    private final Map<String, String> credentials;

    private ServedPages(List<Process> started, CpuMeter cpu, URI address, Path accounts) throws IOException {
        this.started = started;
        this.cpu = cpu;
        this.address = address;
        try (Stream<String> lines = Files.lines(accounts)) {
            this.credentials = lines.filter(line -> line.indexOf(':') > 0)
                    .collect(Collectors.toMap(line -> line.split(":", 2)[0], ServedPages::basic));
        }
    }

    private static String basic(String line) {
        return "Basic " + Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8));
    }

    /** One that runs already, with limits as {@link #start} sets them. */
    static ServedPages running(ProcessHandle process, URI address, Path data) throws IOException {
        return new ServedPages(List.of(), CpuMeter.of(process), address, data.resolve("accounts"));
    }

    /** Starts it; the callers of a benchmark are few accounts behind one address, so that limits of both are out of the way. */
    static ServedPages start(Path jar, Path data) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Child.java(), "--enable-native-access=ALL-UNNAMED", "@" + Bench.path("bench.memory")));
        command.addAll(Child.loadedClasses(jar));
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.port=0",
                "--soto.http.max-requests-per-minute=100000000",
                "--soto.http.unknown.max-requests-per-minute=100000000",
                "--soto.http.max-connections-per-client=5000",
                "--soto.http.max-requests-per-client=5000",
                "--soto.http.max-requests=5000",
                "--soto.live.per-account=1000",
                "--soto.data=" + data));
        Process product = new ProcessBuilder(command).redirectErrorStream(true).start();
        URI address = null;
        BufferedReader lines = product.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (address == null && found.find()) {
                address = URI.create(found.group());
            }
            if (line.contains(WHOLE) && address != null) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(rest -> {}));
                CpuMeter cpu = CpuMeter.of(product.toHandle());
                return new ServedPages(List.of(product), cpu, address, data.resolve("accounts"));
            }
        }
        throw new IOException("the product ended before its answers were whole");
    }

    /** Processor time of the product. */
    CpuMeter cpu() {
        return cpu;
    }

    /** A page or a part of it, as compressed as it is sent. */
    byte[] page(String account, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(account, path).header("Accept", "text/html").header("Accept-Encoding", "gzip");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return checked(http.send(request.build(), BodyHandlers.ofByteArray()), 200);
    }

    /** The cookies of an account that signed in, as browsers send them. */
    String session(String account) throws IOException, InterruptedException {
        String password = new String(
                        Base64.getDecoder()
                                .decode(credentials
                                        .getOrDefault(account, "Basic ")
                                        .substring("Basic ".length())),
                        StandardCharsets.UTF_8)
                .split(":", 2)[1];
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("account=" + account + "&to=%2Fme&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build();
        return http.send(request, BodyHandlers.discarding()).headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    /** A page of somebody who is signed in. */
    byte[] pageOf(String session, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Cookie", session)
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .build();
        return checked(http.send(request, BodyHandlers.ofByteArray()), 200);
    }

    byte[] json(String account, String path) throws IOException, InterruptedException {
        return checked(
                http.send(
                        request(account, path)
                                .header("Accept", "application/json")
                                .build(),
                        BodyHandlers.ofByteArray()),
                200);
    }

    byte[] give(String account, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = request(account, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return checked(http.send(request, BodyHandlers.ofByteArray()), 201);
    }

    /** The stream of commits; ends when it is closed. */
    InputStream live(String account) throws IOException, InterruptedException {
        HttpRequest request = request(account, "/api/live")
                .header("Accept", "text/event-stream")
                .build();
        return http.send(request, BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", credentials.getOrDefault(account, ""));
    }

    private static byte[] checked(HttpResponse<byte[]> answer, int expected) throws IOException {
        if (answer.statusCode() != expected) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** The most memory that it was resident with so far. */
    double peakMegabytes() throws IOException {
        return Child.peakMegabytes(Long.toString(started.getFirst().pid()));
    }

    /** Bytes that are in use after a full collection. */
    long liveBytes() throws IOException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(started.getFirst().pid()),
                        "GC.class_histogram")
                .start();
        try (BufferedReader lines = asked.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        started.forEach(Process::destroy);
        // It writes its files until its end.
        started.forEach(product -> product.onExit().join());
    }
}
