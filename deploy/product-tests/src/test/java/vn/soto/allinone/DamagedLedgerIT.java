package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.access.Role;
import vn.soto.edge.integrity.ChainHealth;
import vn.soto.testkit.Await;

/**
 * One character of two old payloads was changed in the file of the stopped product, in a team's name and a household's
 * number. Neither value is told; what rests on them is closed, and everything else goes on.
 */
@Tag("threads")
@Tag("slow")
final class DamagedLedgerIT {

    private static final int LATER = 110;
    private static final String ONE = "11111111-1111-4111-8111-11111111111";
    private static final String ALTERED_TEAM = ONE + "1";
    private static final String SOUND_TEAM = ONE + "2";
    private static final String ALTERED_HOUSEHOLD = ONE + "3";
    private static final String SOUND_HOUSEHOLD = ONE + "4";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AutoClose
    private static RunningProduct product;

    private static long team;
    private static long household;
    private static long head;

    @BeforeAll
    static void writeAlterAndStartAgain() throws SQLException {
        try (RunningProduct first = RunningProduct.start(folder)) {
            product = first;
            unit("p-1", "PROVINCE", "\"officialCode\":\"74\",");
            unit("c-1", "WARD", "\"officialCode\":\"25822\",\"parent\":\"p-1\",");
            unit("kp-1", "NEIGHBOURHOOD", "\"parent\":\"c-1\",");
            unit("kp-2", "NEIGHBOURHOOD", "\"parent\":\"c-1\",");
            team = team(ALTERED_TEAM, "kp-1", "Tổ số 5");
            team(SOUND_TEAM, "kp-2", "Tổ số 6");
            household = household(ALTERED_HOUSEHOLD, "kp-1", "HO-5");
            household(SOUND_HOUSEHOLD, "kp-2", "HO-6");
            for (int i = 0; i < LATER; i++) {
                head = household("22222222-2222-4222-8222-" + (100_000_000_000L + i), "kp-2", "SAU-" + i);
            }
        }
        alter("Tổ số 5", "Tổ số 9", team);
        alter("HO-5", "HO-9", household);
        product = RunningProduct.start(folder);
        assertThat(get("/api/units?atLeast=" + head).statusCode()).isEqualTo(200);
        // Read models hold both commits from before; they are found by a look behind the start.
        Await.until(
                "both are found",
                () -> String.valueOf(product.context()
                                .getBean(ChainHealth.class)
                                .health()
                                .getDetails()
                                .get("commits"))
                        .equals("[" + team + ", " + household + "]"));
    }

