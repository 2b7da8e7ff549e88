package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.PeopleOfAreas.ADMINISTRATOR;
import static vn.soto.allinone.PeopleOfAreas.granted;
import static vn.soto.allinone.PeopleOfAreas.linked;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.contracts.access.Role;
import vn.soto.open.http.OpenPlaces;

/** Readers without an account over HTTP: a closed quarter, its files, a printed sheet, and nothing else. */
@Tag("threads")
final class OpenToEverybodyIT {

    private static final String QUARTER = "2026-Q3";
    private static final String CITY = "officer-city";
    private static final List<String> COMMUNES = List.of("east", "west");

    @TempDir
    private static Path folder;

    private final List<String> teams = new ArrayList<>();

    private static String member(int team, int number) {
        return "00000000-0000-4000-8000-%09d%03d".formatted(team + 1, number);
    }

    private static String leader(int team) {
        return "leader-" + team;
    }

    private static String officer(int team) {
        return "officer-" + COMMUNES.get(team);
    }

    private String ofTeam(int team) {
        return "/api/teams/" + teams.get(team) + "/reports/" + QUARTER;
    }

    private static String of(String unit) {
        return "/api/units/" + unit + "/reports/" + QUARTER;
    }

    private static String content(CommuneClient commune, String report) {
        return "{\"content\":\"%s\"}"
                .formatted(commune.ask(report).get("content").asString());
    }

    private static String open(String unit, String ending) {
        return "/open/" + QUARTER + "/" + unit + ending;
    }

    @Test
    void aClosedQuarterAndItsSheetsAreOpenAndNothingElse() throws Exception {
        List<String> accounts = List.of(leader(0), leader(1), officer(0), officer(1), CITY);
        try (CommuneClient commune = PeopleOfAreas.client(
                folder,
                LocalDate.of(2026, 6, 25),
                accounts,
                "--soto.open.enabled=true",
                "--soto.open.per-minute=1000")) {
            found(commune);
            reported(commune);
            assertThat(commune.anybody(open("city", "")).statusCode())
                    .as("not closed")
                    .isEqualTo(404);
            String code = code(commune);
            commune.tell(ADMINISTRATOR, "/api/units/city/periods/" + QUARTER + "/closure", "{}");
            commune.on("2026-10-07");
            assertThat(commune.ask(of("city")).get("version").asInt()).isEqualTo(1);
            pages(commune);
            files(commune);
            sheet(commune, code);
            places(commune);
            elsewhere(commune);
        }
    }

    private void found(CommuneClient commune) {
        commune.unit(ADMINISTRATOR, "city", "MUNICIPALITY", "Hồ Chí Minh", "\"officialCode\":\"79\",");
        granted(commune, CITY, Role.OFFICER, "city");
        for (int team = 0; team < COMMUNES.size(); team++) {
            String unit = COMMUNES.get(team);
            commune.unit(
                    ADMINISTRATOR,
                    unit,
                    "COMMUNE",
                    team == 0 ? "Xã Đông" : "Xã Tây",
                    "\"officialCode\":\"2767%d\",\"parent\":\"city\",".formatted(team));
            granted(commune, officer(team), Role.OFFICER, unit);
            commune.unit(ADMINISTRATOR, "ap-" + team, "HAMLET", "Ấp " + team, "\"parent\":\"%s\",".formatted(unit));
            teams.add(commune.team(
                    officer(team), "Tổ ấp " + team, "ap-" + team, member(team, 1), member(team, 2), member(team, 3)));
            linked(commune, leader(team), member(team, 1));
        }
        commune.on("2026-07-20");
        for (int team = 0; team < COMMUNES.size(); team++) {
            for (int visit = 0; visit < 14 - 6 * team; visit++) {
                help(commune, team, visit, "2026-07-19");
            }
        }
    }

