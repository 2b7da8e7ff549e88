package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;
import vn.soto.domain.period.PeriodCommand.ClosePeriod;
import vn.soto.domain.period.PeriodCommand.ReopenPeriod;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.AnnotateReport;
import vn.soto.domain.report.ReportCommand.OverrideReportLine;
import vn.soto.domain.report.ReportCommand.ReturnReport;
import vn.soto.domain.report.ReportCommand.StateReportLine;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Payload;
import vn.soto.ledger.StoredEvent;

/**
 * Random years in which periods are closed and reopened, reports are submitted, returned, accepted and amended, and
 * most events are entered afterwards. Accepted reports never change, each line follows from its events, and each late
 * event is in exactly one period.
 */
@Tag("long")
@Tag("threads")
final class RandomReportsTest {

    private static final int STEPS = 300;
    private static final JsonMapper JSON = new JsonMapper();
    private static final UnitId PROVINCE = new UnitId("p");
    private static final Quarter FIRST = new Quarter(2026, 1);
    private static final List<Quarter> QUARTERS =
            List.of(FIRST, FIRST.next(), new Quarter(2026, 3), new Quarter(2026, 4));

    private final EventCodec codec = EventCodec.product();
    private final Map<Quarter, Closed> closed = new HashMap<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<Long, Map<Quarter, Closed>> closedAt = new TreeMap<>();

    /** @param openUntil last day of a reopening; absent while it is simply closed */
    private record Closed(@Nullable LocalDate openUntil) {

        boolean on(LocalDate day) {
            return openUntil == null || day.isAfter(openUntil);
        }
    }

    /** @param position of the version that was accepted */
    private record Accepted(
            TeamId team,
            Quarter quarter,
            int version,
            String hash,
            long position,
            Payload bytes,
            Map<String, Long> lines) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAcceptedStaysAndWhatArrivesLateCountsOnce(long seed) {
        LateCounting late = seed % 2 == 0 ? LateCounting.NEXT_PERIOD : LateCounting.AMENDMENT;
        RandomTeams teams = new RandomTeams(seed, Instant.parse("2026-02-01T02:00:00Z"));
        try (teams;
                AnnotationConfigApplicationContext queries = RecordsLeftBehindTest.querySide(teams)) {
            WebTestClient http = QuerySideInMemory.auditor(queries);
            adopt(teams, late);
            for (int step = 0; step < STEPS; step++) {
                teams.clock.set(teams.clock.instant().plus(Duration.ofHours(13)));
                long commit = teams.anyAccepted().commit();
                closedAt.put(commit, closedNow(teams));
                any(teams, http);
            }
            assertThat(accepted).as("seed %s", seed).isNotEmpty();
            check(teams, http, late, "seed " + seed);
        }
    }

    /** In the year of the teams, before its first quarter has ended. */
    private static void adopt(RandomTeams teams, LateCounting late) {
        teams.send(new AdoptReportingCalendar(
                PROVINCE,
                QuarterCalendar.CALENDAR,
                2,
                late,
                new Instrument("01/QĐ-UBND", LocalDate.of(2025, 12, 1)),
                FIRST));
        teams.clock.set(RandomTeams.LATER);
    }

    private Map<Quarter, Closed> closedNow(RandomTeams teams) {
        LocalDate today = today(teams);
        Map<Quarter, Closed> now = new HashMap<>(closed);
        now.values().removeIf(each -> !each.on(today));
        return now;
    }

    private static LocalDate today(RandomTeams teams) {
        return VietnamTime.day(teams.clock.instant());
    }

    private void any(RandomTeams teams, WebTestClient http) {
        Quarter quarter = QUARTERS.get(teams.random.nextInt(3));
        TeamId team = teams.any(teams.teams);
        if (!quarters(http, teams, team).contains(quarter)) {
            return;
        }
        switch (teams.random.nextInt(10)) {
            case 0, 1 -> {
                if (sent(teams, new ClosePeriod(PROVINCE, quarter))) {
                    closed.put(quarter, new Closed(null));
                }
            }
            case 2 -> {
                LocalDate until = today(teams).plusDays(teams.random.nextInt(6));
                if (sent(teams, new ReopenPeriod(PROVINCE, quarter, until, "MISSING_ENTRY"))) {
                    closed.put(quarter, new Closed(until));
                }
            }
            case 3, 4, 5 -> sent(teams, new SubmitQuarterlyReport(team, quarter, "LATER_KNOWN"));
            case 6, 7 -> accept(teams, http, team, quarter);
            case 8 ->
                sent(teams, new ReturnReport(team, quarter, latest(http, teams, team, quarter), "FIGURES_DOUBTFUL"));
            default -> {
                sent(teams, new OverrideReportLine(team, quarter, "H05", teams.random.nextInt(50), "PAPER_RECORDS"));
                Long attendance = teams.random.nextInt(3) == 0 ? null : (Long) (long) teams.random.nextInt(50);
                sent(teams, new StateReportLine(team, quarter, "P02", attendance, FigureSource.ATTENDANCE_LIST));
                sent(
                        teams,
                        new AnnotateReport(
                                team, quarter, "Ghi chú " + teams.newId().hashCode(), null));
            }
        }
    }

