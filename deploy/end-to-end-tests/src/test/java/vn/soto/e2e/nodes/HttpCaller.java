package vn.soto.e2e.nodes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client with a token and a time limit for each request. */
record HttpCaller(Tokens tokens, HttpClient http) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    static HttpCaller with(Tokens tokens) {
        return new HttpCaller(
                tokens,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(60))
                        .build());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    HttpRequest command(Node node, String role, String path, UUID id, String body, Duration patience) {
        return HttpRequest.newBuilder(node.address().resolve(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + tokens.of(role))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id.toString())
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Empty if the connection broke or the time limit passed. */
    Optional<HttpResponse<String>> post(Node node, String role, String path, UUID id, String body) {
        return send(command(node, role, path, id, body, PATIENCE));
    }

    HttpResponse<String> get(Node node, String role, String path) {
        return send(HttpRequest.newBuilder(node.address().resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + tokens.of(role))
                        .build())
                .orElseThrow(() -> new AssertionError("no answer to " + path + ":\n" + node.output()));
    }

    /** Sends a form of a page, as a browser does. */
    HttpResponse<String> form(Node node, String role, String path, String form) {
        return send(HttpRequest.newBuilder(node.address().resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + tokens.of(role))
                        .header("Accept", "text/html")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build())
                .orElseThrow(() -> new AssertionError("no answer to " + path + ":\n" + node.output()));
    }

    /** Empty if the process does not answer. */
    Optional<HttpResponse<String>> health(Node node, String path) {
        return send(HttpRequest.newBuilder(URI.create(node.actuator() + "/health" + path))
                .timeout(PATIENCE)
                .build());
    }

    private Optional<HttpResponse<String>> send(HttpRequest request) {
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
