package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.MongoReadModels;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.AlterableLedger;
import vn.soto.testkit.mongo.Emulator;

/** A record of help whose payload was altered: figures and lists leave it out and say so, before and after a restart. */
final class DamagedCommitIT {

    private final Sample sample = new Sample(5, 0);
    private final TeamId team = sample.teams.getFirst();
    private final long corrected = household();
    private final long altered = help("x");
    private final long last = help("y");
    private final AlterableLedger ledger = AlterableLedger.copyOf(sample.scribe.ledger);

    private long household() {
        HouseholdId household = new HouseholdId("h-lost");
        UnitId unit = new UnitId("c0-r0");
        sample.scribe.write(new HouseholdRegistered(household, unit, "HO-1"));
        return sample.scribe
                .write(new ReferenceCorrected(household, unit, "HO-2"))
                .number();
    }

    /** Neither the household's answer nor the search for the commit's number needs what cannot be read. */
    @Test
    void aHouseholdIsShownAndItsDamagedCommitFound() {
        ledger.alter(corrected, "HO-2", "HO-3");
        try (QuerySideFixture side = start(ledger, ReadModelStore.inMemory())) {
            Json json = new Json(side.http());
            assertThat(json.status("/api/households/h-lost")).isEqualTo(200);
            assertThat(json.answer("/api/search?q=" + corrected + "&kinds=commit")
                            .get("hits"))
                    .isEqualTo(List.of(Map.of("kind", "commit", "id", Long.toString(corrected), "matches", List.of())));
        }
    }

    private long help(String id) {
        return sample.scribe
                .write(PlainEvents.help(
                        id,
                        team,
                        Beneficiary.of(new HouseholdId("h-" + id), new UnitId("c0-r0")),
                        PlainEvents.content(
                                Channel.HOME_VISIT, Mode.SELF_PERFORMED, Instant.parse("2026-08-01T01:00:00Z"))))
                .number();
    }

    private QuerySideFixture start(AlterableLedger over, ReadModelStore store) {
        return new QuerySideFixture(over, sample.scribe.codec, sample.scribe.clock, Map.of(), store).upTo(last);
    }

    @Test
    void isNotFoldedAndEveryAnswerSaysSo() {
        ledger.alter(altered, "h-x", "h-z");
        try (QuerySideFixture side = start(ledger, ReadModelStore.inMemory())) {
            Json json = new Json(side.http());
            assertThat(assistances(json)).isEqualTo(1);
            assertThat(damaged(json)).isEqualTo(Map.of("count", 1, "commits", List.of((int) altered)));
            assertThat(json.freshness("/api/units").get("deadLetters"))
                    .isEqualTo(side.projections().all().size() - 1); // without the search index
            assertThat(json.freshness("/api/units?asOf=" + (altered - 1))).doesNotContainKey("damaged");
            assertNowhere(json);
        }
    }

    @Test
    void isFoundWhenReadModelsAreKeptFromBefore() {
        try (Emulator emulator = Emulator.start();
                MongoClient client = MongoClients.create(emulator.uri())) {
            ReadModelStore store = MongoReadModels.in(client.getDatabase("kept"));
            try (QuerySideFixture first = start(ledger, store)) {
                assertThat(assistances(new Json(first.http()))).isEqualTo(2);
            }
            ledger.alter(altered, "h-x", "h-z");
            AlterableLedger again = ledger.reopened();
            try (QuerySideFixture second = start(again, store)) {
                Json json = new Json(second.http());
                assertNowhere(json);
                assertThat(damaged(json)).isEqualTo(Map.of("count", 1, "commits", List.of((int) altered)));
            }
        }
    }

    private static @Nullable Object assistances(Json json) {
        return Json.map(json.answer("/api/dashboards/c0?quarter=2026-Q3").get("total"))
                .get("assistances");
    }

    private static @Nullable Object damaged(Json json) {
        return Json.map(json.freshness("/api/dashboards/c0?quarter=2026-Q3")).get("damaged");
    }

    private void assertNowhere(Json json) {
        Map<String, Object> first = json.answer("/api/teams/" + team + "/timeline?limit=1");
        assertThat(first.get("next")).as("the list goes on behind it").isNotNull();
        Map<String, Object> all = json.answer("/api/teams/" + team + "/timeline");
        assertThat(all.toString()).doesNotContain("h-z").doesNotContain("h-x").contains("h-y");
        assertThat(json.answer("/api/teams/" + team + "/timeline?limit=2").get("next"))
                .as("nothing comes behind the last")
                .isNull();
        EntityExchangeResult<Map<String, Object>> record = json.ask("/api/assistances/x", "en");
        assertThat(record.getStatus().value()).isEqualTo(503);
        assertThat(record.getResponseBody())
                .containsEntry("type", "urn:soto:problem:commit-damaged")
                .containsEntry("commit", (int) altered);
        assertThat(json.status("/api/assistances/y")).isEqualTo(200);
        assertThat(json.answer("/api/teams/" + team + "/reports/2026-Q3/figures/H02")
                        .toString())
                .doesNotContain("h-z");
    }
}
