package vn.soto.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;

/**
 * A command under the one id that all attempts to send it have.
 *
 * @param body of a request of its own; a line of a batch takes it, too
 */
record SentCommand(UUID id, String role, String name, String path, String body) {

    /** Attempts at one command while the product says that it may be sent again. */
    private static final int MOST_ATTEMPTS = 1_000;

    static SentCommand of(String role, String name, String path, String body) {
        return new SentCommand(UUID.randomUUID(), role, name, path, body);
    }

    /** Sends it until it is acknowledged. Throws {@code UncheckedIOException} if the product is gone. */
    void send(AllInOne product, AcknowledgedCommands acknowledged) {
        HttpResponse<String> answer = attempt(product);
        for (int attempts = 1; attempts < MOST_ATTEMPTS && mayBeSentAgain(answer.statusCode()); attempts++) {
            answer = attempt(product);
        }
        note(answer, acknowledged);
    }

    /** 409: another command was first. 429 and 503: too much at once. */
    private static boolean mayBeSentAgain(int status) {
        return status == 409 || status == 429 || status == 503;
    }

    void note(HttpResponse<String> answer, AcknowledgedCommands acknowledged) {
        assertThat(answer.statusCode())
                .as("%s\nanswered\n%s", this, answer.body())
                .isIn(200, 201);
        acknowledged.note(id, ProductClient.json(answer).get("commit").asLong());
    }

    /** One answer, whatever it says. */
    HttpResponse<String> attempt(AllInOne product) {
        return product.send(request(product));
    }

    CompletableFuture<HttpResponse<String>> attemptLater(AllInOne product) {
        return product.http().sendAsync(request(product).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(AllInOne product) {
        return product.request(role, path, "Content-Type", "application/json", "Idempotency-Key", id.toString())
                .POST(BodyPublishers.ofString(body));
    }

    /** As a line of a batch; the ids that the path names are fields there. */
    String line() {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"payload\":%s,\"occurredAt\":\"2024-12-20T01:00:00Z\",\"device\":\"phone-1\"}"
                .formatted(id, name, payload());
    }

    private String payload() {
        String[] parts = path.split("/", -1);
        return name.equals("assign-household") ? "{\"household\":\"" + parts[3] + "\"," + body.substring(1) : body;
    }
}
