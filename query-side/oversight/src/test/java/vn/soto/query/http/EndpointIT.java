package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EndpointIT {

    private static final UnitEstablished WARD = new UnitEstablished(
            new UnitId("c9"), UnitKind.WARD, "Phường 9", "1", Sample.PROVINCE, Sample.DECISION, Sample.DAY);

    private final Sample sample = new Sample(3, 200);

    @AutoClose
    private final QuerySideFixture side = new QuerySideFixture(
            sample.scribe.ledger, sample.scribe.codec, sample.scribe.clock, Map.of("soto.query.page-limit", "20"));

    private final Json json = new Json(side.http());
    private final long tail = sample.scribe.ledger.tail().number();

    EndpointIT() {
        side.upTo(tail);
    }

    @Test
    void unitsAnswerAsATree() {
        assertThat(json.whole("/api/units").get("answer"))
                .isEqualTo(
                        List.of(Map.of("unit", "p", "kind", "PROVINCE", "name", "Bình Dương", "officialCode", "74")));
        assertThat(json.answer("/api/units/c1"))
                .containsEntry("officialCode", "25741")
                .containsEntry("parent", "p")
                .extractingByKey("children")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .extracting("unit")
                .containsExactly("c1-r0", "c1-r1", "c1-r2");
    }

    @Test
    void teamsAnswerByUnitAndByThemselves() {
        String founded = "asOf=" + sample.founded;
        assertThat((List<?>) json.answer("/api/teams?unit=c0&" + founded).get("items"))
                .hasSize(4);
        assertThat((List<?>) json.answer("/api/teams?" + founded).get("items")).hasSize(10);
        String team = sample.teams.getFirst().value();
        assertThat(json.answer("/api/teams/" + team + "?" + founded))
                .containsEntry("team", team)
                .containsEntry("coverage", List.of("c0-r0"))
                .containsKeys("members", "foundingDecision", "changed");
    }

    @Nested
    final class Freshness {

        @Test
        void namesTheCommitAndItsChainHash() {
            side.upTo(tail);
            assertThat(json.freshness("/api/units"))
                    .containsEntry("commit", (int) tail)
                    .containsEntry("chain", sample.scribe.ledger.tail().chain().toString())
                    .containsEntry("lagCommits", 0)
                    .containsEntry("stale", false)
                    .containsEntry("deadLetters", 0)
                    .doesNotContainKey("asOf");
        }

        @Test
        void asOfAnInstantIsTheLastCommitBeforeIt() {
            var commit = sample.scribe.ledger.commit(7).orElseThrow();
            assertThat(json.freshness("/api/units?asOf=" + commit.at().plusSeconds(1)))
                    .containsEntry("asOf", 7);
            assertThat(json.freshness("/api/units?asOf=3")).containsEntry("asOf", 3);
        }

        @Test
        void aCommitNotFoldedInTimeIsNotYetThere() {
            assertThat(askStopped(Map.of("soto.query.read-your-writes-timeout", "100ms")))
                    .isEqualTo("urn:soto:problem:not-yet");
        }

        @Test
        void onlySoManyQuestionsWait() {
            assertThat(askStopped(Map.of("soto.query.max-waiting-queries", "0")))
                    .isEqualTo("urn:soto:problem:too-many");
        }

        /** Type of the problem when the commit asked for is in the ledger, and nobody folds it. */
        private Object askStopped(Map<String, Object> settings) {
            Sample growing = new Sample(9, 20);
            try (QuerySideFixture other = new QuerySideFixture(
                    growing.scribe.ledger,
                    growing.scribe.codec,
                    growing.scribe.clock,
                    settings,
                    ReadModelStore.inMemory())) {
                other.upTo(growing.scribe.ledger.tail().number()).projections().close();
                long next = growing.scribe.write(WARD).number();
                EntityExchangeResult<Map<String, Object>> result =
                        new Json(other.http()).ask("/api/units?atLeast=" + next, "en");
                assertThat(result.getStatus().value()).isEqualTo(503);
                assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                        .isEqualTo("1");
                return Objects.requireNonNull(result.getResponseBody()).getOrDefault("type", "");
            }
        }
    }

    @Test
    void whatDoesNotExistIsNotFoundHoweverFarTheReadModelsAreBehind() {
        Sample growing = new Sample(9, 20);
        try (QuerySideFixture other = QuerySideFixture.inMemory(growing.scribe)) {
            other.upTo(growing.scribe.ledger.tail().number()).projections().close();
            growing.scribe.write(WARD);
            Json asked = new Json(other.http());

            for (String path : List.of(
                    "/api/units/zzz",
                    "/api/teams/zzz",
                    "/api/households/zzz",
                    "/api/requests/zzz",
                    "/api/commits/999")) {
                assertThat(asked.status(path)).as(path).isEqualTo(404);
            }
            assertThat(asked.status("/api/units/c9"))
                    .as("it is not projected yet")
                    .isEqualTo(503);
        }
    }

    /** Before the first commits are projected an answer would be zeros; it waits instead. */
    @Test
    void anAnswerIsNeverMadeFromNothing() {
        Sample growing = new Sample(9, 20);
        try (QuerySideFixture other = QuerySideFixture.inMemory(growing.scribe)) {
            assertThat((List<?>) new Json(other.http()).whole("/api/units").get("answer"))
                    .isNotEmpty();
            assertThat(new Json(other.http()).freshness("/api/units").get("commit"))
                    .isNotEqualTo(0);
        }
    }

    @Test
    void anAnswerSaysHowFarItIsBehind() {
        Sample growing = new Sample(9, 20);
        try (QuerySideFixture other = QuerySideFixture.inMemory(growing.scribe)) {
            long folded = growing.scribe.ledger.tail().number();
            String chain = growing.scribe.ledger.tail().chain().toString();
            other.upTo(folded).projections().close();
            growing.scribe.write(WARD);
            growing.scribe.clock.set(growing.scribe.clock.instant().plusSeconds(7));
            assertThat(new Json(other.http()).freshness("/api/units"))
                    .containsEntry("commit", (int) folded)
                    .containsEntry("chain", chain)
                    .containsEntry("ledger", (int) folded + 1)
                    .containsEntry("lagCommits", 1)
                    .containsEntry("lagSeconds", 7)
                    .containsEntry("stale", true)
                    .containsEntry(
                            "missing",
                            Map.of(
                                    "from",
                                    (int) folded + 1,
                                    "to",
                                    (int) folded + 1,
                                    "since",
                                    growing.scribe.ledger.tail().at().toString()));
            assertThat(new Json(other.http()).freshness("/api/units?asOf=" + folded))
                    .as("an answer as of a commit lacks nothing")
                    .doesNotContainKey("missing");
            assertThat(Json.map(other.health().getDetails().get("units")))
                    .containsEntry("commit", folded)
                    .containsEntry("lagCommits", 1L)
                    .containsEntry("lagSeconds", 7.0);
        }
    }

    @Test
    void aQuestionWaitsForTheCommitItNames() {
        Sample growing = new Sample(9, 20);
        try (QuerySideFixture other = QuerySideFixture.inMemory(growing.scribe)) {
            long next = growing.scribe.write(WARD).number();
            assertThat(new Json(other.http()).answer("/api/units/c9?atLeast=" + next))
                    .containsEntry("name", "Phường 9");
            assertThat(new Json(other.http()).status("/api/units/c9?asOf=" + (next - 1)))
                    .isEqualTo(404);
        }
    }

    /** A ledger gives fewer commits than asked for where they are large. */
    @Test
    void pagesCutShortGiveTheSameAnswers() {
        LedgerReader whole = sample.scribe.ledger;
        LedgerReader cut = (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(),
                new Class<?>[] {LedgerReader.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "commits" -> whole.commits((long) arguments[0], Math.min(2, (int) arguments[1]));
                    case "commit" -> whole.commit((long) arguments[0]);
                    default ->
                        method.isDefault()
                                ? InvocationHandler.invokeDefault(self, method, arguments)
                                : method.invoke(whole, arguments);
                });
        String team = "/api/teams/" + sample.teams.getFirst();
        try (QuerySideFixture other = new QuerySideFixture(
                cut, sample.scribe.codec, sample.scribe.clock, Map.of(), ReadModelStore.inMemory())) {
            Json asked = new Json(other.upTo(tail).http());
            for (String uri : List.of(team + "/timeline?limit=20", team + "/reports/2026-Q3")) {
                assertThat(asked.answer(uri)).isEqualTo(json.answer(uri));
            }
        }
    }

    @Nested
    final class Problems {

        private Map<String, Object> problem(String uri, String language, int status) {
            EntityExchangeResult<Map<String, Object>> result = json.ask(uri, language);
            assertThat(result.getStatus().value()).as(uri).isEqualTo(status);
            assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
            return Objects.requireNonNull(result.getResponseBody());
        }

        @Test
        void comeInVietnameseUnlessEnglishIsAskedFor() {
            assertThat(problem("/api/teams/nobody", "vi", 404))
                    .containsEntry("type", "urn:soto:problem:absent-team")
                    .containsEntry("title", "Không tìm thấy tổ")
                    .containsEntry("instance", "/api/teams/nobody");
            assertThat(problem("/api/teams/nobody", "fr", 404)).containsEntry("title", "Không tìm thấy tổ");
            assertThat(problem("/api/teams/nobody", "en", 404)).containsEntry("title", "No such team");
        }

        @Test
        void refuseParametersNobodyKnows() {
            assertThat(problem("/api/dashboards/p?quater=2026-Q3", "en", 400))
                    .containsEntry("type", "urn:soto:problem:unknown-parameter")
                    .containsEntry(
                            "detail",
                            "There is no parameter \"quater\" here. Known parameters: quarter, boundaries, days, asOf, atLeast.");
        }

        @Test
        void refuseValuesThatAreNone() {
            String team = sample.teams.getFirst().value();
            for (String uri : List.of(
                    "/api/dashboards/p?quarter=2026-Q5",
                    "/api/units?asOf=yesterday",
                    "/api/units?atLeast=-1",
                    "/api/units?asOf=1&asOf=2",
                    "/api/units?asOf=99999999999999999999",
                    "/api/commits/%20",
                    "/api/events/%20%20",
                    "/api/teams/%20/reports/%20",
                    "/api/teams/" + team + "/timeline?limit=21",
                    "/api/teams/" + team + "/changes?from=9&asOf=8",
                    "/api/teams/" + team + "/reports/2026-Q9")) {
                assertThat(problem(uri, "en", 400)).containsEntry("type", "urn:soto:problem:malformed-parameter");
            }
        }

        @Test
        void refuseTheFuture() {
            for (String question : List.of(
                    "asOf=" + (tail + 1),
                    "asOf=2999-01-01T00:00:00Z",
                    "atLeast=" + (tail + 1),
                    "atLeast=" + Long.MAX_VALUE)) {
                assertThat(problem("/api/units?" + question, "en", 400))
                        .containsEntry("type", "urn:soto:problem:beyond-ledger");
            }
        }

        @Test
        void sayWhatIsAbsent() {
            String team = sample.teams.getFirst().value();
            assertThat(problem("/api/units/nowhere", "vi", 404)).containsEntry("type", "urn:soto:problem:absent-unit");
            assertThat(problem("/api/dashboards/p?asOf=0", "vi", 404))
                    .containsEntry("type", "urn:soto:problem:absent-unit");
            assertThat(problem("/api/households/nobody", "vi", 404))
                    .containsEntry("type", "urn:soto:problem:absent-household");
            assertThat(problem("/api/teams/" + team + "/reports/2030-Q1?version=1", "vi", 404))
                    .containsEntry("type", "urn:soto:problem:absent-version");
            assertThat(problem("/api/teams/" + team + "/reports/2026-Q3/figures/X99", "vi", 404))
                    .containsEntry("type", "urn:soto:problem:absent-figure");
        }
    }
}
