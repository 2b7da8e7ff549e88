package vn.soto.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.soto.harness.AllInOne;
import vn.soto.harness.ProductClient;

/** The main task on real units: the demo's answers to a dashboard and to an auditor. */
@Tag("processes")
final class DemoIT {

    private static final String DISTRICT = "/api/dashboards/bd-003?quarter=2024-Q4";

    private static AllInOne product;

    @BeforeAll
    static void start() {
        product = SharedProducts.demo();
    }

    @Test
    void theWholeProvinceIsThere() {
        JsonNode province =
                product.json("auditor", "/api/units/bd-001?on=2025-06-30").get("answer");

        assertThat(province.at("/children").size()).isEqualTo(9);
        long communes = StreamSupport.stream(province.at("/children").spliterator(), false)
                .mapToLong(district -> product.json(
                                "auditor", "/api/units/" + district.get("unit").asString() + "?on=2025-06-30")
                        .at("/answer/children")
                        .size())
                .sum();
        assertThat(communes).isEqualTo(91);
    }

    @Test
    void theReformTurnsItIntoThirtySixCommunesOfAnotherOne() {
        assertThat(product.json("auditor", "/api/units?on=2025-07-01")
                        .at("/answer")
                        .findValuesAsString("unit"))
                .containsExactly("hcm-001");
        assertThat(product.json("auditor", "/api/units/hcm-001?on=2025-07-01")
                        .at("/answer/children")
                        .size())
                .isEqualTo(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-Q4", "2025-Q1"})
    void bothQuartersAddUpToTheSameInTheUnitsOfThenAndOfToday(String quarter) {
        JsonNode then = product.json("auditor", "/api/dashboards/bd-001?quarter=" + quarter)
                .get("answer");
        JsonNode today = product.json("auditor", "/api/dashboards/hcm-001?boundaries=as-now&quarter=" + quarter)
                .get("answer");

        assertThat(then.at("/total/assistances").asLong()).isPositive();
        for (String figure : List.of("/assistances", "/households", "/teams")) {
            long total = then.at("/total" + figure).asLong();
            long undecided = today.at("/undecided" + figure).asLong();
            assertThat(undecided).as(figure).isPositive();
            assertThat(sum(then, figure)).as(figure).isEqualTo(total);
            assertThat(today.at("/total" + figure).asLong()).as(figure).isEqualTo(total);
            assertThat(sum(today, figure) + undecided).as(figure).isEqualTo(total);
        }
    }

    @Test
    void allTeamsAreFoundWhereTheyWorkToday() {
        assertThat(product.json("auditor", "/api/teams?unit=hcm-001").get("answer"))
                .isEqualTo(product.json("auditor", "/api/teams").get("answer"));
    }

    @Test
    void oneNeighbourhoodWaitsForADecision() {
        JsonNode bucket =
                product.json("auditor", "/api/units/hcm-001/undecided").get("answer");

        assertThat(bucket.get("label").asString()).isEqualTo("Chưa xác định địa bàn mới");
        assertThat(bucket.get("entries").size()).isEqualTo(1);
        assertThat(bucket.at("/entries/0/unit/unit").asString()).isEqualTo("bau-bang-08");
        assertThat(bucket.at("/entries/0/in/name").asString()).isEqualTo("Lai Uyên");
        assertThat(bucket.at("/entries/0/candidates").findValuesAsString("name"))
                .containsExactly("Trừ Văn Thố", "Bàu Bàng");
        assertThat(bucket.get("households").asLong()).isPositive();
    }

    @Test
    void theDashboardAddsUpAtEachLevel() {
        JsonNode district = product.json("auditor", DISTRICT).get("answer");

        assertThat(district.at("/total/assistances").asLong()).isPositive();
        for (String figure :
                List.of("/assistances", "/households", "/byService/VNEID", "/byMode/DONE_ON_BEHALF", "/teams")) {
            assertThat(sum(district, figure))
                    .as(figure)
                    .isEqualTo(district.at("/total" + figure).asLong());
        }
        assertThat(district.at("/total/households").asLong())
                .as("distinct households against records of help")
                .isLessThan(district.at("/total/assistances").asLong());
    }

    private static long sum(JsonNode dashboard, String figure) {
        return StreamSupport.stream(dashboard.get("children").spliterator(), false)
                .mapToLong(child -> child.at(figure).asLong())
                .sum();
    }

    @Test
    void anEarlierMomentKnewLessAndStaysAsItWas() {
        JsonNode now = product.json("auditor", DISTRICT);
        JsonNode then = product.json("auditor", DISTRICT + "&asOf=2025-01-05T17:00:00Z");
        JsonNode byNumber = product.json(
                "auditor", DISTRICT + "&asOf=" + then.at("/freshness/asOf").asLong());

        assertThat(then.at("/answer/total/assistances").asLong()).isEqualTo(2252);
        assertThat(now.at("/answer/total/assistances").asLong()).isEqualTo(2305);
        assertThat(byNumber.get("answer")).isEqualTo(then.get("answer"));
    }

    /** Every figure of a submitted report follows from its events: in the short check the first three. */
    @Test
    void aFigureLeadsToItsEvents() {
        String report = "/api/teams/" + aTeam() + "/reports/2024-Q4";
        JsonNode answer = product.json("auditor", report).get("answer");

        assertThat(answer.get("matches").asBoolean()).isTrue();
        List<JsonNode> figures = answer.get("figures").valueStream().toList();
        for (JsonNode figure : Boolean.getBoolean("soto.long") ? figures : figures.subList(0, 3)) {
            JsonNode evidence = product.json(
                            "auditor", report + "/figures/" + figure.get("code").asString() + "?limit=200")
                    .get("answer");
            assertThat(evidence.get("value")).isEqualTo(figure.get("value"));
            // What people state and nobody did is no number.
            assertThat(evidence.get("counted").asLong())
                    .isEqualTo(figure.get("value").asLong(0));
        }
    }

    @Test
    void aTimelineSaysWhoWhatWhenAndWhy() {
        JsonNode entries = product.json("auditor", "/api/teams/" + aTeam() + "/timeline?limit=200")
                .at("/answer/entries");

        assertThat(entries.size()).isEqualTo(200);
        assertThat(entries.get(0).get("name").asString()).isEqualTo("team.formed.v2");
        for (JsonNode entry : entries) {
            assertThat(entry.get("who").asString()).startsWith("demo-");
            assertThat(entry.get("recorded").asString()).startsWith("202");
            assertThat(entry.get("commit").asLong()).isPositive();
        }
    }

    @Test
    void aCommandIsVisibleToAQuestionThatNamesItsCommit() {
        String team = aTeam();
        HttpResponse<String> registered = product.post(
                "administrator",
                "/api/households",
                "{\"unit\":\"%s\",\"reference\":\"MOI-1\"}".formatted(coveredBy(team)),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);

        long commit = ProductClient.json(registered).get("commit").asLong();
        JsonNode freshness =
                product.json("auditor", DISTRICT + "&atLeast=" + commit).get("freshness");
        assertThat(freshness.get("commit").asLong()).isGreaterThanOrEqualTo(commit);
    }

    @Test
    void healthAndMetricsTellAnOperatorHowItGoes() {
        product.post("officer", "/api/households", "{\"unit\":\"bd-003\",\"reference\":\"A-1\"}");

        assertThat(ProductClient.json(product.get("", "/actuator/health"))
                        .get("status")
                        .asString())
                .isEqualTo("UP");
        String health = product.get("auditor", "/actuator/health").body();
        assertThat(health).contains("ledger", "anchor", "readModels");
        String metrics = product.get("auditor", "/actuator/prometheus").body();
        assertThat(metrics)
                .contains(
                        "soto_commands_seconds_count{",
                        "soto_commands_refused_total{",
                        "soto_ledger_append_batch",
                        "soto_ledger_append_latency",
                        "soto_ledger_append_conflicts",
                        "soto_ledger_append_queue",
                        "soto_projection_lag_commits",
                        "soto_projection_lag_seconds",
                        "soto_projection_replay_progress",
                        "soto_projection_dead_letters");
        assertThat(product.get("", "/actuator/prometheus").statusCode()).isEqualTo(401);
    }

    private static String aTeam() {
        return product.json("auditor", "/api/teams?unit=bd-003")
                .at("/answer/items/0/team")
                .asString();
    }

    private static String coveredBy(String team) {
        return product.json("auditor", "/api/teams/" + team)
                .at("/answer/coverage/0")
                .asString();
    }
}
