package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;

/** Quarters side by side are those of the dashboards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrendIT {

    private static final long SEED = 12;

    private final Sample sample = Reform.after(new Sample(SEED, 300));
    private final long tail = sample.scribe.ledger.tail().number();

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(tail);

    private final Json json = new Json(side.http("VIEWER"));

    @Test
    void eachQuarterIsItsDashboard() {
        Random random = new Random(SEED);
        int helped = 0;
        for (long asOf : new long[] {tail, sample.founded + random.nextLong(tail - sample.founded)}) {
            for (String unit : List.of("p", "c1", "c0-r1", "m")) {
                for (String boundaries : List.of("as-was", "as-now")) {
                    String at = "boundaries=" + boundaries + "&asOf=" + asOf;
                    String address = "/api/dashboards/" + unit + "/trend?to=2026-Q4&n=4&" + at;
                    if (json.status(address) == 404) {
                        continue;
                    }
                    List<?> quarters = (List<?>)
                            Objects.requireNonNull(json.answer(address).get("quarters"));
                    assertThat(quarters)
                            .extracting(each -> Json.map(each).get("quarter"))
                            .containsExactly("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
                    for (Object each : quarters) {
                        Map<String, Object> quarter = Json.map(each);
                        String dashboard = "/api/dashboards/" + unit + "?quarter=" + quarter.get("quarter") + "&" + at;
                        if (json.status(dashboard) == 404) {
                            assertThat(quarter).as(dashboard).doesNotContainKey("figures");
                        } else {
                            Map<String, Object> answer = json.answer(dashboard);
                            assertThat(quarter.get("figures")).as(dashboard).isEqualTo(answer.get("total"));
                            assertThat(quarter.get("staffOn")).isEqualTo(answer.get("staffOn"));
                            helped += (int) Objects.requireNonNull(
                                    Json.map(quarter.get("figures")).get("assistances"));
                        }
                    }
                }
            }
        }
        assertThat(helped).isPositive();
    }

    @Test
    void aQuarterBeforeAUnitLeadsToTheUnitsOfWhichItWasMadeWithTheirSums() {
        String quarter = "?quarter=2026-Q1";
        Map<String, Object> answer = json.answer("/api/dashboards/s" + quarter);
        assertThat(Json.map(answer.get("total"))).containsEntry("assistances", 0);
        Map<String, Object> notYet = Json.map(answer.get("notYet"));
        assertThat(notYet).containsEntry("from", Reform.DAY.toString());
        List<?> former = (List<?>) Objects.requireNonNull(notYet.get("former"));
        assertThat(former)
                .extracting(
                        unit -> Json.map(unit).get("unit"),
                        unit -> Json.map(unit).get("whole"))
                .containsExactly(tuple("c1", true));
        assertThat(former).allSatisfy(each -> {
            Map<String, Object> unit = Json.map(each);
            assertThat(unit.get("total"))
                    .isEqualTo(json.answer("/api/dashboards/" + unit.get("unit") + quarter)
                            .get("total"));
        });
        assertThat(json.answer("/api/dashboards/s" + quarter + "&boundaries=as-now"))
                .doesNotContainKey("notYet");
        assertThat(json.answer("/api/dashboards/c0" + quarter)).doesNotContainKey("notYet");
    }

    @Test
    void withoutParametersItEndsWithTheCurrentQuarter() {
        List<?> quarters = (List<?>)
                Objects.requireNonNull(json.answer("/api/dashboards/m/trend").get("quarters"));
        assertThat(quarters).hasSize(5);
        assertThat(Json.map(quarters.getLast()).get("quarter"))
                .isEqualTo(json.answer("/api/dashboards/m").get("quarter"));
        assertThat((List<?>) json.answer("/api/dashboards/m/trend?to=2000-Q2").get("quarters"))
                .hasSize(2);
        assertThat(json.status("/api/dashboards/m/trend?n=13")).isEqualTo(400);
        assertThat(json.status("/api/dashboards/m/trend?to=2026")).isEqualTo(400);
        assertThat(json.status("/api/dashboards/zzz/trend")).isEqualTo(404);
    }
}