    private void help(CommuneClient commune, int team, int visit, String day) {
        commune.tell(leader(team), "/api/assistances", """
                {"team":"%s","walkIn":"ap-%d","helpers":["%s"],
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"%s","outcome":"DONE",
                            "occurredAt":"%sT%02d:30:00Z"}}
                """.formatted(
                teams.get(team), team, member(team, 2), visit < 6 ? "SELF_PERFORMED" : "DEMONSTRATED", day, visit));
    }

    private void reported(CommuneClient commune) {
        commune.on("2026-10-02");
        for (int team = 0; team < COMMUNES.size(); team++) {
            commune.tell(leader(team), ofTeam(team), "{}");
            commune.tell(officer(team), ofTeam(team) + "/acceptance", content(commune, ofTeam(team)));
            commune.tell(officer(team), of(COMMUNES.get(team)), "{}");
            commune.tell(CITY, of(COMMUNES.get(team)) + "/acceptance", content(commune, of(COMMUNES.get(team))));
        }
        commune.tell(CITY, of("city"), "{}");
    }

    /** On the last sheet of a team's report, the same each time. */
    private String code(CommuneClient commune) {
        String report = "/teams/" + teams.getFirst() + "/reports/" + QUARTER;
        String code = CommuneClient.code(commune.paper(Role.AUDITOR, report, 200));
        assertThat(CommuneClient.code(commune.paper(Role.AUDITOR, report, 200))).isEqualTo(code);
        return code;
    }

    private static void pages(CommuneClient commune) {
        HttpResponse<String> page = commune.anybody(open("city", ""));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("22 lượt hướng dẫn", "Xã Đông", "CC BY 4.0", "không nêu");
        assertThat(page.headers().map()).doesNotContainKeys("set-cookie", "etag", "last-modified");
        assertThat(page.headers().firstValue("Cache-Control")).contains("max-age=20, must-revalidate, public");
        assertThat(commune.anybody("/open").body()).contains("Quý III/2026 – Thành phố Hồ Chí Minh");
        assertThat(commune.anybody("/open/en").body()).contains("22 help records");
        assertThat(commune.anybody("/open/honours").statusCode()).isEqualTo(200);
        assertThat(commune.anybody("/open/models").statusCode()).isEqualTo(200);
        assertThat(commune.anybody("/open/dictionary").body()).contains("H05");
        String missing = commune.anybody(open("ap-0", "")).body();
        for (String none : List.of("ap-1", "nowhere", "to-1")) {
            assertThat(commune.anybody(open(none, "")).body()).as(none).isEqualTo(missing);
        }
        assertThat(commune.anybody("/open/2026-Q2/city").body()).isEqualTo(missing);
        assertThat(commune.anybody(open("city", "?asOf=1")).body()).isEqualTo(page.body());
    }

