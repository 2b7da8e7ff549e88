package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A second start answers like the first, reports until then that it is not ready, and loses nothing in a power failure.
 */
@Tag("processes")
final class RestartIT {

    private static final List<String> QUESTIONS = List.of(
            "/api/dashboards/bd-001?quarter=2024-Q4",
            "/api/dashboards/bd-003?quarter=2025-Q1",
            "/api/dashboards/bd-003?quarter=2024-Q4&asOf=2025-01-05T17:00:00Z",
            "/api/teams?unit=bd-003",
            "/api/units/bd-003",
            "/api/dashboards/hcm-001?quarter=2024-Q4&boundaries=as-now",
            "/api/units/hcm-001/undecided");

    @TempDir
    private Path folder;

    @Test
    void answersAreIdenticalAfterwards() {
        Path data = DemoData.copyTo(folder.resolve("data"));
        Map<String, JsonNode> before;
        try (AllInOne first = AllInOne.start(data)) {
            first.awaitCaughtUp();
            before = answers(first);
        }

        try (AllInOne second = AllInOne.start(data)) {
            second.awaitCaughtUp();
            assertThat(answers(second)).isEqualTo(before);
        }
    }

    @Test
    void saysHowFarItHasComeUntilItIsUpToDate() {
        try (AllInOne product = AllInOne.start(DemoData.copyTo(folder.resolve("data")))) {
            JsonNode freshness = product.json("auditor", "/api/units").get("freshness");

            boolean behind =
                    freshness.get("commit").asLong() < freshness.get("ledger").asLong();
            assertThat(freshness.get("stale").asBoolean()).isEqualTo(behind);
            product.awaitCaughtUp();
            assertThat(product.json("auditor", "/api/units")
                            .at("/freshness/stale")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() {
        Path data = DemoData.copyTo(folder.resolve("data"));
        long commit;
        try (AllInOne product = AllInOne.start(data)) {
            product.awaitCaughtUp();
            String unit = product.json("auditor", "/api/teams?unit=bd-003")
                    .at("/answer/0/coverage/0")
                    .asString();
            HttpResponse<String> registered = product.post(
                    "officer", "/api/households", "{\"unit\":\"%s\",\"reference\":\"MOI-9\"}".formatted(unit));
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
            commit = AllInOne.json(registered).get("commit").asLong();
            product.kill();
        }

        try (AllInOne again = AllInOne.start(data)) {
            assertThat(again.json("auditor", "/api/units")
                            .at("/freshness/ledger")
                            .asLong())
                    .isEqualTo(commit);
        }
    }

    private static Map<String, JsonNode> answers(AllInOne product) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        QUESTIONS.forEach(question -> answers.put(question, product.json("auditor", question)));
        return answers;
    }
}
