package vn.soto.query.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import vn.soto.contracts.goal.Bound;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.Measure;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.unit.ReorganisedCount.Counted;

/**
 * Random lives of units and households. Each unit's dashboard of each quarter equals a count by hand in both
 * boundaries, and its parts add up. Both boundaries are equal if none changed since the quarter's last day.
 */
@Tag("slow")
@Tag("long")
final class BoundariesAgreeIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");

    /** The figures that count each household, business, team or person once, with their codes. */
    private static final Map<String, String> ONCE = Map.of(
            "households", "H04",
            "businesses", "H04.businesses",
            "teams", "T01",
            "members", "T02",
            "suspended", "T02.suspended");

    /** Figures that are targets as shares of the households, with their names. */
    private static final Map<String, String> SHARES = Map.of("H02", "assigned", "H04", "households");

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

        boolean isZero() {
            return registered == 0 && records == 0;
        }
    }

    private static long number(Map<String, Object> figures, String name) {
        return ((Number) Objects.requireNonNull(figures.get(name))).longValue();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, LONG ? 20 : 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countWhatCountingByHandCounts(long seed) {
        ReorganisedLife life = new ReorganisedLife(seed, LONG ? 250 : 80);
        setTargets(life);
        try (QuerySideFixture side =
                QuerySideFixture.inMemory(life.log).upTo(life.log.ledger.tail().number())) {
            Json json = new Json(side.http());
            int compared = 0;
            for (String unit : life.units.keySet()) {
                for (Quarter quarter : quarters(life)) {
                    compared += compare(life, unit, quarter, json, "seed " + seed);
                }
            }
            assertThat(compared).as("seed " + seed).isGreaterThan(10);
        }
    }

    private static List<Quarter> quarters(ReorganisedLife life) {
        return Stream.iterate(
                        new Quarter(2025, 1),
                        quarter -> !QuarterCalendar.CALENDAR.firstDay(quarter).isAfter(life.today()),
                        Quarter::next)
                .toList();
    }

    /** Each unit is to reach shares of its households in each quarter. It is one commit a unit: the last day does not pass. */
    private static void setTargets(ReorganisedLife life) {
        Goal half = new Goal(Bound.AT_LEAST, 50, Measure.PERCENT_OF_HOUSEHOLDS);
        Instrument decision = new Instrument("2/NQ", ReorganisedLife.FIRST);
        life.units
                .keySet()
                .forEach(unit -> life.log.write(quarters(life).stream()
                        .flatMap(quarter -> SHARES.keySet().stream()
                                .map(code -> new TargetSet(new UnitId(unit), quarter, code, half, decision)))
                        .toArray(DomainEvent[]::new)));
    }

    /** 1 if both boundaries have to be equal, and something is counted. */
    private static int compare(ReorganisedLife life, String unit, Quarter quarter, Json json, String seed) {
        LocalDate lastDay = QuarterCalendar.CALENDAR.lastDay(quarter);
        LocalDate last = lastDay.isAfter(life.today()) ? life.today() : lastDay;
        Map<String, Map<String, Object>> answers = new HashMap<>();
        for (String boundaries : List.of("as-was", "as-now")) {
            String uri = "/api/dashboards/%s?quarter=%s&boundaries=%s".formatted(unit, quarter, boundaries);
            Map<String, Counted> byHand = new ReorganisedCount(life, boundaries.equals("as-was") ? last : life.today())
                    .in(unit, QuarterCalendar.CALENDAR.firstDay(quarter), last);
            EntityExchangeResult<Map<String, Object>> told = json.ask(uri, "vi");
            if (told.getStatus().value() != 200) {
                assertThat(told.getStatus().value()).as(seed + " " + uri).isEqualTo(400);
                assertThat(Line.of(ReorganisedCount.total(byHand)).isZero())
                        .as("%s %s is refused and would tell nothing", seed, uri)
                        .isTrue();
                return 0;
            }
            Map<String, Object> answer =
                    Json.map(Objects.requireNonNull(told.getResponseBody()).get("answer"));
            answers.put(boundaries, answer);
            check(life.life(unit).kind.residential(), unit, answer, byHand, seed + " " + uri);
            addUp(answer, seed + " " + uri);
            shares(answer, byHand, seed + " " + uri);
            if (quarter.number() % 2 == 0) {
                opens(json, uri, answer);
            }
        }
        Line total =
                Line.of(Json.map(Objects.requireNonNull(answers.get("as-was")).get("total")));
        if (changes(life).stream().anyMatch(day -> day.isAfter(last))) {
            return 0;
        }
        assertThat(lines(Objects.requireNonNull(answers.get("as-was"))))
                .as("%s %s %s in both boundaries", seed, unit, quarter)
                .isEqualTo(lines(Objects.requireNonNull(answers.get("as-now"))));
        return total.isZero() ? 0 : 1;
    }

    /** A share is of the whole: what is counted by hand, of all households counted by hand, and of no more than the parts have. */
    private static void shares(Map<String, Object> answer, Map<String, Counted> byHand, String as) {
        Line whole = Line.of(ReorganisedCount.total(byHand));
        Map<String, Map<String, Long>> parts = new TreeMap<>(lines(answer));
        parts.remove("total");
        List<?> targets = (List<?>) Objects.requireNonNull(answer.get("targets"), as);
        assertThat(targets).as(as).hasSize(SHARES.size());
        targets.stream().map(Json::map).forEach(share -> {
            String code = String.valueOf(share.get("indicator"));
            long numerator = number(share, "numerator");
            long denominator = number(share, "denominator");
            assertThat(denominator).as("%s %s of", as, code).isEqualTo(whole.registered());
            assertThat(numerator)
                    .as("%s %s", as, code)
                    .isEqualTo(code.equals("H02") ? whole.assigned() : whole.helped());
            if (!parts.isEmpty()) {
                assertThat(numerator)
                        .as("%s %s and its parts", as, code)
                        .isLessThanOrEqualTo(sum(parts, Objects.requireNonNull(SHARES.get(code))));
                assertThat(denominator).as("%s %s of its parts", as, code).isEqualTo(sum(parts, "registered"));
            }
        });
    }

    private static long sum(Map<String, Map<String, Long>> parts, String name) {
        return parts.values().stream()
                .mapToLong(part -> part.getOrDefault(name, 0L))
                .sum();
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

    /** A residential unit has no line of its own: its total is that. */
    private static void check(
            boolean residential, String unit, Map<String, Object> answer, Map<String, Counted> byHand, String as) {
        assertThat(Line.of(Json.map(answer.get("total")))).as(as).isEqualTo(Line.of(ReorganisedCount.total(byHand)));
        Map<String, Line> expected = new TreeMap<>();
        byHand.forEach((part, counted) -> {
            Line line = Line.of(counted);
            if (!line.isZero() && !(part.isEmpty() && residential)) {
                expected.put(part.isEmpty() ? unit : part, line);
            }
        });
        assertThat(parts(answer)).as(as).isEqualTo(expected);
    }

    /** Each figure of the total is the sum of its parts, or says that it counts each once and is not above the sum. */
    private static void addUp(Map<String, Object> answer, String as) {
        Map<String, Long> total = numbers(answer.get("total"));
        Map<String, Map<String, Long>> lines = new TreeMap<>(lines(answer));
        lines.remove("total");
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Long> sums = new TreeMap<>();
        lines.values().forEach(line -> line.forEach((name, value) -> sums.merge(name, value, Long::sum)));
        Set<String> names = new TreeSet<>(total.keySet());
        names.addAll(sums.keySet());
        names.forEach(name -> {
            long whole = total.getOrDefault(name, 0L);
            long sum = sums.getOrDefault(name, 0L);
            if (ONCE.containsKey(name)) {
                assertThat((Collection<?>) answer.get("countedOnce"))
                        .as(as)
                        .anyMatch(code -> code.equals(ONCE.get(name)));
                assertThat(whole).as("%s %s", as, name).isLessThanOrEqualTo(sum);
            } else {
                assertThat(whole).as("%s %s", as, name).isEqualTo(sum);
            }
        });
    }

    /** The figures of the total and of each line that has any, by unit, "?" for what is undecided. */
    private static Map<String, Map<String, Long>> lines(Map<String, Object> answer) {
        Map<String, Map<String, Long>> lines = new TreeMap<>();
        ((List<?>) Objects.requireNonNull(answer.get("children")))
                .stream().map(Json::map).forEach(line -> lines.put(String.valueOf(line.get("unit")), numbers(line)));
        if (answer.get("undecided") instanceof Map<?, ?> undecided) {
            Map<String, Long> numbers = numbers(undecided);
            numbers.remove("units");
            lines.put("?", numbers);
        }
        lines.put("total", numbers(answer.get("total")));
        lines.values().removeIf(Map::isEmpty);
        return lines;
    }

    /** The numbers in a part of an answer that are not 0, by name, parts after dots. */
    private static Map<String, Long> numbers(@Nullable Object part) {
        Map<String, Long> numbers = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(part)).forEach((name, value) -> {
            if (value instanceof Number number && number.longValue() != 0) {
                numbers.put(String.valueOf(name), number.longValue());
            } else if (value instanceof Map<?, ?> parts) {
                numbers(parts).forEach((inner, number) -> numbers.put(name + "." + inner, number));
            }
        });
        return numbers;
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
