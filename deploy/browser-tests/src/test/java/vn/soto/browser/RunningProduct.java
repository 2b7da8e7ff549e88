package vn.soto.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.harness.AllInOne;
import vn.soto.harness.DemoData;
import vn.soto.harness.ProductClient;
import vn.soto.harness.TargetFolder;

/**
 * The product with the demo, one for all tests of this module, at length two. With {@code -Dsoto.running=<address>} and
 * {@code -Dsoto.running.data=<folder>} it is one that runs already, which is quicker while a page is being made.
 */
final class RunningProduct {

    /** The records in it: held by each class that records something, and read by those that need them unchanged. */
    static final String DEMO = "demo";

    /** The records in the product of the field, which one class at a time changes. */
    static final String FIELD = "field";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final RunningProduct SHARED = start("browser-demo");

    private final URI address;
    private final Map<String, String> passwords;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningProduct(URI address, Map<String, String> passwords) {
        this.address = address;
        this.passwords = passwords;
    }

    static RunningProduct shared() {
        return SHARED;
    }

    /**
     * At length another one, for all tests with a phone and the stories of officers: they run beside those of the pages. Else one class runs
     * at a time, in one product.
     */
    static RunningProduct ofTheField() {
        return Boolean.getBoolean("soto.long") ? Field.SHARED : SHARED;
    }

    private static final class Field {

        private static final RunningProduct SHARED = start("field-demo");

        private Field() {}
    }

    private static RunningProduct start(String folder) {
        String running = System.getProperty("soto.running", "");
        if (!running.isEmpty()) {
            return new RunningProduct(
                    URI.create(running), ProductClient.passwords(Path.of(System.getProperty("soto.running.data", ""))));
        }
        AllInOne product = AllInOne.start(DemoData.copyTo(TargetFolder.emptied(folder)));
        Runtime.getRuntime().addShutdownHook(new Thread(product::kill));
        product.address();
        product.awaitCaughtUp();
        return new RunningProduct(product.address(), product.passwords());
    }

    URI address() {
        return address;
    }

    String password(String account) {
        return passwords.getOrDefault(account, "");
    }

    /** The answer of the API to an account. */
    JsonNode json(String account, String path) {
        return JSON.readTree(body(send(request(account, path).GET()), 200));
    }

    /** The value at a place of the answer. */
    JsonNode json(String account, String path, String place) {
        return json(account, path).at(place);
    }

    /** The answer to an account, whatever its status; with headers in place of its own. */
    HttpResponse<String> page(String account, String path, String... headers) {
        HttpRequest.Builder request = request(account, path);
        for (int name = 0; name < headers.length; name += 2) {
            request.setHeader(headers[name], headers[name + 1]);
        }
        return send(request.GET());
    }

    /** A page as a paper, as an account prints it. */
    byte[] paper(String account, String path) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    request(account, path + (path.contains("?") ? "&" : "?") + "file=pdf")
                            .setHeader("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    /** Gives a command over HTTP and returns the receipt. */
    JsonNode give(String account, String path, String body) {
        return JSON.readTree(send(account, path, body, 201));
    }

    /** Sends something over HTTP that is no command, and returns the answer. */
    String send(String account, String path, String body, int expected) {
        HttpRequest.Builder request = request(account, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return body(send(request), expected);
    }

    /** Returns when something holds that the product does by itself. */
    void awaits(BooleanSupplier holds) {
        awaits(BETWEEN_LOOKS, holds);
    }

    /** As the other, for a look that costs much itself. */
    void awaits(Duration between, BooleanSupplier holds) {
        long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("it does not become so");
            }
            LockSupport.parkNanos(between.toNanos());
        }
    }

    private static String body(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "application/json")
                .header("Authorization", ProductClient.basic(account, password(account)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return ProductClient.send(http, request);
    }
}
