package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;

/**
 * The figures that a commune reads of a quarter. Its clock stands at the beginning of July 2026; its teams have three
 * members each.
 */
final class CommuneFiguresIT {

    private static final UnitId KP0 = new UnitId("c0-r0");
    private static final UnitId KP1 = new UnitId("c0-r1");
    private static final UnitId COMMUNE = new UnitId("c0");
    private static final HouseholdId HOME = new HouseholdId("h-1");
    private static final HouseholdId TWIN = new HouseholdId("h-2");
    private static final Instant JULY = Instant.parse("2026-07-01T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final Sample sample = new Sample(1, 0);
    private final EventLog ledger = sample.scribe;
    private final TeamId team = sample.teams.getFirst();
    private final TeamId neighbours = sample.teams.get(1);

    private static AssistanceContent content(Channel channel) {
        return PlainEvents.content(channel, Mode.DEMONSTRATED, JULY);
    }

    private AssistanceRecorded help(String id, Beneficiary helped, CreditShare... helpers) {
        Channel channel =
                helped.kind() == Beneficiary.Kind.WALK_IN ? Channel.PUBLIC_SERVICE_CENTRE : Channel.HOME_VISIT;
        return PlainEvents.help(id, team, helped, content(channel), helpers);
    }

    private AssistanceRecorded help(String id, Beneficiary helped, Instant at) {
        return PlainEvents.help(
                id, team, helped, PlainEvents.content(Channel.PUBLIC_SERVICE_CENTRE, Mode.DEMONSTRATED, at));
    }

    private static long figure(Json json, String unit, String lens, String figure, @Nullable Long asOf) {
        String uri = "/api/dashboards/" + unit + "?quarter=2026-Q3&boundaries=" + lens
                + (asOf == null ? "" : "&asOf=" + asOf);
        return ((Number) Objects.requireNonNull(
                        Json.map(json.answer(uri).get("total")).get(figure)))
                .longValue();
    }

    private static long households(Json json, String unit, String lens) {
        return figure(json, unit, lens, "households", null);
    }

    private static Map<String, Object> line(Json json, String uri, String key, String value) {
        Map<String, Object> answer = json.answer(uri);
        Object lines = answer.containsKey("figures") ? answer.get("figures") : answer.get("children");
        return ((List<?>) Objects.requireNonNull(lines))
                .stream()
                        .map(Json::map)
                        .filter(each -> value.equals(each.get(key)))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aHouseholdHelpedBeforeAndAfterItsMoveCountsOnceInTheCommune() {
        ledger.write(new HouseholdRegistered(HOME, KP0, "HO-1"));
        ledger.write(help("a-1", Beneficiary.of(HOME, KP0)));
        ledger.write(new HouseholdRelocated(HOME, KP0, KP1, null, DAY));
        long before = ledger.ledger.tail().number();
        ledger.write(help("a-2", Beneficiary.of(HOME, KP1)));
        long both = ledger.ledger.tail().number();
        ledger.write(new AssistanceVoided(new AssistanceId("a-1"), team, Beneficiary.of(HOME, KP0)));

        ledger.then(json -> {
            for (String lens : List.of("as-was", "as-now")) {
                for (String unit : List.of("c0-r1", "c0", "p")) {
                    assertThat(households(json, unit, lens)).as(unit + lens).isEqualTo(1);
                    assertThat(figure(json, unit, lens, "households", both))
                            .as(unit + lens)
                            .isEqualTo(1);
                }
                assertThat(figure(json, "c0-r0", lens, "households", both)).isEqualTo(1);
                assertThat(households(json, "c0-r0", lens)).isZero();
                assertThat(figure(json, "c0", lens, "households", before)).isEqualTo(1);
                assertThat(figure(json, "c0", lens, "assistances", both)).isEqualTo(2);
            }
        });
    }

    @Test
    void helpMovedToAnotherQuarterIsNoHelpOfThisOneAnyMore() {
        ledger.write(help("a-1", Beneficiary.of(HOME, KP0)), help("a-2", Beneficiary.of(HOME, KP1)));
        ledger.write(PlainEvents.corrected(
                "a-2",
                team,
                Beneficiary.of(HOME, KP1),
                PlainEvents.content(Channel.PHONE, Mode.DEMONSTRATED, Instant.parse("2026-05-01T03:00:00Z"))));

        ledger.then(json -> {
            assertThat(households(json, "c0", "as-was")).isEqualTo(1);
            assertThat(households(json, "c0-r1", "as-was")).isZero();
            assertThat(Json.map(
                            json.answer("/api/dashboards/c0?quarter=2026-Q2").get("total")))
                    .containsEntry("households", 1);
        });
    }

    @Test
    void aHouseholdHelpedByMistakeCountsNoMoreOnceTheRecordStandsUnderTheRightOne() {
        ledger.write(help("a-1", Beneficiary.of(HOME, KP0)), help("a-2", Beneficiary.of(HOME, KP1)));
        ledger.write(help("a-3", Beneficiary.of(TWIN, KP0)));
        long mistaken = ledger.ledger.tail().number();
        ledger.write(moved("a-2", Beneficiary.of(HOME, KP1), Beneficiary.of(TWIN, KP1)));
        long right = ledger.ledger.tail().number();
        ledger.write(moved("a-2", Beneficiary.of(TWIN, KP1), Beneficiary.walkIn(KP1)));

        ledger.then(json -> {
            for (String lens : List.of("as-was", "as-now")) {
                assertThat(figure(json, "c0-r1", lens, "households", mistaken)).isEqualTo(1);
                assertThat(figure(json, "c0", lens, "households", mistaken)).isEqualTo(2);
                assertThat(figure(json, "c0-r1", lens, "households", right)).isEqualTo(1);
                assertThat(figure(json, "c0", lens, "households", right)).isEqualTo(2);
                assertThat(households(json, "c0-r1", lens)).isZero();
                assertThat(households(json, "c0", lens)).isEqualTo(2);
                assertThat(figure(json, "c0", lens, "assistances", null)).isEqualTo(3);
            }
        });
    }

    @Test
    void aHouseholdHelpedByMistakeInTheCommuneIsNotAmongThoseHelpedThere() {
        ledger.write(help("a-1", Beneficiary.of(HOME, KP0)), help("a-2", Beneficiary.of(HOME, KP1)));
        ledger.write(moved("a-1", Beneficiary.of(HOME, KP0), Beneficiary.of(TWIN, KP0)));
        long half = ledger.ledger.tail().number();
        ledger.write(moved("a-2", Beneficiary.of(HOME, KP1), Beneficiary.of(TWIN, KP1)));

        ledger.then(json -> {
            assertThat(figure(json, "c0", "as-was", "households", half)).isEqualTo(2);
            assertThat(households(json, "c0", "as-was")).isEqualTo(1);
            assertThat(households(json, "p", "as-now")).isEqualTo(1);
        });
    }

    private AssistanceCorrected moved(String id, Beneficiary from, Beneficiary to) {
        return new AssistanceCorrected(
                new AssistanceId(id),
                team,
                to,
                null,
                content(Channel.HOME_VISIT),
                List.of(ServiceCategory.VNEID),
                null,
                new AssistanceCorrected.Moved(from, null),
                null,
                List.of());
    }

    @Test
    void aHouseholdRegisteredTwiceCountsOnceOnceThatIsKnown() {
        ledger.write(help("a-1", Beneficiary.of(HOME, KP0)), help("a-2", Beneficiary.of(TWIN, KP0)));
        long twice = ledger.ledger.tail().number();
        ledger.write(new HouseholdMerged(HOME, KP0, TWIN, List.of(team)));
        long once = ledger.ledger.tail().number();
        ledger.write(new HouseholdSeparated(HOME, KP0, TWIN, List.of(team)));

        ledger.then(json -> {
            for (String unit : List.of("c0-r0", "c0", "p")) {
                assertThat(figure(json, unit, "as-was", "households", twice)).isEqualTo(2);
                assertThat(figure(json, unit, "as-was", "households", once)).isEqualTo(1);
                assertThat(households(json, unit, "as-was")).isEqualTo(2);
            }
        });
    }

    @Test
    void helpToADuplicateAfterTheMergerIsHelpToTheSameHousehold() {
        ledger.write(help("a-1", Beneficiary.of(HOME, KP0)));
        ledger.write(new HouseholdMerged(HOME, KP0, TWIN, List.of(team)));
        ledger.write(help("a-2", Beneficiary.of(TWIN, KP1)));

        ledger.then(json -> assertThat(households(json, "c0", "as-now")).isEqualTo(1));
    }

    @Test
    void aWalkInAtThePublicServiceCentreCountsInTheCommune() {
        ledger.write(help("a-1", Beneficiary.walkIn(COMMUNE)));

        ledger.then(json -> {
            for (String lens : List.of("as-was", "as-now")) {
                assertThat(figure(json, "c0", lens, "assistances", null)).isEqualTo(1);
                assertThat(figure(json, "c0-r0", lens, "assistances", null)).isZero();
                assertThat(figure(json, "p", lens, "assistances", null)).isEqualTo(1);
                assertThat(line(json, "/api/dashboards/p?quarter=2026-Q3&boundaries=" + lens, "unit", "c0"))
                        .containsEntry("assistances", 1);
            }
        });
    }

    @Test
    void aWalkInStaysCountedWhenTheCommuneBecomesPartOfAnother() {
        ledger.write(help("a-1", Beneficiary.walkIn(new UnitId("c1"))));
        new Reform(sample).carryOut();

        ledger.then(json -> {
            assertThat(figure(json, "s", "as-now", "assistances", null)).isEqualTo(1);
            assertThat(figure(json, "m", "as-now", "assistances", null)).isEqualTo(1);
        });
    }

    @Test
    void aWalkInOfADividedCommuneIsUndecidedAndNotLost() {
        ledger.write(help("a-1", Beneficiary.walkIn(COMMUNE)));
        new Reform(sample).carryOut();

        ledger.then(json -> {
            Map<String, Object> dashboard = json.answer("/api/dashboards/m?quarter=2026-Q3&boundaries=as-now");
            assertThat(Json.map(dashboard.get("total"))).containsEntry("assistances", 1);
            assertThat(Json.map(dashboard.get("undecided"))).containsEntry("assistances", 1);
        });
    }

    /** Nothing that lived in it is left to show the commune that took it over. */
    @Test
    void aMergedCommuneWithoutHamletsShowsTheCommuneThatTookItOver() {
        UnitId empty = new UnitId("c-empty");
        Instrument decision = new Instrument("21/NQ-HĐND", DAY);
        ledger.write(new UnitEstablished(
                empty, UnitKind.COMMUNE, "Xã Trống", "25999", new UnitId("p"), decision, LocalDate.of(2026, 1, 5)));
        ledger.write(help("a-1", Beneficiary.walkIn(empty)));
        ledger.write(
                new UnitMerged(empty, COMMUNE, decision, DAY),
                new UnitTookOver(COMMUNE, empty, UnitChange.MERGED, decision, DAY));

        ledger.then(json -> {
            assertThat(figure(json, "c-empty", "as-now", "assistances", null)).isEqualTo(1);
            assertThat(line(json, "/api/dashboards/c-empty?quarter=2026-Q3&boundaries=as-now", "unit", "c0"))
                    .containsEntry("assistances", 1);
        });
    }

    /** Units that have ended, are divided, have grown or have no part, in the quarter before a reform and in that after it. */
    @Test
    void theRowsOfEveryUnitAddUpToItsTotal() {
        Reform reform = new Reform(sample);
        List<String> units = new ArrayList<>(List.of("p", "c0", "c1", "c2", "m", "n", "s"));
        for (int i = 0; i < 9; i++) {
            UnitId unit = Reform.neighbourhood(i / 3, i % 3);
            units.add(unit.value());
            reform.register("h-" + i, unit);
            ledger.write(help("june-" + i, Beneficiary.walkIn(unit), JULY.minus(Duration.ofDays(9))));
            ledger.write(help("july-" + i, Beneficiary.walkIn(unit), JULY));
        }
        reform.carryOut();
        reform.splitNeighbourhood();

        ledger.then(json -> {
            for (String unit : units) {
                for (String lens : List.of("?quarter=2026-Q2", "?quarter=2026-Q3")) {
                    addsUp(json, "/api/dashboards/" + unit + lens + "&boundaries=as-was");
                    addsUp(json, "/api/dashboards/" + unit + lens + "&boundaries=as-now");
                }
            }
            assertThat(json.answer("/api/dashboards/c2-r0?quarter=2026-Q3&boundaries=as-now"))
                    .containsEntry("children", List.of())
                    .doesNotContainKey("undecided");
        });
    }

    private static void addsUp(Json json, String uri) {
        Map<String, Object> dashboard = json.answer(uri);
        List<Object> rows = new ArrayList<>((List<?>) dashboard.getOrDefault("children", List.of()));
        Optional.ofNullable(dashboard.get("undecided")).ifPresent(rows::add);
        Map<String, Object> total = Json.map(dashboard.get("total"));
        for (String figure : List.of("assistances", "registered", "unassigned")) {
            long sum = rows.stream()
                    .mapToLong(row ->
                            ((Number) Objects.requireNonNull(Json.map(row).get(figure))).longValue())
                    .sum();
            long stated = ((Number) Objects.requireNonNull(total.get(figure))).longValue();
            assertThat(rows.isEmpty() ? stated : sum)
                    .as(figure + " of " + uri + ": " + rows)
                    .isEqualTo(stated);
        }
    }

    @Test
    void theHouseholdsNobodyActsForAreAsManyAsTheListShows() {
        MemberId first = new MemberId("m-1");
        MemberId second = new MemberId("m-2");
        for (int i = 0; i < 6; i++) {
            HouseholdId household = new HouseholdId("h-" + i);
            ledger.write(new HouseholdRegistered(household, KP0, "HO-" + i));
            if (i < 4) {
                Responsible by = new Responsible(team, i < 2 ? first : second);
                ledger.write(new HouseholdAssigned(household, KP0, by, LocalDate.of(2026, 2, 1)));
            }
        }
        long assigned = ledger.ledger.tail().number();
        ledger.write(new MembershipEnded(team, first, EndReason.MOVED_AWAY, LocalDate.of(2026, 6, 15)));
        ledger.write(new HouseholdLeft(new HouseholdId("h-5"), KP0, DAY));

        ledger.then(json -> {
            for (String unit : List.of("c0-r0", "c0", "p")) {
                assertThat(figure(json, unit, "as-was", "unassigned", assigned)).isEqualTo(2);
                assertThat(figure(json, unit, "as-was", "registered", null)).isEqualTo(5);
                assertThat(figure(json, unit, "as-was", "assigned", null)).isEqualTo(2);
                assertThat(figure(json, unit, "as-was", "unassigned", null)).isEqualTo(3);
            }
            assertThat((List<?>) json.answer("/api/units/c0-r0/households?unassigned=true")
                            .getOrDefault("items", List.of()))
                    .hasSize(3);
            assertThat(line(json, "/api/teams/" + team + "/reports/2026-Q3", "code", "H03"))
                    .containsEntry("value", 3)
                    .containsEntry("name", "Số hộ chưa phân công");
            assertThat(line(json, "/api/teams/" + team + "/reports/2026-Q3?asOf=" + assigned, "code", "H03"))
                    .containsEntry("value", 2);
            assertThat(json.answer("/api/teams/" + team + "/reports/2026-Q3/figures/H03"))
                    .containsEntry("counted", 3);
        });
    }

    @Test
    void theReportSaysThatNobodyStatedTheTotalOfHouseholds() {
        String report = "/api/teams/" + team + "/reports/2026-Q3";
        long before = ledger.ledger.tail().number();
        long zero = ledger.write(new HouseholdTotalStated(team, new Quarter(2026, 3), 0))
                .number();
        ledger.write(new HouseholdTotalStated(team, new Quarter(2026, 3), 412));

        ledger.then(json -> {
            assertThat(line(json, report + "?asOf=" + before, "code", "H01"))
                    .containsEntry("value", null)
                    .containsEntry("name", "Tổng số hộ trên địa bàn");
            assertThat(line(json, report + "?asOf=" + zero, "code", "H01")).containsEntry("value", 0);
            assertThat(line(json, report, "code", "H01")).containsEntry("value", 412);
            assertThat((List<?>) json.answer(report + "/figures/H01").getOrDefault("entries", List.of()))
                    .hasSize(1);
            assertThat(json.answer(report + "/figures/H01?asOf=" + before)).containsEntry("value", null);
        });
    }

    @Test
    void aReportNamesItsFiguresInTheReadersLanguage() {
        ledger.write(help("a-1", Beneficiary.of(HOME, KP0), new CreditShare(new MemberId("m-1"), 100)));
        String report = "/api/teams/" + team + "/reports/2026-Q3";

        ledger.then(json -> {
            assertThat(line(json, report, "code", "H05"))
                    .containsEntry("name", "Số lượt hướng dẫn")
                    .containsEntry("unit", "lượt");
            assertThat(line(json, report, "code", "C.vneid"))
                    .hasEntrySatisfying(
                            "name",
                            name -> assertThat(String.valueOf(name))
                                    .startsWith("Số lượt hướng dẫn theo dịch vụ: ")
                                    .doesNotContain("C.vneid"));
            Map<String, Object> english = Json.map(Objects.requireNonNull(
                            json.ask(report + "/figures/H05", "en").getResponseBody())
                    .get("answer"));
            assertThat(english).containsEntry("name", "Help records").containsKey("definition");
            Map<String, Object> all = json.answer("/api/indicators");
            assertThat(all).containsEntry("version", 6);
            assertThat((List<?>) all.getOrDefault("indicators", List.of()))
                    .extracting(each -> Json.map(each).get("code"))
                    .contains("T01", "H01", "H03", "H05.joint");
            assertThat(json.answer("/api/indicators?version=1")).containsEntry("version", 1);
            assertThat(json.status("/api/indicators?version=7")).isEqualTo(400);
        });
    }

    @Test
    void suspendedMembersAreNotAmongThoseAtWorkOnTheDashboardEither() {
        ledger.write(new MemberSuspended(team, new MemberId("m-1"), DAY));

        ledger.then(json -> {
            assertThat(figure(json, "c0-r2", "as-was", "members", null)).isEqualTo(3);
            assertThat(line(json, "/api/teams/" + team + "/reports/2026-Q3", "code", "T02"))
                    .containsEntry("value", 2);
            assertThat(figure(json, "c0-r0", "as-was", "members", null)).isEqualTo(2 + 3);
            assertThat(figure(json, "c0-r0", "as-was", "suspended", null)).isEqualTo(1);
        });
    }

    @Test
    void twoTeamsHelpingTogetherShareTheCreditAndCountOneRecord() {
        MemberId other = new MemberId("m-5");
        ledger.write(help(
                "a-1",
                Beneficiary.of(HOME, KP0),
                new CreditShare(new MemberId("m-1"), 50),
                new CreditShare(other, 50, neighbours)));

        ledger.then(json -> {
            assertThat(figure(json, "c0", "as-was", "assistances", null)).isEqualTo(1);
            assertThat(line(json, "/api/teams/" + team + "/reports/2026-Q3", "code", "H05"))
                    .containsEntry("value", 1);
            String theirs = "/api/teams/" + neighbours + "/reports/2026-Q3";
            assertThat(line(json, theirs, "code", "H05")).containsEntry("value", 0);
            assertThat(line(json, theirs, "code", "H05.joint")).containsEntry("value", 1);
            assertThat((List<?>) json.answer(theirs + "/figures/H05.joint").getOrDefault("entries", List.of()))
                    .hasSize(1);
            assertThat(json.answer("/api/members/m-5/activity?quarter=2026-Q3"))
                    .containsEntry("assistances", 1)
                    .containsEntry("credit", 50);
            assertThat(Json.map(json.answer("/api/assistances/a-1").get("statement")))
                    .containsEntry(
                            "helpers",
                            List.of(
                                    Map.of("member", "m-1", "hundredths", 50),
                                    Map.of("member", "m-5", "hundredths", 50, "team", neighbours.value())));
        });
    }

    @Test
    void deniedHelpGivesNoCreditUntilSomebodyConfirmsIt() {
        MemberId helper = new MemberId("m-1");
        AssistanceId id = new AssistanceId("a-1");
        Beneficiary helped = Beneficiary.of(HOME, KP0);
        ledger.write(help("a-1", helped, new CreditShare(helper, 100)));
        long denied = ledger.write(new AssistanceVerified(
                        id, team, helped, new MemberId("caller"), Verification.DENIED, JULY.plusSeconds(60)))
                .number();
        ledger.write(new AssistanceVerified(
                id, team, helped, new MemberId("caller"), Verification.CONFIRMED, JULY.plusSeconds(90)));

        ledger.then(json -> {
            assertThat(json.answer("/api/members/m-1/activity?quarter=2026-Q3&asOf=" + denied))
                    .containsEntry("assistances", 1)
                    .containsEntry("credit", 0)
                    .containsEntry("withheld", 100);
            assertThat(json.answer("/api/members/m-1/activity?quarter=2026-Q3"))
                    .containsEntry("credit", 100)
                    .containsEntry("withheld", 0);
            assertThat(figure(json, "c0", "as-was", "assistances", denied)).isEqualTo(1);
        });
    }
}