    private static void alter(String text, String other, long commit) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.sqlite"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "UPDATE events SET payload = CAST(replace(CAST(payload AS TEXT), '%s', '%s') AS BLOB) WHERE commit_number = %d AND instr(CAST(payload AS TEXT), '%s') > 0"
                                    .formatted(text, other, commit, text)))
                    .isEqualTo(1);
        }
    }

    private static void unit(String id, String kind, String more) {
        recorded("/api/units", """
                {"unit":"%s","kind":"%s","name":"%s",%s"instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},
                 "effectiveFrom":"2024-01-01"}""".formatted(id, kind, id, more), "");
    }

    private static long team(String id, String unit, String name) {
        return recorded(
                "/api/teams",
                """
                {"name":"%s","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2024-11-01"},
                 "coverage":["%s"],"leader":"%s","effectiveFrom":"2024-11-01",
                 "members":[{"member":"%s","organisation":"NEIGHBOURHOOD_HEAD"},
                            {"member":"%s","organisation":"YOUTH_UNION"},
                            {"member":"%s","organisation":"WOMENS_UNION"}]}""".formatted(name, unit, member(id, 1), member(id, 1), member(id, 2), member(id, 3)),
                id);
    }

    private static String member(String team, int number) {
        return team.replace('1', '7').substring(0, 34) + team.charAt(35) + number;
    }

    private static long household(String id, String unit, String reference) {
        return recorded("/api/households", "{\"unit\":\"%s\",\"reference\":\"%s\"}".formatted(unit, reference), id);
    }

    private static long recorded(String path, String body, String id) {
        HttpResponse<String> answer = post(path, body, id);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("commit").asLong();
    }

    private static HttpResponse<String> post(String path, String body, String id) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return send(id.isEmpty() ? request : request.header("Idempotency-Key", id));
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private static HttpRequest.Builder request(String path) {
        String[] authorization = product.authorization(Role.ADMINISTRATOR).split(": ", 2);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + path))
                .header(authorization[0], authorization[1])
                .header("Accept-Language", "vi");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noAnswerTellsWhatTheFileSaysNow() {
        for (String path : List.of(
                "/api/teams/" + ALTERED_TEAM,
                "/api/teams/" + ALTERED_TEAM + "/timeline",
                "/api/teams/" + ALTERED_TEAM + "/reports/2024-Q4",
                "/api/teams/" + ALTERED_TEAM + "/reports/2024-Q4/figures/H02",
                "/api/households/" + ALTERED_HOUSEHOLD,
                "/api/teams?unit=c-1",
                "/api/units/kp-1",
                "/api/units/kp-1/households",
                "/api/dashboards/c-1?quarter=2024-Q4")) {
            assertThat(get(path).body()).as(path).doesNotContain("số 9").doesNotContain("HO-9");
        }
    }

    @Test
    void whatRestsOnADamagedCommitIsRefusedByItsNumber() {
        assertDamaged(get("/api/teams/" + ALTERED_TEAM), team);
        assertDamaged(get("/api/teams/" + ALTERED_TEAM + "/reports/2024-Q4"), team);
        assertDamaged(get("/api/households/" + ALTERED_HOUSEHOLD), household);
    }

    private static void assertDamaged(HttpResponse<String> answer, long commit) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("urn:soto:problem:commit-damaged");
        assertThat(problem.get("commit").asLong()).isEqualTo(commit);
        assertThat(problem.get("detail").asString()).contains("lần ghi số " + commit);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void everyOtherAnswerNamesTheDamagedCommits() {
        for (String path : List.of(
                "/api/dashboards/c-1?quarter=2024-Q4",
                "/api/teams/" + SOUND_TEAM,
                "/api/teams/" + SOUND_TEAM + "/timeline",
                "/api/households/" + SOUND_HOUSEHOLD)) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode damaged = JSON.readTree(answer.body()).at("/freshness/damaged");
            assertThat(damaged.get("count").asInt()).as(path).isEqualTo(2);
            assertThat(damaged.get("commits").toString()).isEqualTo("[" + team + "," + household + "]");
        }
        JsonNode before = JSON.readTree(get("/api/units?asOf=" + (team - 1)).body());
        assertThat(before.at("/freshness/damaged").isMissingNode()).isTrue();
    }

    @Test
    void theStreamTakesNoCommandsAndOthersDo() {
        String assign = "{\"team\":\"%s\",\"member\":\"%s\",\"effectiveFrom\":\"2024-11-02\"}";
        assertDamaged(
                post(
                        "/api/households/" + SOUND_HOUSEHOLD + "/assignment",
                        assign.formatted(ALTERED_TEAM, member(ALTERED_TEAM, 2)),
                        ""),
                team);
        assertDamaged(
                post(
                        "/api/households/" + ALTERED_HOUSEHOLD + "/assignment",
                        assign.formatted(SOUND_TEAM, member(SOUND_TEAM, 2)),
                        ""),
                household);
        recorded(
                "/api/households/" + SOUND_HOUSEHOLD + "/assignment",
                assign.formatted(SOUND_TEAM, member(SOUND_TEAM, 2)),
                "");
        recorded("/api/households", "{\"unit\":\"kp-1\",\"reference\":\"MOI-1\"}", "");
    }

    @Test
    void aRepeatOfTheCommandIsNoNewCommand() {
        assertDamaged(
                post(
                        "/api/households",
                        "{\"unit\":\"%s\",\"reference\":\"%s\"}".formatted("kp-1", "HO-5"),
                        ALTERED_HOUSEHOLD),
                household);
    }

    @Test
    void healthIsDownAndNamesTheFirst() {
        assertThat(product.context().getBean(HealthEndpoint.class).health().getStatus())
                .isEqualTo(Status.DOWN);
        assertThat(product.context().getBean(ChainHealth.class).health().getDetails())
                .containsEntry("commit", team)
                .containsEntry("damage", "altered")
                .containsEntry("commits", List.of(team, household));
    }
}
