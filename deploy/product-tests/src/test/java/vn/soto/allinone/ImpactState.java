package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.recognition.CandidateScore;
import vn.soto.contracts.recognition.Ranking;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.report.Indicators;
import vn.soto.events.EventCodec;
import vn.soto.query.indicator.DashboardFields;

/**
 * The answers of the product about some quarters, teams, units and rounds, as texts by subject. Previews are applied to
 * it: each says what was so before as well, and must agree.
 */
final class ImpactState {

    private static final JsonMapper JSON = new JsonMapper();
    private static final EventCodec CODEC = EventCodec.product();
    private static final List<String> COMMUNES = List.of("c", "c-2", "c-3", "p");
    private static final List<String> BOUNDARIES = List.of("as-was", "as-now");

    private final List<String> quarters;

    /**
     * Of teams and units. A unit's figure outside those of its place is 0. A team's figure that people state and nobody
     * did is absent, like each figure of a place without any.
     */
    private final Map<String, String> figures = new TreeMap<>();

    /** The places of these. */
    private final Map<String, Integer> places = new HashMap<>();

    /** The states of reports of teams and units, and teams' reports in those of units. */
    private final Map<String, String> reports = new TreeMap<>();

    /** Points and ranks of candidates, and how many of them differ from the round. */
    private final Map<String, String> scores = new TreeMap<>();

    ImpactState(List<String> quarters) {
        this.quarters = quarters;
    }

    /** The present answers. */
    static ImpactState at(RandomTeams teams, List<String> quarters, List<String> rounds, WebTestClient http) {
        ImpactState state = new ImpactState(quarters);
        long commit = teams.ledger.tail().number();
        for (String quarter : quarters) {
            teams.teams.forEach(team -> state.readTeam(http, team.value(), quarter, commit));
            Stream.concat(COMMUNES.stream(), teams.units.stream().map(Object::toString))
                    .forEach(unit -> BOUNDARIES.forEach(
                            boundaries -> state.readDashboard(http, unit, quarter, boundaries, commit)));
        }
        state.readUnitReports(http, commit);
        rounds.forEach(round -> state.readRound(teams, round));
        return state;
    }

    private void readTeam(WebTestClient http, String team, String quarter, long commit) {
        JsonNode report = get(http, "/api/teams/" + team + "/reports/" + quarter + "?atLeast=" + commit);
        if (!report.has("figures")) {
            return;
        }
        report.get("figures")
                .forEach(
                        line -> put(team + " " + quarter + " ", line.get("code").asString(), number(line.path("now"))));
        if (report.has("version")) {
            reports.put(team + " " + quarter, fields(report, "version", "state", "matches", "outdated", "differing"));
        }
    }

    private void readDashboard(WebTestClient http, String unit, String quarter, String boundaries, long commit) {
        JsonNode dashboard = get(
                http,
                "/api/dashboards/" + unit + "?quarter=" + quarter + "&boundaries=" + boundaries + "&atLeast=" + commit);
        if (dashboard.has("total")) {
            Map<String, String> named = new HashMap<>();
            collect("", dashboard.get("total"), named);
            named.forEach((name, value) -> put(
                    unit + " " + quarter + " " + boundaries + " ",
                    DashboardFields.code(name).orElse(name),
                    value));
        }
    }

    private static void collect(String name, JsonNode value, Map<String, String> into) {
        if (value.isNumber()) {
            into.put(name, value.toString());
        }
        value.properties()
                .forEach(each ->
                        collect(name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue(), into));
    }

    /** There are none of the last quarter, which goes on. */
    private void readUnitReports(WebTestClient http, long commit) {
        quarters.subList(0, quarters.size() - 1)
                .forEach(quarter -> COMMUNES.forEach(unit -> readUnitReport(http, unit, quarter, commit)));
    }

    private void readUnitReport(WebTestClient http, String unit, String quarter, long commit) {
        JsonNode report = get(http, "/api/units/" + unit + "/reports/" + quarter + "?atLeast=" + commit);
        if (report.has("version")) {
            String place = unit + " " + quarter;
            reports.put(place, fields(report, "version", "state", "matches", "changed"));
            readParts(http, place, quarter, report);
        }
    }

    private void readParts(WebTestClient http, String place, String quarter, JsonNode report) {
        for (JsonNode part : report.get("parts")) {
            String version = part.get("version").asString();
            if (part.has("team")) {
                String team = part.get("team").asString();
                reports.put(
                        place + " " + team + " " + version,
                        get(http, "/api/teams/" + team + "/reports/" + quarter + "?version=" + version)
                                .get("differing")
                                .asString());
            } else {
                readParts(
                        http,
                        place,
                        quarter,
                        get(
                                http,
                                "/api/units/" + part.get("through").asString() + "/reports/" + quarter + "?version="
                                        + version));
            }
        }
    }

