package vn.soto.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Timelines forwards, backwards, by kind and in numbers, against the events of the ledger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TimelineIT {

    private static final long SEED = 17;

    private final Sample sample = new Sample(SEED, 500, true);
    private final long tail = sample.scribe.ledger.tail().number();

    @AutoClose
    private final QuerySideFixture side =
            QuerySideFixture.inMemory(sample.scribe).upTo(tail);

    private final Json json = new Json(side.http());
    private final String team = sample.teams.getFirst().value();

    private record Known(long position, String name, Instant at, boolean corrects) {}

    private List<Known> known(long asOf) {
        List<Known> known = new ArrayList<>();
        for (Commit commit : sample.scribe.ledger.commits(1, (int) asOf)) {
            commit.stored().forEach(stored -> {
                if (stored.event().tags().contains("team:" + team)) {
                    DomainEvent event = sample.scribe.decode(stored);
                    known.add(new Known(
                            stored.position(),
                            stored.event().type().name(),
                            commit.at(),
                            event instanceof Correcting of && (commit.corrects() != null || !of.mayBeFirst())));
                }
            });
        }
        return known;
    }

    private Map<String, Object> page(String parameters) {
        return json.answer("/api/teams/" + team + "/timeline?" + parameters);
    }

    private static List<Long> positions(Map<String, Object> page) {
        return ((List<?>) Objects.requireNonNull(page.get("entries")))
                .stream()
                        .map(entry ->
                                ((Number) Objects.requireNonNull(Json.map(entry).get("position"))).longValue())
                        .toList();
    }

    private List<Long> all(String parameters, String way) {
        List<Long> all = new ArrayList<>();
        Object next = way.equals("before") ? (Object) Long.MAX_VALUE : (Object) 0;
        while (next != null) {
            Map<String, Object> page = page(parameters + "&limit=7&" + way + "=" + next);
            all.addAll(positions(page));
            next = page.get("next");
        }
        return all;
    }

    @Test
    void pagesGoBothWaysAndCountWhatTheLedgerHas() {
        Map<String, Predicate<Known>> filters = Map.of(
                "", any -> true,
                "&kind=help", event -> event.name.startsWith("assistance."),
                "&kind=people,corrections",
                        event -> event.corrects
                                || event.name.matches("team\\.(formed|member|leader|deputy|appointment).*"),
                "&kind=reports", event -> event.name.matches("(report|unit-report|report-sample)\\..*"));
        Random random = new Random(SEED);
        for (long asOf : new long[] {tail, sample.founded + random.nextLong(tail - sample.founded)}) {
            filters.forEach((filter, wanted) -> {
                List<Known> events = known(asOf).stream().filter(wanted).toList();
                List<Long> positions = events.stream().map(Known::position).toList();
                String asked = "asOf=" + asOf + filter;
                assertThat(all(asked, "from")).as(asked).isEqualTo(positions);
                assertThat(all(asked, "before")).as(asked).isEqualTo(positions.reversed());
                Map<String, Object> page = page(asked);
                assertThat(page).as(asked).containsEntry("total", positions.size());
                assertThat(weeks(page)).as(asked).isEqualTo(weeks(events));
            });
            assertThat(Json.map(page("asOf=" + asOf).get("kinds")).values().stream()
                            .mapToInt(count -> (int) count)
                            .sum())
                    .isEqualTo(known(asOf).size());
        }
    }

    private static Map<String, Integer> weeks(List<Known> events) {
        Map<String, Integer> weeks = new TreeMap<>();
        events.forEach(event -> {
            LocalDate monday = VietnamTime.day(event.at).with(DayOfWeek.MONDAY);
            weeks.merge(monday.toString(), 1, Integer::sum);
        });
        return weeks;
    }

    private static Map<String, Integer> weeks(Map<String, Object> page) {
        Map<String, Integer> weeks = new TreeMap<>();
        ((List<?>) Objects.requireNonNull(page.get("perWeek"))).forEach(each -> {
            Map<String, Object> week = Json.map(each);
            weeks.put(Objects.toString(week.get("week")), (Integer) Objects.requireNonNull(week.get("count")));
        });
        return weeks;
    }

    @Test
    void theLinkToTheNextPageGoesTheSameWay() {
        Map<String, Object> forwards = json.whole("/api/teams/" + team + "/timeline?limit=3");
        Map<String, Object> backwards = json.whole("/api/teams/" + team + "/timeline?limit=3&before=999999");
        assertThat(next(forwards)).contains("from=").doesNotContain("before=");
        assertThat(next(backwards))
                .contains("before=" + Json.map(backwards.get("answer")).get("next"))
                .doesNotContain("from=");
        assertThat(json.status(next(backwards))).isEqualTo(200);
    }

    private static String next(Map<String, Object> whole) {
        return Objects.toString(
                Json.map(Json.map(whole.get("links")).get("next")).get("href"));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertThat(json.status("/api/teams/" + team + "/timeline?kind=praise")).isEqualTo(400);
        assertThat(json.status("/api/teams/" + team + "/timeline?from=1&before=9"))
                .isEqualTo(400);
    }
}
