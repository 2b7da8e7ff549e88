package vn.soto.harness;

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
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.allinone.account.AccountsFile;

/** Requests to a product by the accounts of its data folder. */
public abstract class ProductClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path data;
    private final HttpClient http = HttpClient.newHttpClient();

    protected ProductClient(Path data) {
        this.data = data;
    }

    public abstract URI address();

    /** The output of the product so far, if it is a process of its own. */
    public String output() {
        return "";
    }

    /** Waits until the read models include the present tail of the ledger; each query itself waits some seconds. */
    public void awaitCaughtUp() {
        long begun = System.nanoTime();
        HttpResponse<String> answer;
        do {
            // Right after a start there is no answer at all.
            answer = get("auditor", "/api/units");
            if (answer.statusCode() == 200) {
                long tail = json(answer).at("/freshness/ledger").asLong();
                answer = get("auditor", "/api/units?atLeast=" + tail);
            }
        } while (answer.statusCode() == 503
                && System.nanoTime() - begun < Duration.ofMinutes(2).toNanos());
        if (answer.statusCode() != 200) {
            throw new AssertionError("not up to date: " + answer.body() + "\n" + output());
        }
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
        Path file = data.resolve(TestAccounts.FILE);
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

    /** Ends the connections. */
    @Override
    public void close() {
        http.close();
    }
}
