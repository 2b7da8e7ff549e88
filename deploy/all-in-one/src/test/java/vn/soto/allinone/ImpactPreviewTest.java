package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.RejectingSealer;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.http.DryRunAnswer;
import vn.soto.contracts.shared.Quarter;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.plans.CommandTrials;
import vn.soto.query.indicator.DashboardFields;

/** What the preview of a correction says is what then happens, in every figure and report, and nothing else happens. */
@Tag("slow")
@Tag("threads")
final class ImpactPreviewTest {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final int CORRECTIONS = LONG ? 200 : 40;
    private static final int BEFORE = 80;
    private static final JsonMapper JSON = new JsonMapper();
    private static final CommandCatalogue CATALOGUE = CommandCatalogue.product();
    private static final List<String> QUARTERS = List.of("2026-Q1", "2026-Q2", "2026-Q3");

    private final List<String> kinds = new ArrayList<>();
    private @Nullable JsonNode told;
    private String kind = "";
    private Known known = Known.NOTHING;

    static LongStream seeds() {
        return LONG ? LongStream.rangeClosed(1, 6) : LongStream.of(5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isWhatThenHappens(long seed) {
        RandomTeams teams = new RandomTeams(seed);
        RandomCare care = new RandomCare(teams);
        for (int step = 0; step < BEFORE; step++) {
            teams.anyAccepted();
            care.any();
        }
        for (String quarter : QUARTERS.subList(0, 2)) {
            teams.teams.forEach(team -> submit(teams, new SubmitQuarterlyReport(team, Quarter.parse(quarter), null)));
        }
        try (teams;
                AnnotationConfigApplicationContext queries = RecordsLeftBehindTest.querySide(teams)) {
            WebTestClient http = RecordsLeftBehindTest.reader(queries);
            CommandTrials trials =
                    new CommandTrials(teams.side, CommandService.over(teams.side, new RejectingSealer()));
            known = Known.at(teams, http);
            teams.beforeEach = command -> preview(command, trials, http);
            teams.afterEach = () -> compare(Known.at(teams, http), "seed " + seed);
            while (kinds.size() < CORRECTIONS) {
                if (kinds.size() % 3 == 2) {
                    care.any();
                } else {
                    teams.anyCorrection();
                }
            }
            assertThat(new HashSet<>(kinds))
                    .contains("correct-assistance", "void-assistance")
                    .hasSizeGreaterThan(LONG ? 8 : 4);
        }
    }

    private void compare(Known then, String seed) {
        kinds.add(kind);
        String told = "%s, command %d, %s".formatted(seed, kinds.size(), kind);
        assertThat(figures()).as(told).isEqualTo(known.changes(then));
        assertThat(reports()).as(told).isEqualTo(known.touched(then));
        known = then;
    }

    private static void submit(RandomTeams teams, Command command) {
        try {
            teams.send(command);
        } catch (RuleViolatedException e) {
            // it was submitted before, and a new version says why
        }
    }

    private void preview(Command command, CommandTrials trials, WebTestClient http) {
        kind = Command.nameOf(command.getClass());
        told = null;
        try {
            DryRunAnswer answer = DryRunAnswer.of(
                    trials.decide(
                            new CommandRequest(new UUID(0x6fffL, Long.MIN_VALUE), "tester"),
                            CATALOGUE.find(kind).orElseThrow(),
                            command),
                    Locale.of("vi"));
            told = post(http, JSON.writeValueAsBytes(answer));
        } catch (RuleViolatedException | AlreadyExistsException | NotFoundException refused) {
            // so is the command
        }
    }

    private static JsonNode post(WebTestClient http, byte[] dryRun) {
        byte[] body = http.post()
                .uri("/api/corrections/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(dryRun)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JsonNode answer = JSON.readTree(body);
        assertThat(answer.has("answer")).as(answer + "").isTrue();
        assertThat(answer.get("answer").get("more").asBoolean()).isFalse();
        return answer.get("answer");
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        Objects.requireNonNull(told).get("figures").forEach(figure -> {
            JsonNode where = figure.get("where");
            // How many households are registered is counted on any day, before there were teams too.
            if (!QUARTERS.contains(where.get("quarter").asString())) {
                return;
            }
            figures.put(
                    where.path("team").asString("") + where.path("unit").asString("") + " "
                            + where.get("quarter").asString() + " "
                            + figure.get("code").asString(),
                    figure.path("before").asString("") + " "
                            + figure.path("after").asString(""));
        });
        return figures;
    }

    private Map<String, String> reports() {
        Map<String, String> reports = new TreeMap<>();
        Objects.requireNonNull(told)
                .get("reports")
                .forEach(report -> reports.put(
                        report.get("team").asString() + " "
                                + report.get("quarter").asString(),
                        Stream.of("version", "state", "matchesAfter", "outdatedAfter", "differingAfter")
                                .map(report::get)
                                .toList()
                                .toString()));
        return reports;
    }

    /**
     * What the answers say.
     *
     * @param figures by team or unit, quarter and code
     * @param reports where each submitted one stands, by team and quarter
     */
    private record Known(Map<String, String> figures, Map<String, String> reports) {

        static final Known NOTHING = new Known(Map.of(), Map.of());

        static Known at(RandomTeams teams, WebTestClient http) {
            long commit = teams.ledger.tail().number();
            Known known = new Known(new TreeMap<>(), new TreeMap<>());
            for (String quarter : QUARTERS) {
                teams.teams.forEach(team -> known.team(http, team.value(), quarter, commit));
                Stream.concat(
                                Stream.of("p", "c", "c-2", "c-3"),
                                teams.units.stream().map(Object::toString))
                        .forEach(unit -> known.unit(http, unit, quarter, commit));
            }
            return known;
        }

        private void team(WebTestClient http, String team, String quarter, long commit) {
            JsonNode answer = get(http, "/api/teams/" + team + "/reports/" + quarter + "?atLeast=" + commit);
            if (!answer.has("answer")) {
                return;
            }
            JsonNode report = answer.get("answer");
            report.get("figures")
                    .forEach(line -> figures.put(
                            team + " " + quarter + " " + line.get("code").asString(), text(line.path("now"))));
            if (report.has("version")) {
                reports.put(
                        team + " " + quarter,
                        Stream.of("version", "state", "matches", "outdated", "differing")
                                .map(report::get)
                                .toList()
                                .toString());
            }
        }

        private void unit(WebTestClient http, String unit, String quarter, long commit) {
            JsonNode answer = get(http, "/api/dashboards/" + unit + "?quarter=" + quarter + "&atLeast=" + commit);
            if (answer.has("answer")) {
                Map<String, String> named = new HashMap<>();
                collect("", answer.get("answer").get("total"), named);
                named.forEach((name, value) -> figures.put(unit + " " + quarter + " " + name, value));
            }
        }

        private static void collect(String name, JsonNode value, Map<String, String> into) {
            if (value.isNumber()) {
                into.put(name, value.toString());
            }
            value.properties()
                    .forEach(each -> collect(
                            name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue(), into));
        }

        private static JsonNode get(WebTestClient http, String address) {
            return JSON.readTree(http.get()
                    .uri(address)
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getResponseBody());
        }

        private static String text(JsonNode value) {
            return value.isNull() ? "" : value.toString();
        }

        Map<String, String> changes(Known then) {
            Map<String, String> changes = new TreeMap<>();
            Set<String> all = new HashSet<>(figures.keySet());
            all.addAll(then.figures.keySet());
            for (String figure : all) {
                String before = value(figure, figures);
                String after = value(figure, then.figures);
                if (!before.equals(after)) {
                    changes.put(coded(figure), before + " " + after);
                }
            }
            return changes;
        }

        /** A figure of a dashboard by the code of its indicator. */
        private static String coded(String figure) {
            int name = figure.lastIndexOf(' ') + 1;
            return figure.substring(0, name)
                    + DashboardFields.code(figure.substring(name)).orElse(figure.substring(name));
        }

        /** A figure that is not among those of its place is 0; none if the place has none. */
        private static String value(String figure, Map<String, String> figures) {
            String place = figure.substring(0, figure.lastIndexOf(' ') + 1);
            boolean there = figures.keySet().stream().anyMatch(each -> each.startsWith(place));
            return figures.getOrDefault(figure, there ? "0" : "");
        }

        Map<String, String> touched(Known then) {
            Set<String> quarters = new HashSet<>();
            changes(then).keySet().forEach(figure -> quarters.add(figure.substring(0, figure.lastIndexOf(' '))));
            Map<String, String> touched = new TreeMap<>();
            then.reports.forEach((report, standing) -> {
                if (quarters.contains(report) || !standing.equals(reports.get(report))) {
                    touched.put(report, standing);
                }
            });
            return touched;
        }
    }
}
