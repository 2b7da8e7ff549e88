package vn.soto.query.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Json.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** A commune's quarter, against its teams asked one by one and the ledger read from end to end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommuneQuarterIT {

    private static final String QUARTER = "2026-Q3";
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

    private final Sample sample = QuerySideFixture.Year.SAMPLE;
    private final QuerySideFixture side =
            QuerySideFixture.Year.SIDE.upTo(sample.scribe.ledger.tail().number());
    private final Json json = new Json(side.http("OFFICER"));

    private List<DomainEvent> events() {
        return sample.scribe.ledger.events(0, Integer.MAX_VALUE).stream()
                .map(stored -> sample.scribe.decode(stored))
                .toList();
    }

    private List<TeamId> teams() {
        return events().stream()
                .filter(TeamFormed.class::isInstance)
                .map(event -> ((TeamFormed) event).team())
                .distinct()
                .toList();
    }

    /** By the cards of all teams: those with a unit of the commune in their area on some day of the quarter. */
    private Set<String> teamsOf(String commune) {
        Set<String> found = new TreeSet<>();
        for (TeamId team : teams()) {
            Map<String, Object> card = json.answer("/api/teams/" + team + "?on=" + LAST);
            List<Map<String, Object>> areas = list(card.get("areas"));
            LocalDate end = card.get("dissolved") == null
                    ? LocalDate.MAX
                    : LocalDate.parse(
                            String.valueOf(Json.map(card.get("dissolved")).get("lastDay")));
            for (int i = 0; i < areas.size(); i++) {
                LocalDate from = LocalDate.parse(String.valueOf(areas.get(i).get("from")));
                LocalDate until = i + 1 == areas.size()
                        ? LocalDate.MAX
                        : LocalDate.parse(String.valueOf(areas.get(i + 1).get("from")))
                                .minusDays(1);
                boolean here = ((List<?>) Objects.requireNonNull(areas.get(i).get("units")))
                        .stream().anyMatch(unit -> unit.toString().startsWith(commune + "-"));
                if (here && !from.isAfter(LAST) && !until.isBefore(FIRST) && !end.isBefore(FIRST)) {
                    found.add(team.value());
                }
            }
        }
        return found;
    }

    @Test
    void theReportsOfACommuneHaveALineForEachTeamThatWorkedThereInTheQuarter() {
        Map<String, QuarterlyReportSubmitted> latest = new TreeMap<>();
        events().forEach(event -> {
            if (event instanceof QuarterlyReportSubmitted report
                    && report.quarter().toString().equals(QUARTER)) {
                latest.put(report.team().value(), report);
            }
        });
        int submitted = 0;
        for (String commune : List.of("c0", "c1", "c2")) {
            Map<String, Object> answer = json.answer("/api/units/" + commune + "/reports?quarter=" + QUARTER);
            List<Map<String, Object>> lines = list(answer.get("reports"));
            assertThat(lines)
                    .as(commune)
                    .extracting(line -> line.get("team"))
                    .containsExactlyInAnyOrderElementsOf(teamsOf(commune));
            for (Map<String, Object> line : lines) {
                QuarterlyReportSubmitted report = latest.get(String.valueOf(line.get("team")));
                if (report == null) {
                    assertThat(line).containsEntry("status", "DRAFT").doesNotContainKeys("latest", "figures");
                } else {
                    assertThat(line).containsEntry("status", "SUBMITTED");
                    assertThat(Json.map(line.get("latest"))).containsEntry("version", report.version());
                    assertThat((List<?>) line.get("figures")).hasSameSizeAs(report.figures());
                    submitted++;
                }
            }
            long done =
                    lines.stream().filter(line -> line.containsKey("latest")).count();
            assertThat(answer).containsEntry("submitted", (int) done).containsEntry("missing", (int)
                    (lines.size() - done));
        }
        assertThat(submitted).isPositive();
    }

    @Test
    void theOutreachOfACommuneIsWhatItsTeamsDidThere() {
        int found = 0;
        for (String commune : List.of("c0", "c1", "c2")) {
            List<Object> expected = new ArrayList<>();
            long attendance = 0;
            for (TeamId team : teams()) {
                for (Map<String, Object> session :
                        list(json.answer("/api/teams/" + team + "/outreach?quarter=" + QUARTER)
                                .get("sessions"))) {
                    if (String.valueOf(session.get("unit")).startsWith(commune + "-")) {
                        expected.add(Objects.requireNonNull(session.get("session")));
                        attendance += "HELD".equals(session.get("state"))
                                ? ((Number) Objects.requireNonNull(session.get("attendance"))).longValue()
                                : 0;
                    }
                }
            }
            Map<String, Object> answer = json.answer("/api/units/" + commune + "/outreach?quarter=" + QUARTER);
            assertThat(list(answer.get("sessions")))
                    .as(commune)
                    .extracting(session -> session.get("session"))
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(((Number) Objects.requireNonNull(answer.get("attendance"))).longValue())
                    .as(commune)
                    .isEqualTo(attendance);
            found += expected.size();
        }
        assertThat(found).isPositive();
        assertThat(events().stream().filter(OutreachScheduled.class::isInstance).count())
                .isGreaterThanOrEqualTo(found);
    }

    @Test
    void theTrainingsOfACommuneAreThoseItsTeamsWereAtEachOnce() {
        int found = 0;
        for (String commune : List.of("c0", "c1", "c2")) {
            Map<String, Set<String>> expected = new TreeMap<>();
            for (String team : teamsOf(commune)) {
                for (Map<String, Object> training :
                        list(json.whole("/api/teams/" + team + "/trainings").get("answer"))) {
                    LocalDate on = LocalDate.parse(String.valueOf(training.get("on")));
                    if (!on.isBefore(FIRST) && !on.isAfter(LAST)) {
                        list(training.get("attendees"))
                                .forEach(who -> expected.computeIfAbsent(
                                                String.valueOf(training.get("training")), id -> new TreeSet<>())
                                        .add(who.get("team") + " " + who.get("member")));
                    }
                }
            }
            Map<String, Object> answer = json.answer("/api/units/" + commune + "/trainings?quarter=" + QUARTER);
            Map<String, Set<String>> answered = new TreeMap<>();
            list(answer.get("trainings")).forEach(training -> {
                Set<String> who = new TreeSet<>();
                list(training.get("attendees")).forEach(each -> who.add(each.get("team") + " " + each.get("member")));
                assertThat(answered.put(String.valueOf(training.get("training")), who))
                        .as("once")
                        .isNull();
            });
            assertThat(answered).as(commune).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isPositive();
    }
}
