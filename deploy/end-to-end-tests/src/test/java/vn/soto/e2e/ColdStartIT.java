package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.harness.AllInOne;
import vn.soto.harness.Version1;

/** A process that has just started answers whatever it is asked at once, and loads nothing for it. */
@Tag("processes")
@Tag("long")
@Order(1)
final class ColdStartIT {

    private static final int CLIENTS = 50;

    /** Classes are loaded beside the first requests. */
    private static final String AT_ONCE = "--soto.warm-up-after=0s";

    /** Longest time of one answer on a busy machine; a process that hangs never answers. */
    private static final Duration HANG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    /** A request and the status of its answer. */
    private record Case(String role, String method, String path, String type, String body, int status) {

        static Case get(String role, String path, int status) {
            return new Case(role, "GET", path, "", "", status);
        }

        static Case post(String path, String type, String body, int status) {
            return new Case("officer", "POST", path, type, body, status);
        }

        /** A recorded command is sent once; the rest is answered in both languages. */
        List<String> languages() {
            return method.equals("POST") && status < 300 ? List.of("vi") : List.of("vi", "en");
        }

        HttpRequest.Builder of(AllInOne product, String language) {
            HttpRequest.Builder request = product.request(role, path, "Accept-Language", language)
                    .timeout(HANG)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            return type.isEmpty() ? request : request.header("Content-Type", type);
        }
    }

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private static final List<Case> WRONG = List.of(
            Case.get("", "/api/units", 401),
            Case.get("officer", "/no-such-address", 404),
            Case.get("officer", "/api/units/nowhere", 404),
            Case.get("officer", "/api/teams/x/timeline", 404),
            Case.get("officer", "/api/units?asOf=never", 400),
            Case.get("officer", "/api/units?asOf=99999999", 400),
            Case.get("auditor", "/api/dashboards/nowhere?quarter=2024-Q9", 400),
            new Case("officer", "DELETE", "/api/units", JSON, "", 405),
            Case.post("/api/households", "text/plain", "x", 415),
            Case.post("/api/households", JSON, "{\"unit\":", 400),
            Case.post("/api/households", JSON, "{\"unit\":\"nowhere\",\"no\":1}", 400),
            Case.post("/api/households", JSON, "{\"unit\":\"nowhere\",\"reference\":\"H-1\"}", 404),
            Case.post("/api/imports/households?dryRun=true", "text/csv", "a;b\n1;2\n", 422),
            new Case("auditor", "POST", "/api/households", JSON, "{\"unit\":\"x\",\"reference\":\"x\"}", 403));

    private static final List<Case> RIGHT = List.of(
            Case.get("officer", "/api/units", 200),
            Case.get("", "/actuator/health/liveness", 200),
            Case.get("auditor", "/actuator/health", 200),
            Case.get("auditor", "/api/teams", 200),
            Case.get("auditor", "/api/openapi.json", 200));

    /** Those whose classes are counted are asked so before. */
    @RepeatedTest(18)
    void fiftyClientsOfWrongRequestsAreAnsweredAtManyStarts() {
        // Without archives of classes: each is loaded from its jar, beside the warm-up that loads others.
        try (AllInOne product = AllInOne.start(
                List.of(),
                List.of("-XX:AOTMode=off"),
                folder.resolve("data"),
                "--soto.demo=false",
                "--soto.warm-up=on",
                AT_ONCE)) {
            product.address();
            assertThat(wrongAnswersToFiftyClients(product)).isEmpty();
            assertThat(product.json("auditor", "/api/units")
                            .at("/freshness/ledger")
                            .asLong())
                    .as("neither these requests nor the warm-up recorded anything")
                    .isZero();
        }
    }

