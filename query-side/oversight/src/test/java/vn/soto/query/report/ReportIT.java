package vn.soto.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventType;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Reports, drafts and timelines against the ledger read from end to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
final class ReportIT {

    private static final long SEED = 7;
    private static final int STEPS = Boolean.getBoolean("soto.long") ? 2_000 : 800;

    private final Sample sample = new Sample(SEED, STEPS);

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe);

    private final Json json = new Json(side.http());
    private final long tail = sample.scribe.ledger.tail().number();

    @Test
    void everySubmittedVersionStillMatchesTheLedger() {
        side.upTo(tail);
        int versions = 0;
        for (Commit commit : sample.scribe.ledger.commits(1, Integer.MAX_VALUE)) {
            RecordedEvent event = commit.events().getFirst();
            if (sample.scribe.codec.decode(event.type(), event.payload()) instanceof QuarterlyReportSubmitted report) {
                versions++;
                Map<String, Object> view = json.answer("/api/teams/" + report.team() + "/reports/" + report.quarter()
                        + "?version=" + report.version());
                assertThat(view)
                        .as("seed %s commit %s", SEED, commit.number())
                        .containsEntry("status", "SUBMITTED")
                        .containsEntry("matches", true)
                        .containsEntry("pin", Map.of("commit", (int) report.pinnedTo(), "chain", report.pinnedChain()));
                assertThat(stored(view)).isEqualTo(figures(report.figures()));
            }
        }
        assertThat(versions).isGreaterThan(20);
    }

    /** The figures of a report that it stores: with a value, and not about the households that nobody is responsible for. */
    private static List<Map<String, Object>> stored(Map<String, Object> view) {
        return ((List<?>) view.getOrDefault("figures", List.of()))
                .stream()
                        .map(Json::map)
                        .filter(line -> line.get("value") != null && !"H03".equals(line.get("code")))
                        .map(line -> Map.of(
                                "code", Objects.requireNonNull(line.get("code")),
                                "value", Objects.requireNonNull(line.get("value"))))
                        .toList();
    }

    private static List<Map<String, Object>> figures(List<Figure> figures) {
        return figures.stream()
                .map(figure -> Map.<String, Object>of("code", figure.code(), "value", (int) figure.value()))
                .toList();
    }

    @Test
    void aReportThatDoesNotComeFromTheLedgerDoesNotMatch() {
        Sample other = new Sample(1, 300);
        TeamId team = other.teams.getFirst();
        Quarter quarter = new Quarter(2026, 1);
        Indicators none = new Indicators(team, quarter, QuarterCalendar.CALENDAR);
        List<Figure> inflated = none.figures().stream()
                .map(f -> f.code().equals("H05") ? new Figure("H05", 999) : f)
                .toList();
        other.scribe.write(PlainEvents.report(team, quarter, 1, inflated, other.scribe.ledger.tail()));
        try (QuerySideFixture two = QuerySideFixture.inMemory(other.scribe)) {
            two.upTo(other.scribe.ledger.tail().number());
            assertThat(new Json(two.http()).answer("/api/teams/" + team + "/reports/2026-Q1"))
                    .containsEntry("matches", false);
        }
    }

    /** A report made when help was stored otherwise, and fewer figures were counted, still is what its events say. */
    @Test
    void aReportOfTheFirstIndicatorsStillMatches() {
        Sample old = new Sample(2, 0);
        TeamId team = old.teams.getFirst();
        Quarter quarter = new Quarter(2026, 3);
        AssistanceRecorded help = PlainEvents.help(
                "a-old",
                team,
                Beneficiary.of(new HouseholdId("h-old"), old.residential.getFirst()),
                PlainEvents.content(Channel.ZALO, Mode.DEMONSTRATED, Instant.parse("2026-08-01T00:00:00Z")));
        old.scribe.writeOlder(
                new EventType("assistance.recorded", "1"), """
                    {"assistance":"a-old","team":"%s","household":"h-old","unit":"%s","helpers":["m-1"],\
                    "content":{"services":["VNEID","LEARNING"],"channel":"ZALO","mode":"DEMONSTRATED",\
                    "occurredAt":"2026-08-01T00:00:00Z"}}\
                    """.formatted(team, old.residential.getFirst()), help);
        Indicators first = new Indicators(1, team, quarter, QuarterCalendar.CALENDAR);
        old.scribe
                .ledger
                .events(0, Integer.MAX_VALUE)
                .forEach(stored -> first.on(stored.position(), old.scribe.decode(stored)));
        old.scribe.write(new QuarterlyReportSubmitted(
                team,
                quarter,
                QuarterCalendar.CALENDAR,
                1,
                1,
                first.figures(),
                old.scribe.ledger.tail().number(),
                old.scribe.ledger.tail().chain().toString(),
                false,
                null));
        try (QuerySideFixture two = QuerySideFixture.inMemory(old.scribe)) {
            Json asked = new Json(two.upTo(old.scribe.ledger.tail().number()).http());
            assertThat(asked.answer("/api/teams/" + team + "/reports/2026-Q3"))
                    .containsEntry("indicators", 1)
                    .containsEntry("matches", true);
            assertThat(stored(asked.answer("/api/teams/" + team + "/reports/2026-Q3")))
                    .isEqualTo(figures(first.figures()));
            assertThat(first.figures()).contains(new Figure("S.vneid", 1), new Figure("S.learning", 1));
            assertThat(asked.answer("/api/teams/" + team + "/reports/2026-Q3/figures/S.learning"))
                    .containsEntry("counted", 1);
        }
    }

    @Test
    void draftsEqualTheFoldOfTheWholeLedger() {
        side.upTo(tail);
        for (TeamId team : sample.teams) {
            for (long asOf : new long[] {tail / 3, tail / 2, tail}) {
                Indicators whole = new Indicators(team, Quarter.parse("2026-Q4"), QuarterCalendar.CALENDAR);
                events(asOf).forEach(stored -> whole.on(stored.position(), sample.scribe.decode(stored)));
                Map<String, Object> view = json.answer("/api/teams/" + team + "/reports/2026-Q4?asOf=" + asOf);
                assertThat(view)
                        .as("seed %s team %s as of %s", SEED, team, asOf)
                        .containsEntry("status", "DRAFT");
                assertThat(stored(view)).isEqualTo(figures(whole.figures()));
            }
        }
    }

    @Test
    void aPeriodYearsAheadHasNoDraft() {
        side.upTo(tail);
        for (String reporter : List.of("teams/" + sample.teams.getFirst(), "units/c0")) {
            assertThat(json.status("/api/" + reporter + "/reports/2030-Q1")).isEqualTo(404);
            assertThat(json.status("/api/" + reporter + "/reports/2026-Q4")).isEqualTo(200);
        }
    }

    @Test
    void aNeighbourhoodIsReportedByItsTeams() {
        side.upTo(tail);
        Map<String, Object> there = Objects.requireNonNull(
                json.ask("/api/units/c0-r0/reports/2026-Q3", "vi").getResponseBody());
        assertThat(there).containsEntry("type", "urn:soto:problem:absent-unit-report");
        List<Map<String, Object>> teams = ((List<?>) Objects.requireNonNull(there.get("teams")))
                .stream().map(Json::map).toList();
        assertThat(teams).isNotEmpty().allSatisfy(team -> {
            assertThat(Objects.toString(there.get("detail"))).contains(Objects.toString(team.get("name")));
            assertThat(json.status("/api/teams/" + team.get("team") + "/reports/2026-Q3"))
                    .isEqualTo(200);
        });
    }

    private List<StoredEvent> events(long asOf) {
        return sample.scribe.ledger.events(0, Integer.MAX_VALUE).stream()
                .filter(stored -> stored.commit() <= asOf)
                .toList();
    }

    @Test
    void theEventsBehindAFigureAddUpToIt() {
        side.upTo(tail);
        for (TeamId team : sample.teams.subList(0, Boolean.getBoolean("soto.long") ? 4 : 1)) {
            String report = "/api/teams/" + team + "/reports/2026-Q3";
            for (Object line : (List<?>) json.answer(report).getOrDefault("figures", List.of())) {
                Map<String, Object> figure = Json.map(line);
                if (figure.get("value") == null || "H03".equals(figure.get("code"))) {
                    continue;
                }
                List<Object> entries = new ArrayList<>();
                Object next = 0;
                while (next != null) {
                    Map<String, Object> page =
                            json.answer(report + "/figures/" + figure.get("code") + "?limit=7&from=" + next);
                    assertThat(page).containsEntry("value", figure.get("value"));
                    entries.addAll((List<?>) page.getOrDefault("entries", List.of()));
                    next = page.get("next");
                }
                assertThat(entries)
                        .as("%s %s", team, figure)
                        .hasSize(((Number) Objects.requireNonNull(figure.get("value"))).intValue());
                entries.forEach(entry -> assertThat((List<?>) entry).isNotEmpty());
            }
        }
    }

    @Test
    void aTimelineHasEveryEventOfTheTeamOnceWithItsLinks() {
        side.upTo(tail);
        for (TeamId team : sample.teams) {
            List<Integer> expected = events(tail).stream()
                    .filter(stored -> stored.event().tags().contains("team:" + team))
                    .map(stored -> (int) stored.position())
                    .toList();
            List<Map<String, Object>> entries = timeline(team, tail);
            assertThat(entries).extracting(entry -> entry.get("position")).isEqualTo(expected);
            linksAgree(entries);
        }
    }

    private List<Map<String, Object>> timeline(TeamId team, long asOf) {
        List<Map<String, Object>> entries = new ArrayList<>();
        Object next = 0;
        while (next != null) {
            Map<String, Object> page =
                    json.answer("/api/teams/" + team + "/timeline?limit=37&asOf=" + asOf + "&from=" + next);
            ((List<?>) page.getOrDefault("entries", List.of())).forEach(entry -> entries.add(Json.map(entry)));
            next = page.get("next");
        }
        return entries;
    }

    private void linksAgree(List<Map<String, Object>> entries) {
        Map<Object, Map<String, Object>> byPosition = new HashMap<>();
        Set<Object> voided = new HashSet<>();
        entries.forEach(entry -> byPosition.put(String.valueOf(entry.get("position")), entry));
        for (Map<String, Object> entry : entries) {
            if (entry.containsKey("corrects")) {
                Object corrected = Json.map(entry.get("corrects")).get("position");
                assertThat(event(entry.get("position")))
                        .isInstanceOfSatisfying(
                                Correcting.class,
                                correcting -> assertThat(correcting.corrects(event(corrected)))
                                        .isTrue());
                // The registration of a household, say, is no event of a team that merges it.
                Optional.ofNullable(byPosition.get(String.valueOf(corrected)))
                        .filter(target -> linksBack(entry))
                        .ifPresent(target -> assertThat(
                                        List.<Object>copyOf((List<?>) target.getOrDefault("correctedBy", List.of())))
                                .contains(Map.of("position", entry.get("position"), "commit", entry.get("commit"))));
                if ("assistance.voided.v4".equals(entry.get("name"))) {
                    assertThat(entry).containsKey("why");
                    voided.add(record(entry));
                }
            }
        }
        entries.stream()
                .filter(entry -> "assistance.recorded.v3".equals(entry.get("name")))
                .forEach(entry -> assertThat(entry).containsEntry("voided", voided.contains(record(entry))));
    }

    /** As each commit of the product does, which names what it corrects; a merge in the sample does not, a report need not. */
    private boolean linksBack(Map<String, Object> entry) {
        long commit = ((Number) Objects.requireNonNull(entry.get("commit"))).longValue();
        return event(entry.get("position")) instanceof ReportEvent
                || sample.scribe.ledger.commit(commit).orElseThrow().corrects() != null;
    }

    private DomainEvent event(@Nullable Object position) {
        long at = ((Number) Objects.requireNonNull(position)).longValue();
        return sample.scribe.decode(sample.scribe.ledger.events(at, 1).getFirst());
    }

    private static Object record(Map<String, Object> entry) {
        return Objects.requireNonNull(Json.map(entry.get("body")).get("assistance"));
    }
}
