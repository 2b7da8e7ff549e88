package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A second start answers like the first, reports until then that it is not ready, and loses nothing in a power failure.
 */
@Tag("processes")
final class RestartIT {

    private static final List<String> QUERIES = List.of(
            "/api/dashboards/bd-001?quarter=2024-Q4",
            "/api/dashboards/bd-003?quarter=2025-Q1",
            "/api/dashboards/bd-003?quarter=2024-Q4&asOf=2025-01-05T17:00:00Z",
            "/api/teams?unit=bd-003",
            "/api/units/bd-003",
            "/api/dashboards/hcm-001?quarter=2024-Q4&boundaries=as-now",
            "/api/units/hcm-001/undecided");

    @TempDir
    private static Path folder;

    private static long acknowledged;
    private static Map<String, JsonNode> before = Map.of();
    private static AllInOne second;
    private static JsonNode early;

    @BeforeAll
    static void killAndStartAgain() {
        Path data = DemoData.copyTo(folder.resolve("data"));
        try (AllInOne first = AllInOne.start(data)) {
            first.awaitCaughtUp();
            acknowledged = registerHousehold(first);
            first.awaitCaughtUp();
            before = answers(first);
            first.kill();
        }
        second = AllInOne.start(data);
        early = second.json("auditor", "/api/units").get("freshness");
        second.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        second.close();
    }

    private static long registerHousehold(AllInOne product) {
        // The officer's commune.
        String unit = product.json("auditor", "/api/teams?unit=hcm-013")
                .at("/answer/0/coverage/0")
                .asString();
        HttpResponse<String> registered =
                product.post("officer", "/api/households", "{\"unit\":\"%s\",\"reference\":\"MOI-9\"}".formatted(unit));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        return AllInOne.json(registered).get("commit").asLong();
    }

    @Test
    void answersAreIdenticalAfterwards() {
        assertThat(answers(second)).isEqualTo(before);
    }

    @Test
    void saysHowFarItHasComeUntilItIsUpToDate() {
        boolean behind = early.get("commit").asLong() < early.get("ledger").asLong();

        assertThat(early.get("stale").asBoolean()).isEqualTo(behind);
        assertThat(second.json("auditor", "/api/units").at("/freshness/stale").asBoolean())
                .isFalse();
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() {
        assertThat(early.get("ledger").asLong()).isEqualTo(acknowledged);
    }

    private static Map<String, JsonNode> answers(AllInOne product) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        QUERIES.forEach(query -> answers.put(query, product.json("auditor", query)));
        return answers;
    }
}