    private static List<String> wrongAnswersToFiftyClients(AllInOne product) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<List<String>>> all = IntStream.range(0, CLIENTS)
                    .<Callable<List<String>>>mapToObj(client -> () -> wrongAnswers(product, client))
                    .toList();
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> client : clients.invokeAll(all)) {
                wrong.addAll(client.resultNow());
            }
            return wrong;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every client begins with another case and has a connection of its own. */
    private static List<String> wrongAnswers(AllInOne product, int client) {
        List<String> wrong = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < WRONG.size(); i++) {
                Case each = WRONG.get((client + i) % WRONG.size());
                int status = http.send(
                                each.of(product, client % 2 == 0 ? "vi" : "en").build(), BodyHandlers.discarding())
                        .statusCode();
                // A client may be told to come back later; that is an answer.
                if (status != each.status() && status != 429 && status != 503) {
                    wrong.add(each + ": " + status);
                }
            }
        } catch (IOException e) {
            wrong.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return wrong;
    }

    /**
     * Accepted: with and without personal data, in a batch and as a proposal. The policy of version 1 lets one person erase.
     *
     * @param parent a province of the ledger, if it has one
     */
    private static List<Case> writes(String parent) {
        String household = UUID.randomUUID().toString();
        return List.of(
                Case.post(
                        "/api/units",
                        JSON,
                        """
                        {"unit":"cold-start","kind":"%s","name":"Đơn vị mới","officialCode":"99%s",%s
                         "effectiveFrom":"2025-07-01","instrument":{"number":"1/QĐ","signedOn":"2025-06-01"}}""".formatted(
                                        parent.isEmpty() ? "PROVINCE" : "WARD",
                                        parent.isEmpty() ? "" : "999",
                                        parent.isEmpty() ? "" : "\"parent\":\"" + parent + "\","),
                        201),
                Case.post("/api/members/" + household + "/profile", JSON, """
                        {"name":"Trần Văn Ba","phone":"0912345678"}""", 201),
                new Case(
                        "administrator",
                        "POST",
                        "/api/members/" + household + "/erasure",
                        JSON,
                        """
                        {"basis":"REQUEST_OF_THE_SUBJECT","reason":"OTHER"}""",
                        parent.isEmpty() ? 202 : 201),
                Case.post("/api/plans", NDJSON, """
                        {"name":"rename-unit","payload":{"unit":"cold-start","name":"Tên khác",\
                        "effectiveFrom":"2025-08-01","instrument":{"number":"2/QĐ","signedOn":"2025-07-01"}}}""", 202),
                Case.post("/api/commands", NDJSON, """
                        {"id":"%s","name":"rename-unit","payload":{"unit":"nowhere"}}
                        {""".formatted(UUID.randomUUID()), 200),
                Case.get("auditor", "/api/units/cold-start?atLeast=1", 200),
                Case.get("administrator", "/api/members/" + household, 200),
                Case.get("officer", "/api/plans", 200));
    }

    @Test
    void noRequestLoadsAClassFromAJarOrRunsOnACarrier() {
        String[] settings = {"--soto.demo=false", "--soto.warm-up=on", AT_ONCE};
        assertNothingIsLoaded(folder.resolve("data"), settings, Stream.of(WRONG, RIGHT, writes("")));
    }

    /**
     * The ledger decides which answers have content and which events are folded: this one has something of everything.
     */
    @Test
    void noneDoesOverALedgerWithSomethingInIt() {
        List<Case> answers = Version1.answers().properties().stream()
                .map(answer -> answer.getKey().split(" ", 2))
                .map(asked -> Case.get(asked[0], asked[1], 200))
                .toList();
        assertNothingIsLoaded(
                Version1.copyTo(folder.resolve("data")),
                Version1.settings("--soto.warm-up=on", AT_ONCE),
                Stream.of(WRONG, answers, writes("p-1"), RIGHT));
    }

    private void assertNothingIsLoaded(Path data, String[] settings, Stream<List<Case>> asked) {
        Path log = folder.resolve("classes.log");
        List<String> logging = List.of("-Xlog:class+load:file=" + log);
        try (AllInOne product = AllInOne.asDelivered(logging, data, settings)) {
            product.address();
            product.awaitWarm();
            long before = lines(log).count();
            assertThat(wrongAnswersToFiftyClients(product)).isEmpty();
            product.awaitCaughtUp();
            for (Case each : asked.flatMap(List::stream).toList()) {
                for (String language : each.languages()) {
                    HttpResponse<String> answer = product.send(each.of(product, language));
                    // Of a unit that was one at the time of the recorded answers.
                    if (!answer.body().contains("urn:soto:problem:ask-successors")) {
                        assertThat(answer.statusCode())
                                .as("%s: %s", each, answer.body())
                                .isEqualTo(each.status());
                    }
                }
            }
            product.awaitCaughtUp();
            assertThat(product.threads())
                    .as("requests have threads of their own; there is no carrier of virtual threads")
                    .contains("\"query-", "\"command-")
                    .doesNotContain("ForkJoinPool-1-worker", "CarrierThread");
            assertThat(lines(log).skip(before).filter(line -> line.contains(".jar")))
                    .isEmpty();
        }
        assertThat(lines(log).filter(line -> line.contains("source: jar:nested:")))
                .as("classes from a jar within a jar")
                .isEmpty();
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