    private static boolean sent(RandomTeams teams, Command command) {
        try {
            teams.send(command);
            return true;
        } catch (RuleViolatedException e) {
            return false;
        }
    }

    private static String latest(WebTestClient http, RandomTeams teams, TeamId team, Quarter quarter) {
        JsonNode answer = report(http, teams, team, quarter, "");
        return answer.has("content") ? answer.get("content").asString() : "none";
    }

    private void accept(RandomTeams teams, WebTestClient http, TeamId team, Quarter quarter) {
        JsonNode read = report(http, teams, team, quarter, "");
        if (read.has("content")
                && sent(
                        teams,
                        new AcceptReport(team, quarter, read.get("content").asString()))) {
            int version = read.get("version").asInt();
            StoredEvent stored = teams.ledger.aggregate("report:" + team + ":" + quarter, 0, 1_000).stream()
                    .filter(event -> codec.decode(event) instanceof QuarterlyReportSubmitted submitted
                            && submitted.version() == version)
                    .findFirst()
                    .orElseThrow();
            accepted.add(new Accepted(
                    team,
                    quarter,
                    version,
                    read.get("content").asString(),
                    stored.position(),
                    stored.event().payload(),
                    values(read, "reported")));
        }
    }

    private void check(RandomTeams teams, WebTestClient http, LateCounting late, String as) {
        accepted.forEach(version -> staysAsAccepted(teams, http, version, as));
        List<String> toCorrect = toCorrect(http, teams);
        for (TeamId team : teams.teams) {
            Map<String, Long> counted = new TreeMap<>();
            Set<Long> listed = new HashSet<>();
            List<Quarter> quarters = quarters(http, teams, team);
            for (Quarter quarter : quarters) {
                JsonNode answer = report(http, teams, team, quarter, "");
                assertThat(answer.get("matches").asBoolean())
                        .as("%s %s %s", as, team, quarter)
                        .isTrue();
                values(answer, "now").forEach((code, value) -> counted.merge(code, value, Long::sum));
                evidence(http, teams, team, quarter, answer, as);
                late(http, teams, team, quarter, quarters.getLast(), late, listed, as);
            }
            counted.keySet().removeIf(code -> Indicators.isState(code) || code.equals("H03"));
            counted.values().removeIf(value -> value == 0);
            assertThat(counted).as("%s %s", as, team).isEqualTo(recorded(teams, team, quarters));
            assertThat(toCorrect).as("%s %s", as, team).containsAll(helpAfter(teams, team, quarters.getLast()));
        }
    }

    /** Help that stands in no report of a dissolved team: its dissolution was entered later, for an earlier day. */
    private static List<String> helpAfter(RandomTeams teams, TeamId team, Quarter last) {
        return teams.help().stream()
                .filter(help -> help.team().equals(team)
                        && QuarterCalendar.CALENDAR
                                        .of(help.content().occurredAt())
                                        .compareTo(last)
                                > 0)
                .map(help -> help.assistance().value())
                .toList();
    }

    private static List<String> toCorrect(WebTestClient http, RandomTeams teams) {
        JsonNode answer = ask(http, teams, "/api/corrections?limit=1000");
        assertThat(answer.has("next")).isFalse();
        return answer.get("records").findValuesAsString("record");
    }

    /** Those of a dissolved team end with its last day. */
    private static List<Quarter> quarters(WebTestClient http, RandomTeams teams, TeamId team) {
        JsonNode card = ask(http, teams, "/api/teams/" + team + "?on=2026-12-31");
        if (!card.has("dissolved")) {
            return QUARTERS;
        }
        Quarter last = QuarterCalendar.CALENDAR.of(
                LocalDate.parse(card.get("dissolved").get("lastDay").asString()));
        return QUARTERS.stream().filter(quarter -> quarter.compareTo(last) <= 0).toList();
    }

    private static void staysAsAccepted(RandomTeams teams, WebTestClient http, Accepted version, String as) {
        JsonNode now = report(http, teams, version.team, version.quarter, "&version=" + version.version);
        assertThat(now.get("content").asString()).as(as).isEqualTo(version.hash);
        assertThat(now.get("state").asString()).isEqualTo("ACCEPTED");
        Map<String, Long> reported = values(now, "reported");
        // A service that somebody was helped with afterwards has a line since, of none then.
        reported.entrySet()
                .removeIf(line -> line.getKey().startsWith("C.")
                        && line.getValue() == 0
                        && !version.lines.containsKey(line.getKey()));
        assertThat(reported).as("%s %s", as, version).isEqualTo(version.lines);
        assertThat(teams.ledger.events(version.position, 1).getFirst().event().payload())
                .isEqualTo(version.bytes);
    }

