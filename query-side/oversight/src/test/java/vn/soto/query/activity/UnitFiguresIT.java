package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;

/** Every figure of a dashboard is as many entries as it says, at every level, in both boundaries and at random commits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class UnitFiguresIT {

    private static final long SEED = 31;
    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final int STEPS = LONG ? 700 : 120;
    private static final int COMMITS = LONG ? 3 : 1;
    private static final List<String> UNITS =
            LONG ? List.of("p", "m", "n", "c1", "c0-r0", "c0-r1") : List.of("m", "c0-r0");
    private static final String AS_OF = "&asOf=";

    private final Sample sample = Reform.after(new Sample(SEED, STEPS));
    private final long tail = sample.scribe.ledger.tail().number();

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(tail);

    private final Json json = new Json(side.http());

    /** The dashboard's figures by the code of their indicator. */
    private Map<String, Long> figures(Map<String, Object> total) {
        Map<String, Long> figures = new TreeMap<>();
        for (Object each :
                (List<?>) Objects.requireNonNull(json.answer("/api/indicators").get("indicators"))) {
            Map<String, Object> indicator = Json.map(each);
            if (indicator.get("dashboard") instanceof String field) {
                String code = Objects.toString(indicator.get("code"));
                if (code.equals("C")) {
                    Json.map(total.get(field)).forEach((service, count) -> figures.put("C." + service, number(count)));
                } else {
                    figures.put(code, number(find(total, field)));
                }
            }
        }
        return figures;
    }

    private static @Nullable Object find(Map<String, Object> total, String field) {
        String[] path = field.split("\\.", 2);
        return path.length == 1
                ? total.get(field)
                : Json.map(total.get(path[0])).get(path[1]);
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private List<List<Map<String, Object>>> entries(String address, long value) {
        List<List<Map<String, Object>>> entries = new ArrayList<>();
        Object next = 0;
        while (next != null) {
            Map<String, Object> page = json.answer(address + "&limit=200&from=" + next);
            assertThat(page).as(address).containsEntry("value", (int) value).containsEntry("counted", (int) value);
            ((List<?>) Objects.requireNonNull(page.get("entries")))
                    .forEach(entry -> entries.add(
                            ((List<?>) entry).stream().map(Json::map).toList()));
            next = page.get("next");
        }
        return entries;
    }

    @Test
    void everyFigureOfADashboardIsItsEntries() {
        Random random = new Random(SEED);
        Set<String> compared = new HashSet<>();
        for (int i = 0; i < COMMITS; i++) {
            long asOf = i == 0 ? tail : sample.founded + random.nextLong(tail - sample.founded);
            for (String unit : UNITS) {
                for (String boundaries : List.of("as-was", "as-now")) {
                    String question = "?quarter=2026-Q3&boundaries=" + boundaries + AS_OF + asOf;
                    if (json.status("/api/dashboards/" + unit + question) == 200) {
                        compare(unit, question, compared);
                    }
                }
            }
        }
        assertThat(compared)
                .hasSizeGreaterThan(40)
                .contains("H02", "H03", "H04", "H04.businesses", "H05", "T01", "T02", "M.demonstrated");
    }

    private void compare(String unit, String question, Set<String> compared) {
        Map<String, Object> total =
                Json.map(json.answer("/api/dashboards/" + unit + question).get("total"));
        figures(total).forEach((code, value) -> {
            String address = "/api/dashboards/" + unit + "/figures/" + code + question;
            List<List<Map<String, Object>>> entries = entries(address, value);
            assertThat(entries).as(address).hasSize((int) (long) value);
            assertThat(entries).as(address).noneMatch(List::isEmpty);
            if (code.startsWith("H04")) {
                distinct(entries, address);
            } else if (code.startsWith("H05") || code.startsWith("M.")) {
                records(entries, code, address);
            }
            if (value > 0) {
                compared.add(code);
            }
        });
    }

    /** No household or business is behind two entries. */
    private static void distinct(List<List<Map<String, Object>>> entries, String address) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int number = 0; number < entries.size(); number++) {
            // The last event of each record says whom it helped.
            Map<String, String> helped = new LinkedHashMap<>();
            entries.get(number).forEach(event -> {
                Map<String, Object> body = Json.map(event.get("body"));
                Map<String, Object> beneficiary = Json.map(body.get("beneficiary"));
                helped.put(
                        Objects.toString(body.get("assistance")),
                        beneficiary.get("household") + "/" + beneficiary.get("business"));
            });
            for (String each : helped.values()) {
                Integer other = seen.putIfAbsent(each, number);
                assertThat(other == null || other == number)
                        .as(address + " " + each)
                        .isTrue();
            }
        }
    }

    /** Each entry is one record, in order, and says what the figure counts. */
    private static void records(List<List<Map<String, Object>>> entries, String code, String address) {
        Set<Object> records = new HashSet<>();
        entries.forEach(events -> {
            Set<Object> record = new HashSet<>();
            events.forEach(event -> record.add(Json.map(event.get("body")).get("assistance")));
            assertThat(record).as(address).hasSize(1);
            assertThat(records.addAll(record)).as(address).isTrue();
            if (code.startsWith("M.")) {
                Object mode = events.stream()
                        .map(event -> Json.map(event.get("body")).get("content"))
                        .filter(Objects::nonNull)
                        .map(content -> Json.map(content).get("mode"))
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
                assertThat("M." + mode.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .as(address)
                        .isEqualTo(code);
            }
        });
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (String code : List.of("H02", "H03", "H04", "H04.businesses", "H05")) {
            String address = "/api/dashboards/p/figures/" + code + "?quarter=2026-Q3&asOf=" + tail;
            Map<String, Object> whole = json.answer(address + "&limit=200");
            List<?> all = (List<?>) Objects.requireNonNull(whole.get("entries"));
            List<Object> paged = new ArrayList<>();
            for (int from = 0; from < all.size(); from += 5) {
                paged.addAll((List<?>) Objects.requireNonNull(
                        json.answer(address + "&limit=5&from=" + from).get("entries")));
            }
            assertThat(all)
                    .as(address)
                    .hasSize(Math.min(200, (int) Objects.requireNonNull(whole.get("counted"))))
                    .isNotEmpty();
            assertThat(paged.subList(0, all.size())).as(address).isEqualTo(all);
            assertThat(json.answer(address + "&from=9999999"))
                    .containsEntry("entries", List.of())
                    .doesNotContainKey("next");
        }
    }

    @Test
    void anUnknownFigureIsAbsent() {
        assertThat(json.status("/api/dashboards/p/figures/X99")).isEqualTo(404);
        assertThat(json.status("/api/dashboards/p/figures/C.nothing")).isEqualTo(404);
        assertThat(json.status("/api/dashboards/p/figures/H01"))
                .as("which no dashboard shows")
                .isEqualTo(404);
        assertThat(json.status("/api/dashboards/zzz/figures/H05")).isEqualTo(404);
    }
}
