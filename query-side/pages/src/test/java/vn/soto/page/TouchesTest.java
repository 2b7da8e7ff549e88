package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The addresses that make an open page outdated when a later commit touches them. */
final class TouchesTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static String touches(String question, String address, String asOf, String body) {
        ApiAnswer answer = new ApiAnswer(question, address, 200, JSON.readTree(body));
        String page = Addresses.with(Addresses.page(address), "asOf", asOf);
        return Touches.of(
                answer,
                new PageContext(page, Map.of(), answer, new Preferences(Locale.ENGLISH, "", ""), "/assets/0/", ""));
    }

    private static String body(String answer) {
        return "{\"freshness\":{\"commit\":7},\"answer\":" + answer + ",\"links\":{\"ids\":{\"team\":{\"t-1\":"
                + "{\"href\":\"/api/teams/t-1\"}}}}}";
    }

    @Test
    void aDashboardRestsOnTheFiguresOfItsQuarter() {
        assertThat(touches("/api/dashboards/{unit}", "/api/dashboards/bd-003", "", body("{\"quarter\":\"2024-Q4\"}")))
                .isEqualTo("dashboards/bd-003/2024-Q4");
    }

    @Test
    void whatIsAboutAUnitRestsAlsoOnAllThatHappensInIt() {
        assertThat(touches("/api/units/{unit}/reports", "/api/units/hcm-013/reports?quarter=2024-Q4", "", body("{}")))
                .isEqualTo("dashboards/hcm-013 units/hcm-013/reports");
    }

    @Test
    void whatIsAboutATeamRestsOnIt() {
        assertThat(touches("/api/teams/{team}/reports/{quarter}", "/api/teams/t-9/reports/2024-Q4", "", body("{}")))
                .isEqualTo("teams/t-9/reports/2024-Q4");
    }

    @Test
    void aListRestsOnWhatItNames() {
        assertThat(touches("/api/teams", "/api/teams", "", body("[]"))).isEqualTo("teams teams/t-1");
    }

    @Test
    void thePastNeverChanges() {
        assertThat(touches("/api/dashboards/{unit}", "/api/dashboards/bd-003", "7", body("{}")))
                .isEmpty();
    }
}