    /** The figures of these quarters together, folded from every event. */
    private Map<String, Long> recorded(RandomTeams teams, TeamId team, List<Quarter> quarters) {
        Map<String, Long> sum = new TreeMap<>();
        for (Quarter quarter : quarters) {
            Indicators indicators = new Indicators(team, quarter, QuarterCalendar.CALENDAR);
            teams.ledger.events(0, Integer.MAX_VALUE).stream()
                    .filter(stored -> stored.event().tags().contains("team:" + team))
                    .forEach(stored -> indicators.on(stored.position(), codec.decode(stored)));
            indicators.figures().stream()
                    .filter(figure -> !Indicators.isState(figure.code()))
                    .forEach(figure -> sum.merge(figure.code(), figure.value(), Long::sum));
        }
        sum.values().removeIf(value -> value == 0);
        return sum;
    }

    private static void evidence(
            WebTestClient http, RandomTeams teams, TeamId team, Quarter quarter, JsonNode answer, String as) {
        for (JsonNode line : answer.get("figures")) {
            String code = line.get("code").asString();
            JsonNode figure =
                    ask(http, teams, "/api/teams/%s/reports/%s/figures/%s?limit=1000".formatted(team, quarter, code));
            assertThat(figure.get("counted").asLong())
                    .as("%s %s %s %s", as, team, quarter, code)
                    .isEqualTo(figure.get("value").asLong(0));
            long amounts = StreamSupport.stream(figure.get("amounts").spliterator(), false)
                    .mapToLong(JsonNode::asLong)
                    .sum();
            assertThat(amounts).isEqualTo(figure.get("counted").asLong());
        }
    }

    /** Each record of help that arrived while its quarter was closed is on that quarter's list, and counts where it should. */
    private void late(
            WebTestClient http,
            RandomTeams teams,
            TeamId team,
            Quarter quarter,
            Quarter last,
            LateCounting policy,
            Set<Long> listed,
            String as) {
        Map<Long, String> countsIn = new HashMap<>();
        for (JsonNode entry : ask(http, teams, "/api/teams/%s/reports/%s/late?limit=1000".formatted(team, quarter))
                .get("entries")) {
            countsIn.put(entry.get("position").asLong(), entry.get("countsIn").asString());
        }
        for (StoredEvent stored : teams.ledger.events(0, Integer.MAX_VALUE)) {
            if (codec.decode(stored) instanceof AssistanceRecorded help
                    && help.team().equals(team)
                    && QuarterCalendar.CALENDAR.of(help.content().occurredAt()).equals(quarter)) {
                Map<Quarter, Closed> then = closedAt.getOrDefault(stored.commit(), Map.of());
                assertThat(countsIn.containsKey(stored.position()))
                        .as("%s %s %s %s", as, team, quarter, stored.position())
                        .isEqualTo(then.containsKey(quarter));
                if (then.containsKey(quarter)) {
                    assertThat(listed.add(stored.position())).as("on one list").isTrue();
                    assertThat(countsIn)
                            .as("%s %s %s", as, team, quarter)
                            .containsEntry(
                                    stored.position(),
                                    destination(quarter, last, then, policy).toString());
                }
            }
        }
    }

    private static Quarter destination(
            Quarter quarter, Quarter last, Map<Quarter, Closed> closed, LateCounting policy) {
        Quarter counting = quarter;
        while (policy == LateCounting.NEXT_PERIOD && closed.containsKey(counting) && !counting.equals(last)) {
            counting = counting.next();
        }
        return counting;
    }

    private static Map<String, Long> values(JsonNode report, String field) {
        Map<String, Long> values = new TreeMap<>();
        for (JsonNode line : report.get("figures")) {
            JsonNode value = Objects.requireNonNull(line.get(field));
            if (!value.isNull() && !line.get("code").asString().equals("H03")) {
                values.put(line.get("code").asString(), value.asLong());
            }
        }
        return values;
    }

    private static JsonNode report(
            WebTestClient http, RandomTeams teams, TeamId team, Quarter quarter, String parameters) {
        return ask(http, teams, "/api/teams/%s/reports/%s?limit=1%s".formatted(team, quarter, parameters));
    }

    private static JsonNode ask(WebTestClient http, RandomTeams teams, String path) {
        String known = path + "&atLeast=" + teams.ledger.tail().number();
        byte[] body =
                http.get().uri(known).exchange().expectBody().returnResult().getResponseBody();
        JsonNode answer = JSON.readTree(body);
        assertThat(answer.has("answer")).as(known + ": " + answer).isTrue();
        return answer.get("answer");
    }
}
