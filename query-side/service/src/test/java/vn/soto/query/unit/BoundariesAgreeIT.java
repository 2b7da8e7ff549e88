package vn.soto.query.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.unit.ReorganisedCount.Counted;

/**
 * Of random lives of units and households: each unit's dashboard of each quarter counts by both boundaries what counting by hand
 * counts, its parts add up, and both are equal where no boundary changed since the quarter's last day.
 */
@Tag("slow")
final class BoundariesAgreeIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");

    /** The sums of a line, and what it counts once. */
    private record Line(long registered, long assigned, long records, long helped) {

        static Line of(Map<String, Object> figures) {
            return new Line(
                    number(figures, "registered"),
                    number(figures, "assigned"),
                    number(figures, "assistances"),
                    number(figures, "households"));
        }

        static Line of(Counted counted) {
            return new Line(
                    counted.registered(),
                    counted.assigned(),
                    counted.records(),
                    counted.helped().size());
        }

        Line plus(Line other) {
            return new Line(
                    registered + other.registered,
                    assigned + other.assigned,
                    records + other.records,
                    helped + other.helped);
        }

        boolean isZero() {
            return registered == 0 && records == 0;
        }

        private static long number(Map<String, Object> figures, String name) {
            return ((Number) Objects.requireNonNull(figures.get(name))).longValue();
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, LONG ? 20 : 2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countWhatCountingByHandCounts(long seed) {
        ReorganisedLife life = new ReorganisedLife(seed, LONG ? 250 : 140);
        try (QuerySideFixture side =
                QuerySideFixture.inMemory(life.log).upTo(life.log.ledger.tail().number())) {
            Json json = new Json(side.http());
            int compared = 0;
            for (String unit : life.units.keySet()) {
                for (Quarter quarter = new Quarter(2025, 1);
                        !QuarterCalendar.CALENDAR.firstDay(quarter).isAfter(life.today());
                        quarter = quarter.next()) {
                    compared += compare(life, unit, quarter, json, "seed " + seed);
                }
            }
            assertThat(compared).as("seed " + seed).isGreaterThan(10);
        }
    }

    /** 1 if both boundaries have to be equal, and something is counted. */
    private static int compare(ReorganisedLife life, String unit, Quarter quarter, Json json, String seed) {
        LocalDate lastDay = QuarterCalendar.CALENDAR.lastDay(quarter);
        LocalDate last = lastDay.isAfter(life.today()) ? life.today() : lastDay;
        Map<String, Map<String, Object>> answers = new HashMap<>();
        for (String boundaries : List.of("as-was", "as-now")) {
            String uri = "/api/dashboards/%s?quarter=%s&boundaries=%s".formatted(unit, quarter, boundaries);
            if (json.status(uri) != 200) {
                return 0;
            }
            Map<String, Object> answer = json.answer(uri);
            answers.put(boundaries, answer);
            Map<String, Counted> byHand = new ReorganisedCount(life, boundaries.equals("as-was") ? last : life.today())
                    .in(unit, QuarterCalendar.CALENDAR.firstDay(quarter), last);
            check(unit, answer, byHand, seed + " " + uri);
            if (quarter.number() % 2 == 0) {
                opens(json, uri, answer);
            }
        }
        Line total =
                Line.of(Json.map(Objects.requireNonNull(answers.get("as-was")).get("total")));
        if (changes(life).stream().anyMatch(day -> day.isAfter(last))) {
            return 0;
        }
        assertThat(parts(Objects.requireNonNull(answers.get("as-was"))))
                .as("%s %s %s in both boundaries", seed, unit, quarter)
                .isEqualTo(parts(Objects.requireNonNull(answers.get("as-now"))));
        return total.isZero() ? 0 : 1;
    }

    private static SortedSet<LocalDate> changes(ReorganisedLife life) {
        SortedSet<LocalDate> days = new TreeSet<>();
        life.units.values().forEach(unit -> {
            unit.parents.forEach(parent -> days.add(parent.getKey()));
            if (unit.ended != null) {
                days.add(unit.ended);
            }
        });
        return days;
    }

    private static void check(String unit, Map<String, Object> answer, Map<String, Counted> byHand, String as) {
        Map<String, Line> parts = parts(answer);
        Line total = Line.of(Json.map(answer.get("total")));
        assertThat(total).as(as).isEqualTo(Line.of(ReorganisedCount.total(byHand)));
        if (byHand.keySet().equals(java.util.Set.of("")) || parts.isEmpty()) {
            return;
        }
        Map<String, Line> expected = new TreeMap<>();
        byHand.forEach((part, counted) -> {
            Line line = Line.of(counted);
            if (!line.isZero()) {
                expected.put(part.isEmpty() ? unit : part, line);
            }
        });
        assertThat(parts).as(as).isEqualTo(expected);
        Line sum = parts.values().stream().reduce(new Line(0, 0, 0, 0), Line::plus);
        assertThat(sum.helped).as(as).isGreaterThanOrEqualTo(total.helped);
        assertThat(new Line(sum.registered, sum.assigned, sum.records, total.helped))
                .as(as)
                .isEqualTo(total);
    }

    /** The lines that count something, by unit, "?" for what is undecided. */
    private static Map<String, Line> parts(Map<String, Object> answer) {
        Map<String, Line> parts = new TreeMap<>();
        ((List<?>) Objects.requireNonNull(answer.get("children")))
                .stream().map(Json::map).forEach(line -> parts.put(String.valueOf(line.get("unit")), Line.of(line)));
        if (answer.get("undecided") instanceof Map<?, ?> undecided) {
            parts.put("?", Line.of(Json.map(undecided)));
        }
        parts.values().removeIf(Line::isZero);
        return parts;
    }

    /** H02 and H03 have an entry for each household that they count. */
    private static void opens(Json json, String uri, Map<String, Object> answer) {
        Map<String, Object> total = Json.map(answer.get("total"));
        Map.of("H02", "assigned", "H03", "unassigned").forEach((code, name) -> {
            String figure = uri.replace("?", "/figures/" + code + "?") + "&limit=200";
            Map<String, Object> opened = json.answer(figure);
            assertThat(opened)
                    .as(figure)
                    .containsEntry("value", total.get(name))
                    .containsEntry("counted", total.get(name));
            assertThat((List<?>) opened.get("entries"))
                    .as(figure)
                    .hasSize(((Number) Objects.requireNonNull(total.get(name))).intValue())
                    .noneMatch(entry -> ((List<?>) entry).isEmpty());
        });
    }
}
