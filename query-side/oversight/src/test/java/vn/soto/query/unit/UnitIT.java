package vn.soto.query.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static vn.soto.query.testing.Reform.DAY;
import static vn.soto.query.testing.Reform.DAY_BEFORE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;

/** Units on a day and at a commit, and figures in both lenses, over a reorganisation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class UnitIT {

    private final Sample sample = new Sample(11, 1_200);
    private final long before = sample.scribe.ledger.tail().number();
    private final long after = new Reform(sample).carryOut();

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(after);

    private final Json json = new Json(side.http());

    private String today() {
        return VietnamTime.day(sample.scribe.clock.instant()).toString();
    }

    private static List<?> list(Object answer) {
        return (List<?>) answer;
    }

    private List<Object> units(String uri) {
        Object answer = Objects.requireNonNull(json.whole(uri).get("answer"));
        return list(answer instanceof Map<?, ?> page ? Objects.requireNonNull(page.get("items")) : answer).stream()
                .map(Json::map)
                .<Object>map(unit -> unit.get("unit"))
                .toList();
    }

    @Nested
    final class OnADay {

        @Test
        void theTreeIsTheOneOfThatDay() {
            assertThat(units("/api/units?on=" + DAY_BEFORE)).containsExactly("p");
            assertThat(units("/api/units?on=" + DAY)).containsExactly("m");
            assertThat(children("/api/units/p?on=" + DAY_BEFORE)).containsExactly("c0", "c1", "c2");
            assertThat(children("/api/units/m?on=" + DAY)).containsExactlyInAnyOrder("n", "s", "c2");
            assertThat(children("/api/units/m?on=" + DAY_BEFORE)).isEmpty();
        }

        @Test
        void attributesAreThoseOfThatDay() {
            assertThat(json.answer("/api/units/c0-r0?on=" + DAY_BEFORE))
                    .containsEntry("name", "Khu phố 0")
                    .containsEntry("parent", "c0");
            assertThat(json.answer("/api/units/c0-r0?on=" + DAY))
                    .containsEntry("name", "Khu phố 9")
                    .containsEntry("parent", "n")
                    .containsEntry("status", "IN_FORCE");
            assertThat(json.answer("/api/units/n?on=" + DAY_BEFORE)).containsEntry("status", "PLANNED");
            assertThat(json.answer("/api/units/c0?on=" + DAY))
                    .containsEntry("status", "ENDED")
                    .containsEntry("until", DAY_BEFORE.toString());
        }

        @Test
        void whatIsComingStandsBesideWhatIsInForce() {
            String day = DAY.toString();
            assertThat(json.answer("/api/units/c0?on=" + DAY_BEFORE))
                    .containsEntry("coming", Map.of("from", day, "change", "SPLIT"));
            assertThat(Json.map(json.answer("/api/units/c0-r0?on=" + DAY_BEFORE).get("coming")))
                    .containsEntry("from", day)
                    .containsEntry("name", "Khu phố 9")
                    .containsEntry("parent", "n");
            assertThat(json.answer("/api/units/c0-r0?on=" + DAY)).doesNotContainKey("coming");
            assertThat(json.answer("/api/units/c0?on=" + DAY_BEFORE + "&asOf=" + before))
                    .doesNotContainKey("coming");
            assertThat(json.answer("/api/units/p?on=" + DAY_BEFORE))
                    .extractingByKey("children", LIST)
                    .first()
                    .extracting(child -> Json.map(child).get("coming"))
                    .isEqualTo(Map.of("from", day, "change", "SPLIT"));
        }

        @Test
        void todayIsTheDayWhereNoneIsNamed() {
            assertThat(json.answer("/api/units/c0")).containsEntry("on", today());
        }

        @Test
        void whatWasNotKnownYetIsNotToldOfTheDay() {
            assertThat(units("/api/units?on=" + DAY + "&asOf=" + before)).containsExactly("p");
            assertThat(json.answer("/api/units/c0?on=" + DAY + "&asOf=" + before))
                    .containsEntry("status", "IN_FORCE")
                    .doesNotContainKey("until");
            assertThat(json.status("/api/units/n?asOf=" + before)).isEqualTo(404);
        }

        @Test
        void aCodeLeadsToWhoBoreItThen() {
            assertThat(units("/api/units?code=25740&on=" + DAY_BEFORE)).containsExactly("c0");
            assertThat(units("/api/units?code=25740&on=" + DAY)).containsExactly("n");
            assertThat(units("/api/units?code=25740&on=" + DAY + "&asOf=" + before))
                    .containsExactly("c0");
            assertThat(units("/api/units?code=99999")).isEmpty();
        }

        @Test
        void aDayIsADate() {
            assertThat(json.status("/api/units?on=1/7/2026")).isEqualTo(400);
        }

        private List<Object> children(String uri) {
            return list(Objects.requireNonNull(json.answer(uri).get("children"))).stream()
                    .map(Json::map)
                    .<Object>map(unit -> unit.get("unit"))
                    .toList();
        }
    }

    @Nested
    final class Lineage {

        @Test
        void isShownBothWaysWithItsInstrument() {
            Map<String, Object> split = json.answer("/api/units/c0");
            assertThat(split)
                    .extractingByKey("successors", LIST)
                    .extracting(link -> Json.map(Json.map(link).get("unit")).get("unit"))
                    .containsExactly("n", "s");
            assertThat(Json.map(list(Objects.requireNonNull(split.get("successors")))
                            .getFirst()))
                    .containsEntry("by", "SPLIT")
                    .containsEntry("effectiveFrom", DAY.toString())
                    .containsEntry("instrument", "19/2026/QĐ-TTg")
                    .containsEntry("signedOn", "2026-06-30");
            assertThat(json.answer("/api/units/s"))
                    .extractingByKey("predecessors", LIST)
                    .extracting(link -> Json.map(Json.map(link).get("unit")).get("unit") + " "
                            + Json.map(link).get("by"))
                    .containsExactly("c0 SPLIT", "c1 MERGED");
        }

        @Test
        void aUnitHasTheNeighbourhoodsOfThoseItTookOver() {
            assertThat(units("/api/units/n/coverage?on=" + DAY)).containsExactly("c0-r0");
            assertThat(units("/api/units/s/coverage?on=" + DAY))
                    .as("of c1; of c0 it is undecided")
                    .containsExactlyInAnyOrder("c1-r0", "c1-r1", "c1-r2");
            assertThat(units("/api/units/m/coverage?on=" + DAY))
                    .hasSize(9)
                    .hasSameElementsAs(units("/api/units/p/coverage?on=" + DAY + "&asOf=" + before));
            assertThat(json.whole("/api/teams?unit=m&on=" + DAY).get("answer"))
                    .isEqualTo(json.whole("/api/teams?on=" + DAY).get("answer"));
        }

        @Test
        void historyTellsEveryChangeAndWhatWasUndone() {
            Sample other = new Sample(11, 10);
            Reform reform = new Reform(other);
            reform.carryOut();
            long split = other.scribe.ledger.tail().number();
            long undone = reform.undoSplit().number();
            try (QuerySideFixture third =
                    QuerySideFixture.inMemory(other.scribe).upTo(undone)) {
                Json asked = new Json(third.http());
                assertThat(asked.answer("/api/units/c0"))
                        .containsEntry("status", "IN_FORCE")
                        .containsEntry("successors", List.of())
                        .extractingByKey("history", LIST)
                        .extracting(change -> Json.map(change).get("change") + " "
                                + Json.map(change).get("undone"))
                        .containsExactly("ESTABLISHED null", "SPLIT " + undone);
                assertThat(asked.answer("/api/units/n")).containsEntry("predecessors", List.of());
                assertThat(asked.answer("/api/units/c0?asOf=" + split)).containsEntry("status", "ENDED");
            }
        }
    }

    @Nested
    final class Bucket {

        @Test
        void holdsWhatASplitLeftUndecidedWithItsHouseholds() {
            Map<String, Object> bucket = json.answer("/api/units/c0/undecided?on=2029-12-31");
            assertThat(bucket).containsEntry("label", "Chưa xác định địa bàn mới");
            assertThat(entries(bucket)).containsExactly("c0-r1 in c0 to n,s", "c0-r2 in c0 to n,s");
            assertThat(((Number) Objects.requireNonNull(bucket.get("households"))).longValue())
                    .isEqualTo(sample.households("c0-r1") + sample.households("c0-r2"));
        }

        @Test
        void isSeenFromWhereItMayGoAndFromAbove() {
            for (String unit : List.of("n", "s", "m", "p", "c0-r1")) {
                assertThat(entries(json.answer("/api/units/" + unit + "/undecided")))
                        .as(unit)
                        .contains("c0-r1 in c0 to n,s");
            }
            assertThat(entries(json.answer("/api/units/c2/undecided"))).isEmpty();
            assertThat(entries(json.answer("/api/units/c0/undecided?on=" + DAY_BEFORE)))
                    .isEmpty();
            assertThat(entries(json.answer("/api/units/m/undecided"))).hasSize(2);
        }

        @Test
        void ofAResidentialUnitThatIsSplitHoldsItsHouseholds() {
            Sample other = new Sample(11, 400);
            Reform reform = new Reform(other);
            reform.splitNeighbourhood();
            reform.register("h-new", Reform.neighbourhood(1, 0));
            long last = other.scribe.ledger.tail().number();
            try (QuerySideFixture third =
                    QuerySideFixture.inMemory(other.scribe).upTo(last)) {
                Map<String, Object> bucket = new Json(third.http()).answer("/api/units/c1/undecided");
                assertThat(entries(bucket)).containsExactly("c1-r0 in c1-r0 to c1-r1,c1-r2");
                assertThat(Json.map(list(Objects.requireNonNull(bucket.get("entries")))
                                .getFirst()))
                        .containsEntry("households", (int) other.households("c1-r0") + 1)
                        .extractingByKey("homes", LIST)
                        .contains("h-new");
            }
        }

        private static List<String> entries(Map<String, Object> bucket) {
            return list(Objects.requireNonNull(bucket.get("entries"))).stream()
                    .map(Json::map)
                    .map(entry -> unit(entry.get("unit")) + " in " + unit(entry.get("in")) + " to "
                            + String.join(
                                    ",",
                                    list(Objects.requireNonNull(entry.get("candidates"))).stream()
                                            .map(Bucket::unit)
                                            .toList()))
                    .toList();
        }

        private static String unit(@org.jspecify.annotations.Nullable Object line) {
            return String.valueOf(Json.map(line).get("unit"));
        }
    }

    @Nested
    final class Lenses {

        @ParameterizedTest
        @ValueSource(strings = {"2026-Q2", "2026-Q3", "2026-Q4"})
        void addUpToTheSameTotal(String quarter) {
            long total = assistances("/api/dashboards/p?quarter=" + quarter + "&asOf=" + before, "total");
            String there = "/api/dashboards/" + (quarter.equals("2026-Q2") ? "p" : "m") + "?quarter=" + quarter;
            String now = "/api/dashboards/m?boundaries=as-now&quarter=" + quarter;

            assertThat(total).isPositive();
            assertThat(assistances(there, "total")).isEqualTo(total);
            assertThat(lines(there) + undecided(there)).isEqualTo(total);
            assertThat(assistances(now, "total")).isEqualTo(total);
            assertThat(lines(now) + assistances(now, "undecided")).isEqualTo(total);
        }

        @Test
        void asWasShowsTheUnitsOfTheQuarter() {
            Map<String, Object> asWas = json.answer("/api/dashboards/p?quarter=2026-Q2");
            assertThat(asWas)
                    .containsEntry("boundaries", "as-was")
                    .containsEntry("boundariesOn", "2026-06-30")
                    .doesNotContainKey("undecided");
            assertThat(byUnit(asWas)).containsOnlyKeys("c0", "c1", "c2");
            assertThat(byUnit(asWas))
                    .isEqualTo(byUnit(json.answer("/api/dashboards/p?quarter=2026-Q2&asOf=" + before)));
            assertThat(byUnit(json.answer("/api/dashboards/m?quarter=2026-Q2"))).isEmpty();
        }

        @Test
        void asNowShowsTheUnitsOfTodayAndALineForWhatIsUndecided() {
            Map<String, Object> asWas = json.answer("/api/dashboards/c0?quarter=2026-Q2");
            Map<String, Object> asNow = json.answer("/api/dashboards/m?quarter=2026-Q2&boundaries=as-now");
            Map<String, Long> old = byUnit(json.answer("/api/dashboards/p?quarter=2026-Q2"));
            assertThat(asNow).containsEntry("boundaries", "as-now").containsEntry("boundariesOn", today());
            assertThat(byUnit(asNow))
                    .containsEntry("n", byUnit(asWas).get("c0-r0"))
                    .containsEntry("s", old.get("c1"))
                    .containsEntry("c2", old.get("c2"));
            assertThat(Json.map(asNow.get("undecided")))
                    .containsEntry("name", "Chưa xác định địa bàn mới")
                    .containsEntry("units", 2)
                    .containsEntry("assistances", (int)
                            (sum(byUnit(asWas)) - byUnit(asWas).getOrDefault("c0-r0", 0L)));
        }

        @Test
        void asNowShowsWhereTheHelpOfAUnitThatIsNoMoreLiesToday() {
            Map<String, Long> asWas = byUnit(json.answer("/api/dashboards/c0?quarter=2026-Q2"));
            Map<String, Object> asNow = json.answer("/api/dashboards/c0?quarter=2026-Q2&boundaries=as-now");
            assertThat(byUnit(asNow)).isEqualTo(Map.of("n", asWas.get("c0-r0")));
            assertThat(assistances("/api/dashboards/c0?quarter=2026-Q2&boundaries=as-now", "total"))
                    .isEqualTo(sum(asWas));
        }

        @Test
        void aUnitThatNothingHappenedToAnswersTheSameInBoth() {
            assertThat(byUnit(json.answer("/api/dashboards/c2?quarter=2026-Q2&boundaries=as-now")))
                    .isEqualTo(byUnit(json.answer("/api/dashboards/c2?quarter=2026-Q2")));
            assertThat(json.status("/api/dashboards/c2?boundaries=as-if")).isEqualTo(400);
        }

        @Test
        void anEarlierCommitKnowsNothingOfTheReform() {
            Map<String, Object> asNow =
                    json.answer("/api/dashboards/p?quarter=2026-Q2&boundaries=as-now&asOf=" + before);
            assertThat(byUnit(asNow)).isEqualTo(byUnit(json.answer("/api/dashboards/p?quarter=2026-Q2")));
            assertThat(Json.map(asNow.get("undecided"))).containsEntry("units", 0);
        }

        private long assistances(String uri, String what) {
            return number(Json.map(json.answer(uri).get(what)));
        }

        private long undecided(String uri) {
            return json.answer(uri).get("undecided") instanceof Map<?, ?> ? assistances(uri, "undecided") : 0;
        }

        private long lines(String uri) {
            return sum(byUnit(json.answer(uri)));
        }

        private static long sum(Map<String, Long> lines) {
            return lines.values().stream().mapToLong(Long::longValue).sum();
        }

        private static long number(Map<String, Object> figures) {
            return ((Number) Objects.requireNonNull(figures.get("assistances"))).longValue();
        }

        private static Map<String, Long> byUnit(Map<String, Object> dashboard) {
            Map<String, Long> byUnit = new HashMap<>();
            list(Objects.requireNonNull(dashboard.get("children"))).stream()
                    .map(Json::map)
                    .forEach(line -> byUnit.put(String.valueOf(line.get("unit")), number(line)));
            return byUnit;
        }
    }
}
