package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoQueriesTest {

    /** The README and the demo's own show these queries with their answers. */
    @Test
    void areTheSameForEverybody() {
        String team = "0192db03-eac0-7fa0-8e12-930662955f6f";
        assertThat(DemoQueries.lines().stream().filter(line -> !line.startsWith("#")))
                .isEqualTo(List.of(
                        asked("/api/dashboards/bd-003?quarter=2024-Q4"),
                        asked("/api/dashboards/bd-003?quarter=2024-Q4&asOf=2025-01-05T17:00:00Z"),
                        asked("/api/teams/" + team + "/reports/2024-Q4/figures/S.digital-payment?limit=1"),
                        asked("/api/dashboards/hcm-001?quarter=2024-Q4&boundaries=as-now"),
                        asked("/api/units/hcm-001/undecided")));
        assertThat(new DemoScript().crews().get(Story.TWICE - 1).id().value()).isEqualTo(team);
    }

    private static String asked(String path) {
        return "curl -s -u \"$(grep ^auditor: data/accounts)\" 'http://localhost:8080" + path + "'";
    }
}
