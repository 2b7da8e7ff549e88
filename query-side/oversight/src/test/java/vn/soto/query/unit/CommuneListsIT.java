package vn.soto.query.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/** Lists of a commune whose neighbourhoods have numbers, as its clerk asks for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommuneListsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2026, 1, 5));
    private static final UnitId PROVINCE = new UnitId("p");
    private static final UnitId WARD = new UnitId("phu-cuong");
    private static final UnitId FORMER = new UnitId("phu-cu");

    private final EventLog scribe = new EventLog();

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(scribe);

    private final Json json = new Json(side.http("OFFICER"));

    CommuneListsIT() {
        unit(PROVINCE, UnitKind.PROVINCE, "Bình Dương", null);
        unit(WARD, UnitKind.WARD, "Phường Phú Cường", PROVINCE);
        unit(FORMER, UnitKind.COMMUNE, "Xã Phú Cũ", PROVINCE);
        for (int number : List.of(10, 2, 1)) {
            UnitId neighbourhood = new UnitId("kp-" + number);
            unit(neighbourhood, UnitKind.NEIGHBOURHOOD, "Khu phố " + number, WARD);
            MemberId leader = new MemberId("to-truong-" + number);
            scribe.write(
                    PlainEvents.team(new TeamId("t-" + number), "Tổ khu phố " + number, neighbourhood, DAY, leader));
        }
        unit(new UnitId("ap"), UnitKind.HAMLET, "Ấp Đông", FORMER);
        household("h-10a", "kp-10");
        household("h-2a", "kp-2");
        household("h-1a", "kp-1");
        household("h-1b", "kp-1");
        household("h-ap", "ap");
        scribe.write(new BusinessRegistered(
                new BusinessId("b-10"), BusinessKind.COOPERATIVE, new UnitId("kp-10"), "HTX-1", null));
        side.upTo(scribe.ledger.tail().number());
    }

    private void unit(UnitId unit, UnitKind kind, String name, @org.jspecify.annotations.Nullable UnitId parent) {
        scribe.write(new UnitEstablished(unit, kind, name, null, parent, DECISION, DAY));
    }

    private void household(String id, String unit) {
        scribe.write(new HouseholdRegistered(new HouseholdId(id), new UnitId(unit), "HO-" + id));
    }

    private static List<Object> column(@org.jspecify.annotations.Nullable Object lines, String name) {
        return ((List<?>) Objects.requireNonNull(lines))
                .stream()
                        .map(line -> Objects.requireNonNull(Json.map(line).get(name)))
                        .toList();
    }

    private List<Object> households(String question) {
        return column(json.answer(question).get("items"), "household");
    }

    @Test
    void everyListOfNeighbourhoodsHas2Before10() {
        List<Object> expected = List.of("Khu phố 1", "Khu phố 2", "Khu phố 10");

        assertThat(column(json.answer("/api/units/phu-cuong").get("children"), "name"))
                .isEqualTo(expected);
        assertThat(column(json.answer("/api/units/phu-cuong/coverage").get("items"), "name"))
                .isEqualTo(expected);
        for (String boundaries : List.of("as-was", "as-now")) {
            assertThat(column(
                            json.answer("/api/dashboards/phu-cuong?quarter=2026-Q3&boundaries=" + boundaries)
                                    .get("children"),
                            "name"))
                    .as(boundaries)
                    .isEqualTo(expected);
        }
        assertThat(column(json.answer("/api/teams?unit=phu-cuong").get("items"), "name"))
                .containsExactly("Tổ khu phố 1", "Tổ khu phố 2", "Tổ khu phố 10");
        assertThat(column(
                        json.answer("/api/units/phu-cuong/reports?quarter=2026-Q3")
                                .get("reports"),
                        "name"))
                .containsExactly("Tổ khu phố 1", "Tổ khu phố 2", "Tổ khu phố 10");
        assertThat(households("/api/units/phu-cuong/households?limit=4").getLast())
                .isEqualTo("h-10a");
    }

    @Test
    void teamsCoverageAndReportsComeInPagesThatBelongTogether() {
        long asOf = scribe.ledger.tail().number();
        Map<String, String> lists = Map.of(
                "/api/teams?unit=phu-cuong",
                "items",
                "/api/units/phu-cuong/coverage?on=" + DAY,
                "items",
                "/api/units/phu-cuong/reports?quarter=2026-Q3",
                "reports");
        lists.forEach((question, list) -> {
            Map<String, Object> whole = json.answer(question + "&asOf=" + asOf);
            List<Object> paged = new ArrayList<>();
            String next = question + "&limit=1&asOf=" + asOf;
            while (next != null) {
                Map<String, Object> page = Json.map(json.follow(next).get("answer"));
                paged.addAll((List<?>) Objects.requireNonNull(page.get(list)));
                assertThat(page.get("total")).as(next).isEqualTo(whole.get("total"));
                assertThat(page.get("totals")).as(next).isEqualTo(whole.get("totals"));
                next = (String)
                        Json.map(Json.map(json.follow(next).get("links")).getOrDefault("next", Map.of()))
                                .get("href");
            }
            assertThat(paged).as(question).hasSize(3).isEqualTo(whole.get(list));
            assertThat(whole).doesNotContainKey("next");
            assertThat((List<?>) json.answer(question + "&from=3").get(list)).isEmpty();
            assertThat(json.status(question + "&from=-1")).isEqualTo(400);
            assertThat(json.status(question + "&limit=201")).isEqualTo(400);
        });
    }

    @Test
    void theHouseholdsOfACommuneAreThoseOfItsNeighbourhoods() {
        long asOf = scribe.ledger.tail().number();
        List<Object> all = households("/api/units/phu-cuong/households?asOf=" + asOf);
        assertThat(all).containsAll(List.of("h-1a", "h-1b", "h-2a", "h-10a")).doesNotContain("h-ap");

        List<Object> paged = new ArrayList<>();
        Object from = 0;
        while (from != null) {
            Map<String, Object> page =
                    json.answer("/api/units/phu-cuong/households?limit=1&asOf=" + asOf + "&from=" + from);
            paged.addAll(column(page.get("items"), "household"));
            from = page.get("next");
            household("h-1-later-" + paged.size(), "kp-1");
            side.upTo(scribe.ledger.tail().number());
        }
        assertThat(paged).as("pages as of one commit, while lists grow").isEqualTo(all);
        assertThat(households("/api/units/phu-cuong/households?reference=HO-h-2a"))
                .containsExactly("h-2a");
    }

    @Test
    void theBusinessesOfACommuneAreThoseOfItsNeighbourhoods() {
        assertThat(column(json.answer("/api/units/phu-cuong/businesses").get("items"), "business"))
                .containsExactly("b-10");
    }

    @Test
    void aProvinceSaysInWhichCommuneToAskAndNeverAnswersAnEmptyList() {
        for (String list : List.of("households", "businesses")) {
            var refused = json.ask("/api/units/p/" + list, "vi");

            assertThat(refused.getStatus().value()).isEqualTo(400);
            Map<String, Object> problem = Objects.requireNonNull(refused.getResponseBody());
            assertThat(problem).containsEntry("type", "urn:soto:problem:ask-below");
            assertThat(problem.get("detail")).asString().contains("Bình Dương", "Phường Phú Cường (phu-cuong)");
            assertThat(column(problem.get("units"), "unit")).contains("phu-cuong");
        }
        assertThat(Objects.requireNonNull(
                                json.ask("/api/units/p/households", "en").getResponseBody())
                        .get("detail"))
                .asString()
                .contains("Ask one of these units: ");
    }

    @Test
    void aCommuneThatBecamePartOfAnotherSaysWhichOneToAsk() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        scribe.write(
                new UnitMerged(FORMER, WARD, DECISION, day),
                new UnitTookOver(WARD, FORMER, UnitChange.MERGED, DECISION, day));
        long moved = scribe.write(new UnitReparented(new UnitId("ap"), WARD, null, DECISION, day))
                .number();
        side.upTo(moved);

        var refused = json.ask("/api/units/phu-cu/households", "vi");
        assertThat(refused.getStatus().value()).isEqualTo(400);
        assertThat(refused.getResponseBody()).containsEntry("type", "urn:soto:problem:ask-successors");
        assertThat(Objects.requireNonNull(refused.getResponseBody()).get("detail"))
                .asString()
                .contains("Phường Phú Cường (phu-cuong)");
        assertThat(households("/api/units/phu-cuong/households")).contains("h-ap");
    }

    @Test
    void aMemberWhoseNameIsNotRecordedIsAMember() {
        assertThat(json.answer("/api/members/to-truong-2")).isEqualTo(Map.of("member", "to-truong-2"));
        assertThat(json.answer("/api/members/to-truong-2/activity?quarter=2026-Q3"))
                .containsEntry("assistances", 0);
        assertThat(json.status("/api/members/to-truong-2?asOf=1"))
                .as("nobody yet")
                .isEqualTo(404);
    }
}
