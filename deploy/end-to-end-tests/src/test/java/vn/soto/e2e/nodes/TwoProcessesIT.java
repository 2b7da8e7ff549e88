package vn.soto.e2e.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two processes of each side: all nodes show every write, and any of them may pause or fail. The tests run in order and build on
 * each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("processes")
@Tag("long")
final class TwoProcessesIT {

    /**
     * Time limit that only ends a hang. The guaranteed take-over time of ten seconds follows from the lease's settings,
     * as LeaseIT shows.
     */
    private static final Duration HANG = Duration.ofMinutes(2);

    /** The shortest pause: ten times the length of a lease. */
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private static final int MEANWHILE = 21;
    private static final int UNDERWAY = 20;

    @TempDir
    private static Path folder;

    @AutoClose
    private static NodeCluster province;

    private static HttpCaller caller;
    private static HamletClient hamlet;
    private static ActiveAndStandby writers;
    private static Node firstReader;
    private static Node secondReader;

    @BeforeAll
    static void start() {
        province = NodeCluster.in(folder);
        caller = HttpCaller.with(province.tokens());
        hamlet = new HamletClient(caller);
        Node one = province.commandNode();
        Node other = province.commandNode();
        writers = ActiveAndStandby.of(one, other, caller);
        firstReader = province.queryNode();
        secondReader = province.queryNode();
        hamlet.establish(writers.active());
    }

    @Test
    @Order(1)
    void whatOneNodeRecordsEveryNodeShows() {
        for (int visit = 0; visit < 5; visit++) {
            assertThat(hamlet.recordHelp(writers.active(), UUID.randomUUID())).isPresent();
        }
        hamlet.submitReport(writers.active());

        for (Node reader : List.of(firstReader, secondReader)) {
            assertThat(hamlet.helpIn(reader)).isEqualTo(5);
            JsonNode report = hamlet.answer(reader, "/api/teams/" + hamlet.team() + "/reports/2024-Q4");
            assertThat(report.toString()).contains("2024-Q4");
        }
    }

    @Test
    @Order(2)
    void aStandbySaysWhenToComeBackAndWritesNothing() {
        List<UUID> before = province.recorded();
        HttpResponse<String> refused =
                hamlet.recordHelp(writers.standby(), UUID.randomUUID()).orElseThrow();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(HttpCaller.json(refused).get("type").asString()).isEqualTo("urn:soto:problem:unavailable");
        assertThat(province.recorded()).isEqualTo(before);
        assertThat(caller.health(writers.standby(), "/readiness").orElseThrow().statusCode())
                .isEqualTo(200);
    }

    /**
     * The active writer is suspended, with commands in progress, until another has taken its lease and written. It
     * continues in the belief that it holds the lease.
     */
    @Test
    @Order(3)
    void aWriterThatWakesUpTooLateWritesNothing() {
        Node suspended = writers.active();
        Node successor = writers.standby();
        Map<UUID, CompletableFuture<Optional<HttpResponse<String>>>> underway = sendAndPause(suspended);
        writeElsewhere(successor, Instant.now().plus(PAUSE));
        suspended.resume();
        List<Integer> woken = IntStream.range(0, 30)
                .mapToObj(i -> status(hamlet.recordHelp(suspended, UUID.randomUUID())))
                .toList();

        assertThat(woken).as("answers of the one that woke").containsOnly(503);
        underway.forEach((id, answer) -> settle(id, answer, successor));
        hamlet.assertRecorded(province.recorded());
        assertThat(province.recorded())
                .containsExactlyInAnyOrderElementsOf(hamlet.acknowledged().keySet());
        assertThat(province.fences()).as("one writer after the other").isSorted();
        writers = new ActiveAndStandby(successor, suspended);
    }

    /** Suspends the writer at any point of the handling: reading, deciding, writing or answering. */
    private static Map<UUID, CompletableFuture<Optional<HttpResponse<String>>>> sendAndPause(Node node) {
        Map<UUID, CompletableFuture<Optional<HttpResponse<String>>>> underway = new LinkedHashMap<>();
        for (int i = 0; i < UNDERWAY; i++) {
            UUID id = UUID.randomUUID();
            HttpRequest request =
                    caller.command(node, "member", "/api/assistances", id, hamlet.help(), PAUSE.plus(HANG));
            underway.put(
                    id,
                    caller.http()
                            .sendAsync(request, BodyHandlers.ofString())
                            .thenApply(Optional::of)
                            .exceptionally(broken -> Optional.empty()));
        }
        node.pause();
        return underway;
    }

    /** Sends until the end, at least some commands. Before, another process still holds the lease. */
    private static void writeElsewhere(Node node, Instant end) {
        ActiveAndStandby.awaitWriter(List.of(node), caller, end.plus(HANG));
        for (int written = 0; written < MEANWHILE || Instant.now().isBefore(end); written++) {
            assertThat(status(hamlet.recordHelp(node, UUID.randomUUID()))).isEqualTo(201);
        }
    }

    /** The other node confirms every answer: the command is in the ledger once, at the answered commit. */
    private static void settle(UUID id, CompletableFuture<Optional<HttpResponse<String>>> first, Node other) {
        Optional<HttpResponse<String>> answered =
                first.orTimeout(HANG.toSeconds(), TimeUnit.SECONDS).join();
        boolean recorded = status(answered) == 201;
        answered.filter(answer -> recorded).ifPresent(answer -> hamlet.note(id, answer));
        answered.ifPresent(
                answer -> assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503));

        assertThat(status(hamlet.recordHelp(other, id))).isIn(recorded ? List.of(200) : List.of(200, 201));
    }

    @Test
    @Order(4)
    void anotherNodeTakesOverAndNothingIsLost() {
        int before = hamlet.visits().size();
        Node failed = writers.active();
        Node successor = writers.standby();
        UUID underway = UUID.randomUUID();
        Thread last = Thread.ofVirtual().start(() -> hamlet.recordHelp(failed, underway));
        Instant killed = Instant.now();
        failed.kill();

        UUID first = UUID.randomUUID();
        while (status(hamlet.recordHelp(successor, first)) != 201) {
            assertThat(Duration.between(killed, Instant.now())).isLessThan(HANG);
        }
        Duration taken = Duration.between(killed, Instant.now());
        System.out.println("take-over after SIGKILL: " + taken.toMillis() + " ms");

        join(last);
        assertThat(status(hamlet.recordHelp(successor, underway)))
                .as("sent again, whatever became of it")
                .isIn(200, 201);
        assertThat(hamlet.visits()).hasSize(before + 2);
        hamlet.visits()
                .forEach(id -> assertThat(status(hamlet.recordHelp(successor, id)))
                        .as("a repeat")
                        .isEqualTo(200));
        hamlet.assertRecorded(province.recorded());
        assertThat(province.recorded())
                .containsExactlyInAnyOrderElementsOf(hamlet.acknowledged().keySet());
        writers = new ActiveAndStandby(successor, failed);
    }

    @Test
    @Order(5)
    void oneReaderIsEnough() {
        secondReader.kill();
        assertThat(status(hamlet.recordHelp(writers.active(), UUID.randomUUID())))
                .isEqualTo(201);

        assertThat(hamlet.helpIn(firstReader)).isEqualTo(hamlet.visits().size());
        assertThat(hamlet.answer(firstReader, "/api/teams/" + hamlet.team() + "/timeline?limit=200")
                        .get("entries")
                        .size())
                .isPositive();
    }

    private static int status(Optional<HttpResponse<String>> answer) {
        return answer.map(HttpResponse::statusCode).orElse(0);
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(HANG)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
