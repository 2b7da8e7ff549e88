package vn.soto.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.axon.UuidV7;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;

/** The questions that benchmarks ask are answered. */
@Tag("slow")
@Tag("threads")
@Tag("long")
final class AnswersIT {

    private static final int EVENTS = 400;

    private final EventCodec codec = EventCodec.product();
    private final Clock clock = Clock.systemUTC();
    private final UuidV7 ids = UuidV7.system();

    @TempDir
    private Path folder;

    @Test
    void aDraftTheEventsBehindAFigureAndADashboard() throws Exception {
        try (SqliteStore store = new SqliteStore(folder, codec, clock, ids)) {
            ProvinceLedger province = new ProvinceLedger(store.ledger().appender(), codec, ids);
            province.write(2, EVENTS);
            try (ReadModels models =
                            ReadModels.some(store.ledger(), codec, clock, Set.of("UnitProjector", "TeamProjector"));
                    Answers answers = models.answers()) {
                models.upTo(store.ledger().reader().tail().number(), Duration.ofMinutes(2));
                TeamId team = province.teams().getFirst();
                String report = "/api/teams/" + team + "/reports/2026-Q3";

                assertThat(answers.get(report)).contains("\"figures\"");
                assertThat(answers.get(report + "/figures/H05?limit=100")).contains("\"entries\"");
                assertThat(answers.get("/api/dashboards/province?quarter=2026-Q3"))
                        .contains("\"total\"");
            }
        }
    }
}