    /** Scores the round again from all events, as a revocation does. */
    private void readRound(RandomTeams teams, String round) {
        RoundOpened opened = (RoundOpened) teams.events(round).findFirst().orElseThrow();
        RoundScored scored = teams.events(round)
                .filter(RoundScored.class::isInstance)
                .map(RoundScored.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
        RoundScope scope = opened.scope(scored.teams());
        Set<String> tags = new LinkedHashSet<>();
        scored.teams().forEach(team -> tags.add("team:" + team));
        RoundFacts facts = new RoundFacts(scored.teams());
        teams.ledger.events(0, Integer.MAX_VALUE).stream()
                .filter(stored -> stored.event().tags().stream().anyMatch(tags::contains))
                .forEach(stored -> facts.on(stored.position(), CODEC.decode(stored)));
        RoundScoring scoring = RoundScoring.of(ScoringRules.get(opened.rule()), scope, facts);
        Ranking ranking = Ranking.of(scoring);
        Map<String, Long> kept = new HashMap<>();
        scored.standings().forEach(standing -> kept.put(standing.candidate().toString(), standing.score()));
        int differing = 0;
        for (CandidateScore score : scoring.candidates()) {
            Long known = kept.get(score.candidate().toString());
            differing += known == null || known != score.score() ? 1 : 0;
            String kind = score.candidate().kind() == RoundKind.INDIVIDUAL ? "member:" : "team:";
            var rank = ranking.rank(score.candidate());
            scores.put(
                    round + " " + kind + score.candidate().id(),
                    score.score() + " " + (rank.isPresent() ? rank.getAsInt() : ""));
        }
        scores.put(round, Integer.toString(differing));
    }

    private static JsonNode get(WebTestClient http, String address) {
        return JSON.readTree(http.get()
                        .uri(address)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody())
                .path("answer");
    }

    private static String fields(JsonNode of, String... names) {
        return Stream.of(names).map(of::get).toList().toString();
    }

    private static String number(JsonNode value) {
        return value.isNumber() ? value.toString() : "";
    }

    private void put(String place, String name, String value) {
        if (figures.put(place + name, value) == null) {
            places.merge(place, 1, Integer::sum);
        }
    }

    private String figure(String place, String name) {
        boolean counted = places.containsKey(place) && (isOfUnit(place) || !Indicators.voluntary(name));
        return figures.getOrDefault(place + name, counted ? "0" : "");
    }

    private static boolean isOfUnit(String place) {
        return BOUNDARIES.stream().anyMatch(boundaries -> place.endsWith(" " + boundaries + " "));
    }

    /** The parts touched by a preview. */
    record Touched(int figures, int onlyToday, int parts, int changedBelow, int scores, int ranks) {}

    /** Changes what a preview says that it would change; fails if something is not so before. */
    Touched apply(JsonNode told, String as) {
        int onlyToday = 0;
        List<Runnable> changes = new ArrayList<>();
        for (JsonNode figure : told.get("figures")) {
            onlyToday += checkFigure(figure, as, changes) ? 1 : 0;
        }
        changes.forEach(Runnable::run);
        told.get("reports").forEach(report -> applyReport(report, as));
        int parts = 0;
        int changed = 0;
        for (JsonNode report : told.get("unitReports")) {
            parts += applyUnitReport(report, as);
            changed +=
                    report.get("changed").asInt() == report.get("changedAfter").asInt() ? 0 : 1;
        }
        int scored = 0;
        int ranks = 0;
        for (JsonNode round : told.get("honours")) {
            scored += round.get("scores").size();
            ranks += applyRound(round, as);
        }
        return new Touched(told.get("figures").size(), onlyToday, parts, changed, scored, ranks);
    }

    /** Returns whether it is of the units of today alone. */
    private boolean checkFigure(JsonNode figure, String as, List<Runnable> changes) {
        JsonNode where = figure.get("where");
        String quarter = where.get("quarter").asString();
        String name = figure.get("code").asString();
        // How many households are registered is counted on any day, before there were teams too.
        if (!quarters.contains(quarter)) {
            return false;
        }
        if (where.has("team")) {
            changes.add(checkFigure(where.get("team").asString() + " " + quarter + " ", name, figure, as));
            return false;
        }
        List<String> boundaries = new ArrayList<>();
        where.get("boundaries").forEach(each -> boundaries.add(each.asString()));
        boundaries.forEach(each -> changes.add(
                checkFigure(where.get("unit").asString() + " " + quarter + " " + each + " ", name, figure, as)));
        return boundaries.equals(List.of("as-now"));
    }

    /** If there was nothing before, all figures are absent, and not 0 after the first of them is known. */
    private Runnable checkFigure(String place, String name, JsonNode figure, String as) {
        assertThat(number(figure.path("before")))
                .as("%s, %s%s", as, place, name)
                .isEqualTo(figure(place, name));
        return () -> put(place, name, number(figure.path("after")));
    }

    private void applyReport(JsonNode report, String as) {
        String place =
                report.get("team").asString() + " " + report.get("quarter").asString();
        String before = reports.get(place);
        if (before != null) {
            assertThat(before).as("%s, %s", as, place).endsWith(suffix(report, "outdated", "differing"));
        }
        reports.put(place, fields(report, "version", "state", "matchesAfter", "outdatedAfter", "differingAfter"));
    }

    private static String suffix(JsonNode of, String... names) {
        return ", " + fields(of, names).substring(1);
    }

    /** Returns the number of its parts. */
    private int applyUnitReport(JsonNode report, String as) {
        String place =
                report.get("unit").asString() + " " + report.get("quarter").asString();
        String before = reports.get(place);
        if (before != null) {
            assertThat(before).as("%s, %s", as, place).endsWith(suffix(report, "changed"));
        }
        reports.put(place, fields(report, "version", "state", "matchesAfter", "changedAfter"));
        for (JsonNode part : report.get("parts")) {
            String of = place + " " + part.get("team").asString() + " "
                    + part.get("version").asString();
            assertThat(part.get("differing").asString()).as("%s, %s", as, of).isEqualTo(reports.get(of));
            reports.put(of, part.get("differingAfter").asString());
        }
        return report.get("parts").size();
    }

    /** Returns the number of ranks that it changes. */
    private int applyRound(JsonNode round, String as) {
        String id = round.get("round").asString();
        assertThat(round.get("differing").asString()).as("%s, %s", as, id).isEqualTo(scores.get(id));
        scores.put(id, round.get("differingAfter").asString());
        int ranks = 0;
        for (JsonNode score : round.get("scores")) {
            String candidate = id + " " + score.get("candidate").asString();
            String before = score.path("before").asString("") + " "
                    + score.path("rankBefore").asString("");
            String after = score.path("after").asString("") + " "
                    + score.path("rankAfter").asString("");
            assertThat(before).as("%s, %s", as, candidate).isEqualTo(scores.getOrDefault(candidate, " "));
            ranks += score.path("rankBefore").equals(score.path("rankAfter")) ? 0 : 1;
            if (after.equals(" ")) {
                scores.remove(candidate);
            } else {
                scores.put(candidate, after);
            }
        }
        return ranks;
    }

    /** A report of a unit that was submitted again has other parts than a preview tells. */
    void readParts(RandomTeams teams, WebTestClient http) {
        reports.keySet().removeIf(ImpactState::isPart);
        ImpactState now = new ImpactState(quarters);
        long commit = teams.ledger.tail().number();
        now.readUnitReports(http, commit);
        now.reports.forEach((place, standing) -> {
            if (isPart(place)) {
                reports.put(place, standing);
            }
        });
    }

    private static boolean isPart(String place) {
        return place.split(" ", -1).length > 2;
    }

    void mustBe(ImpactState now, String as) {
        assertThat(differences(now)).as(as).isEmpty();
        assertThat(reports).as(as).isEqualTo(now.reports);
        assertThat(scores).as(as).isEqualTo(now.scores);
    }

    private Map<String, String> differences(ImpactState now) {
        Set<String> all = new HashSet<>(figures.keySet());
        all.addAll(now.figures.keySet());
        Map<String, String> differences = new TreeMap<>();
        for (String figure : all) {
            int name = figure.lastIndexOf(' ') + 1;
            String here = figure(figure.substring(0, name), figure.substring(name));
            String there = now.figure(figure.substring(0, name), figure.substring(name));
            if (!here.equals(there)) {
                differences.put(figure, here + " is now " + there);
            }
        }
        return differences;
    }

    /** The hash of the latest content of a report; absent while there is none. */
    static @Nullable String content(WebTestClient http, String address, long commit) {
        JsonNode report = get(http, address + "?atLeast=" + commit);
        return report.has("content") ? report.get("content").asString() : null;
    }
}