    /** Values under 5 are in neither file: of T01, T02 of a commune there are 1 and 3. */
    private static void files(CommuneClient commune) {
        String csv = commune.anybody(open("city", ".csv")).body();
        List<String> lines = csv.lines().toList();
        assertThat(lines.getFirst())
                .startsWith("\uFEFFunit;name;quarter")
                .contains(";T01;T02;H05;")
                .endsWith(";licence");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1))
                .startsWith("city;Thành phố Hồ Chí Minh;" + QUARTER)
                .contains(";*;6;22;");
        assertThat(lines.get(2)).startsWith("east;Xã Đông;").contains(";*;*;14;");
        JsonNode json = commune.read(commune.anybody(open("east", ".json")));
        assertThat(json.get("rows").size()).isEqualTo(1);
        assertThat(json.at("/rows/0/values/H05").asLong()).isEqualTo(14);
        assertThat(json.at("/rows/0/values/T01").isMissingNode()).isTrue();
        assertThat(json.get("licence").asString()).startsWith("CC BY 4.0");
        assertThat(json.get("lines").size()).isEqualTo(13);
        assertThat(commune.read(commune.anybody("/open/dictionary.json"))
                        .get("leastShown")
                        .asLong())
                .isEqualTo(5);
        for (String none : List.of("/open/honours.csv", "/open/honours.json", "/open/models.json")) {
            assertThat(commune.anybody(none).statusCode()).as(none).isEqualTo(404);
        }
    }

    private void sheet(CommuneClient commune, String code) {
        String hash = commune.ask(ofTeam(0)).get("content").asString();
        HttpResponse<String> same = commune.anybody("/verify/" + code);
        assertThat(same.body()).contains("Còn đúng", "Tổ ấp 0", "Quý III/2026", "02/10/2026", hash);
        assertThat(same.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(commune.anybody("/verify?code=" + code.toLowerCase(Locale.ROOT))
                        .body())
                .isEqualTo(same.body());
        help(commune, 0, 1, "2026-09-30");
        commune.tell(leader(0), ofTeam(0), "{\"reason\":\"LATER_KNOWN\"}");
        commune.ask(ofTeam(0));
        assertThat(commune.anybody("/verify/" + code).body()).contains("Đã có bản thay", hash);
        String missing = commune.anybody("/verify/" + "0".repeat(26)).body();
        assertThat(missing).contains("Không tìm thấy");
        assertThat(commune.anybody("/verify/1").body()).isEqualTo(missing);
        assertThat(commune.anybody("/verify").body()).contains("Mã tờ in");
        for (int guess = 0; guess < 10; guess++) {
            commune.anybody("/verify/" + guess);
        }
        HttpResponse<String> paced = commune.anybody("/verify/1");
        assertThat(paced.statusCode()).isEqualTo(429);
        assertThat(paced.headers().firstValue("Retry-After")).isPresent();
    }

    /** All places of those without an account are taken for as long as this takes. */
    private static void places(CommuneClient commune) throws Exception {
        OpenPlaces places = commune.bean(OpenPlaces.class);
        CountDownLatch entered = new CountDownLatch(OpenPlaces.PLACES);
        CountDownLatch leave = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> taken = new ArrayList<>();
        for (int count = 0; count < OpenPlaces.PLACES + OpenPlaces.WAITING; count++) {
            if (count == OpenPlaces.PLACES) {
                entered.await();
            }
            taken.add(places.run(() -> {
                        entered.countDown();
                        leave.await();
                        return true;
                    })
                    .toFuture());
        }
        try {
            assertThat(commune.anybody(open("west", "")).statusCode()).isEqualTo(503);
            assertThat(commune.anybody(open("city", "")).statusCode())
                    .as("made before")
                    .isEqualTo(200);
            assertThat(commune.shown(Role.AUDITOR, "/units")).contains("Hồ Chí Minh");
            assertThat(commune.ask("/api/dashboards/city?quarter=" + QUARTER).isObject())
                    .isTrue();
        } finally {
            leave.countDown();
        }
        for (CompletableFuture<Boolean> each : taken) {
            assertThat(each.get()).isTrue();
        }
        assertThat(commune.anybody(open("west", "")).statusCode()).isEqualTo(200);
    }

    /** Every question, as JSON and as a page, and every command needs an account. */
    private static void elsewhere(CommuneClient commune) {
        JsonNode paths = commune.document().get("paths");
        assertThat(paths.size()).isGreaterThan(200);
        Set<String> open = new TreeSet<>();
        for (String path : paths.propertyNames()) {
            String asked = path.replaceAll("\\{[^}]*}", "city");
            String page = asked.replaceFirst("^/api", "");
            Stream.of(asked, page.isEmpty() ? "/" : page)
                    .filter(each -> commune.anybody(each).statusCode() != 401)
                    .forEach(open::add);
        }
        assertThat(open).as("the forms of signing in and of proofs").containsExactly("/sign-in", "/sign-in/accounts");
        for (String place : List.of("/do/record-assistance", "/me", "/visit", "/actuator/prometheus", "/api/live")) {
            assertThat(commune.anybody(place).statusCode()).as(place).isEqualTo(401);
        }
    }
}
