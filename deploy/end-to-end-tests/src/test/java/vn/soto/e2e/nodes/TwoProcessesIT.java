package vn.soto.e2e.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two processes of each side: all nodes show every write, and any of them may fail. The tests run in order and build on
 * each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("processes")
@Order(1)
final class TwoProcessesIT {

    /**
     * Time limit that only ends a hang. The guaranteed take-over time of ten seconds follows from the lease's settings,
     * as LeaseIT shows.
     */
    private static final Duration HANG = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

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

    @AfterAll
    static void stop() {
        province.close();
    }

    @Test
    @Order(1)
    void whatOneNodeRecordsEveryNodeShows() {
        for (int visit = 0; visit < 5; visit++) {
            assertThat(hamlet.recordHelp(writers.active(), UUID.randomUUID())).isPresent();
        }
        hamlet.submitReport(writers.active());

        for (Node reader : List.of(firstReader, secondReader)) {
            assertThat(helpIn(reader)).isEqualTo(5);
            JsonNode report = answer(reader, "/api/teams/" + hamlet.team() + "/reports/2024-Q4");
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

    @Test
    @Order(3)
    void aTokenWithoutTheRoleIsNotEnough() {
        String household = "{\"unit\":\"kp-1\",\"reference\":\"H-002\"}";
        HttpResponse<String> refused = caller.post(
                        writers.active(), "auditor", "/api/households", UUID.randomUUID(), household)
                .orElseThrow();

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        HttpResponse<String> read = caller.get(firstReader, "nobody", "/api/units");
        assertThat(read.statusCode()).as("who has no role reads nothing").isEqualTo(403);
        for (HttpResponse<String> each : List.of(refused, read)) {
            assertThat(each.headers().map())
                    .containsKeys("content-security-policy", "permissions-policy", "referrer-policy", "cache-control");
        }
        // One side refused it, and the other one tells of it.
        String register = "";
        Instant asked = Instant.now();
        while (!register.contains("POST /api/households")) {
            register = caller.get(firstReader, "auditor", "/api/refused-access").body();
            assertThat(Duration.between(asked, Instant.now())).as(register).isLessThan(HANG);
        }
        assertThat(register).contains("\"account\":\"auditor\"", "\"lacking\":\"not-allowed\"");
    }

    @Test
    @Order(4)
    void anotherNodeTakesOverAndNothingIsLost() {
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
        assertThat(hamlet.visits()).hasSize(7);
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

        assertThat(helpIn(firstReader)).isEqualTo(8);
        assertThat(answer(firstReader, "/api/teams/" + hamlet.team() + "/timeline?limit=200")
                        .get("entries")
                        .size())
                .isPositive();
    }

    private static int helpIn(Node reader) {
        return answer(reader, "/api/dashboards/kp-1?quarter=2024-Q4")
                .at("/total/assistances")
                .asInt();
    }

    /** Reads as of all acknowledged commands. A node that has taken over segments may need more than one wait. */
    private static JsonNode answer(Node reader, String path) {
        String asked = path + (path.contains("?") ? "&" : "?") + "atLeast=" + hamlet.last();
        Instant end = Instant.now().plus(HANG);
        HttpResponse<String> answer = caller.get(reader, "auditor", asked);
        while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
            answer = caller.get(reader, "auditor", asked);
        }
        assertThat(answer.statusCode()).as(answer.body() + reader.output()).isEqualTo(200);
        return HttpCaller.json(answer).get("answer");
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
