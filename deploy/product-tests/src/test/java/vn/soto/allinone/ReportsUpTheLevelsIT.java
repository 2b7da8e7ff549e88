package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.PeopleOfAreas.ADMINISTRATOR;
import static vn.soto.allinone.PeopleOfAreas.forbidden;
import static vn.soto.allinone.PeopleOfAreas.granted;
import static vn.soto.allinone.PeopleOfAreas.linked;
import static vn.soto.allinone.PeopleOfAreas.numbered;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.contracts.access.Role;

/**
 * A quarter of two communes and their city over HTTP. Teams send, are late or are silent, and a commune accepts after
 * reading a sample, and reports. A city adds up, and a target is missed. Leaders, the officers of both communes and the
 * officer of the city each do what is granted in their area.
 */
@Tag("threads")
final class ReportsUpTheLevelsIT {

    private static final int TEAMS = 5;
    private static final String LEADER = "leader-";
    private static final String OFFICER = "officer-east";
    private static final String NEIGHBOUR = "officer-west";
    private static final String CITY = "officer-city";
    private static final String SIGNED = "{\"number\":\"01/NQ-HĐND\",\"signedOn\":\"2026-01-05\"}";
    private static final String QUARTER = "2026-Q3";

    @TempDir
    private static Path folder;

    private final List<String> teams = new ArrayList<>();

    private static String member(int team, int number) {
        return "00000000-0000-4000-8000-%09d%03d".formatted(team + 1, number);
    }

    /** One person is in the first two teams. */
    private static String third(int team) {
        return member(team == 1 ? 0 : team, 3);
    }

    private void found(CommuneClient commune) {
        commune.unit(ADMINISTRATOR, "city", "MUNICIPALITY", "Hồ Chí Minh", "\"officialCode\":\"79\",");
        commune.unit(ADMINISTRATOR, "east", "COMMUNE", "Xã Đông", "\"officialCode\":\"27673\",\"parent\":\"city\",");
        commune.unit(ADMINISTRATOR, "west", "COMMUNE", "Xã Tây", "\"officialCode\":\"27674\",\"parent\":\"city\",");
        granted(commune, OFFICER, Role.OFFICER, "east");
        granted(commune, NEIGHBOUR, Role.OFFICER, "west");
        granted(commune, CITY, Role.OFFICER, "city");
        for (int team = 0; team < TEAMS; team++) {
            commune.unit(
                    ADMINISTRATOR,
                    "ap-" + team,
                    "HAMLET",
                    "Ấp " + team,
                    "\"parent\":\"%s\",".formatted(team < 4 ? "east" : "west"));
            teams.add(commune.team(
                    team < 4 ? OFFICER : NEIGHBOUR,
                    "Tổ CNSCĐ ấp " + team,
                    "ap-" + team,
                    member(team, 1),
                    member(team, 2),
                    third(team)));
            linked(commune, LEADER + team, member(team, 1));
        }
    }

    private void help(CommuneClient commune, int team, String day) {
        commune.tell(LEADER + team, "/api/assistances", """
                {"team":"%s","walkIn":"ap-%d","helpers":["%s"],
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE",
                            "occurredAt":"%sT00:30:00Z"}}
                """.formatted(teams.get(team), team, member(team, 2), day));
    }

    private String report(int team) {
        return "/api/teams/" + teams.get(team) + "/reports/" + QUARTER;
    }

    private static String units(String unit) {
        return "/api/units/" + unit + "/reports/" + QUARTER;
    }

    private static JsonNode overview(CommuneClient commune, String unit) {
        return commune.ask("/api/units/" + unit + "/reports?quarter=" + QUARTER);
    }

    private static long line(JsonNode report, String code, String field) {
        return StreamSupport.stream(report.get("lines").spliterator(), false)
                .filter(line -> line.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .get(field)
                .asLong();
    }

    @Test
    void aCommuneAcceptsWhatItHasReadASampleOfAndTheCityAddsUp() {
        List<String> people = Stream.concat(numbered(LEADER, TEAMS), Stream.of(OFFICER, NEIGHBOUR, CITY))
                .toList();
        try (CommuneClient commune = PeopleOfAreas.client(folder, LocalDate.of(2026, 6, 25), people)) {
            found(commune);
            commune.tell(CITY, "/api/units/east/targets/" + QUARTER + "/H05", """
                    {"goal":{"bound":"AT_LEAST","value":5,"measure":"COUNT"},"instrument":%s}
                    """.formatted(SIGNED));
            commune.on("2026-07-10");
            for (int team : List.of(0, 1, 2, 4)) {
                help(commune, team, "2026-07-09");
            }
            overdue(commune);
            sampled(commune);
            consolidated(commune);
            differing(commune);
            missed(commune);
        }
    }

    /** The quarter is over; three of four teams have sent, the last of them late. */
    private void overdue(CommuneClient commune) {
        commune.on("2026-10-02");
        commune.tell(LEADER + 0, report(0), "{}");
        commune.tell(LEADER + 1, report(1), "{}");
        commune.tell(LEADER + 4, report(4), "{}");
        commune.on("2026-10-07");
        commune.tell(LEADER + 2, report(2), "{}");

        JsonNode east = overview(commune, "east");
        JsonNode totals = east.get("totals");
        assertThat(totals.get("reports").asInt()).isEqualTo(4);
        assertThat(totals.get("waiting").asInt()).isEqualTo(3);
        assertThat(totals.get("missing").asInt()).isEqualTo(1);
        assertThat(totals.get("overdue").asInt()).isEqualTo(1);
        assertThat(totals.get("late").asInt()).isEqualTo(1);
        assertThat(totals.get("longestWait").asInt()).isEqualTo(5);
        assertThat(east.get("text").asString()).isEqualTo("""
                Báo cáo quý III/2026 – Xã Đông: đã tiếp nhận 0/4 tổ. Hạn nộp 05/10/2026.
                Quá hạn, chưa nộp (1): Tổ CNSCĐ ấp 3.
                Đã nộp, chờ tiếp nhận (3): Tổ CNSCĐ ấp 0; Tổ CNSCĐ ấp 1; Tổ CNSCĐ ấp 2.""");
        JsonNode city = overview(commune, "city");
        assertThat(city.get("totals").get("reports").asInt()).isEqualTo(5);
        assertThat(CommuneClient.texts(city.get("areas"), "unit")).containsExactly("east", "west");
        assertThat(CommuneClient.texts(city.get("units"), "state")).containsExactly("DRAFT", "DRAFT");
        assertThat(city.get("text").asString()).contains("Tổ CNSCĐ ấp 3 (Xã Đông)");
        JsonNode authorities = city.get("authorities");
        assertThat(CommuneClient.texts(authorities, "unit")).containsExactly("city", "east", "west");
        assertThat(authorities.get(0).get("totals").get("missing").asInt()).isEqualTo(2);
        assertThat(authorities.get(0).has("oldest")).isFalse();
        assertThat(authorities.get(1).get("totals")).isEqualTo(totals);
        assertThat(authorities.get(1).get("oldest").get("waitingDays").asInt()).isEqualTo(5);
        assertThat(city.get("levels").get(0).get("totals").get("waiting").asInt())
                .isEqualTo(4);
        assertThat(city.get("levels").get(1).get("kind").asString()).isEqualTo("COMMUNE");
        assertThat(city.get("authorityText").asString()).isEqualTo("""
                Báo cáo quý III/2026 – Hồ Chí Minh, theo nơi tiếp nhận:
                Xã Đông: 3 chờ tiếp nhận, lâu nhất 5 ngày (Tổ CNSCĐ ấp 0); 1 chưa nộp; 1 quá hạn; 1 đã nộp muộn.
                Xã Tây: 1 chờ tiếp nhận, lâu nhất 5 ngày (Tổ CNSCĐ ấp 4).
                Hồ Chí Minh: 2 chưa nộp.""");
    }

    private void sampled(CommuneClient commune) {
        String reports = StreamSupport.stream(
                        overview(commune, "east").get("reports").spliterator(), false)
                .filter(line -> line.get("state").asString().equals("WAITING"))
                .map(line -> "{\"reporter\":{\"level\":\"TEAM\",\"id\":\"%s\"},\"content\":\"%s\"}"
                        .formatted(
                                line.get("team").asString(), line.get("content").asString()))
                .collect(Collectors.joining(","));
        String sample = commune.made(OFFICER, units("east") + "/samples", "{\"reports\":[" + reports + "]}");
        String path = "/api/report-samples/" + sample;
        JsonNode unread = commune.refused(OFFICER, path + "/acceptance", "");
        assertThat(unread.get("type").asString()).endsWith("acceptor-has-opened-the-sample");
        for (int team : List.of(0, 1, 2)) {
            String opening = "{\"reporter\":{\"level\":\"TEAM\",\"id\":\"" + teams.get(team) + "\"}}";
            forbidden(commune, path + "/openings", opening, LEADER + team);
            commune.sent(NEIGHBOUR, path + "/openings", opening, 404);
            commune.tell(OFFICER, path + "/openings", opening);
        }
        assertThat(commune.refused(CITY, path + "/acceptance", "").toString())
                .as("another has opened them")
                .contains(teams.get(0));
        commune.completed(
                commune.sent(OFFICER, path + "/acceptance", "", 202).get("plan").asString());

        JsonNode totals = overview(commune, "east").get("totals");
        assertThat(totals.get("accepted").asInt()).isEqualTo(3);
        assertThat(totals.has("longestWait")).isFalse();
    }

    private void consolidated(CommuneClient commune) {
        JsonNode draft = commune.ask(units("east"));
        assertThat(draft.get("state").asString()).isEqualTo("DRAFT");
        assertThat(CommuneClient.texts(draft.get("lacking"), "state")).containsExactly("NOT_SUBMITTED");
        commune.tell(OFFICER, units("east") + "/narrative", "{\"difficulties\":\"Một tổ chưa gửi.\"}");
        commune.tell(OFFICER, units("east"), "{}");

        JsonNode east = commune.ask(units("east"));
        assertThat(east.get("lines")).isEqualTo(draft.get("lines"));
        assertThat(line(east, "H05", "value")).isEqualTo(3);
        assertThat(line(east, "T02", "value")).as("three teams of three").isEqualTo(8);
        assertThat(east.get("matches").asBoolean()).isTrue();
        assertThat(east.get("recipient").asString()).isEqualTo("city");
        assertThat(east.get("dueOn").asString()).isEqualTo("2026-10-07");
        String accepting = "{\"content\":\"%s\"}".formatted(east.get("content").asString());
        forbidden(commune, units("east") + "/acceptance", accepting, OFFICER, NEIGHBOUR, LEADER + 0);
        commune.tell(CITY, units("east") + "/acceptance", accepting);
        forbidden(commune, units("city"), "{}", OFFICER, NEIGHBOUR);
        commune.tell(CITY, units("city"), "{}");

        JsonNode city = commune.ask(units("city"));
        assertThat(line(city, "H05", "value")).isEqualTo(3);
        assertThat(line(city, "T02", "value")).isEqualTo(8);
        assertThat(CommuneClient.texts(city.get("parts"), "through")).containsExactly("east");
        assertThat(CommuneClient.texts(city.get("lacking"), "through")).containsExactly("west");
        assertThat(city.get("matches").asBoolean()).isTrue();
        JsonNode standing = overview(commune, "city");
        assertThat(standing.get("unitTotals").get("accepted").asInt()).isEqualTo(1);
        assertThat(standing.get("authorities")
                        .get(0)
                        .get("totals")
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    /** Something arrives for the quarter; the team's amendment is accepted, and the reports above say that they differ. */
    private void differing(CommuneClient commune) {
        commune.on("2026-10-08");
        help(commune, 0, "2026-09-30");
        assertThat(overview(commune, "east").get("totals").get("differing").asInt())
                .isEqualTo(1);
        commune.tell(LEADER + 0, report(0), "{\"reason\":\"LATER_KNOWN\"}");
        String content = commune.ask(report(0)).get("content").asString();
        forbidden(commune, report(0) + "/acceptance", "{\"content\":\"" + content + "\"}", NEIGHBOUR);
        commune.tell(OFFICER, report(0) + "/acceptance", "{\"content\":\"" + content + "\"}");

        JsonNode east = commune.ask(units("east"));
        assertThat(east.get("changed").asInt()).isEqualTo(1);
        assertThat(line(east, "H05", "value")).isEqualTo(3);
        assertThat(overview(commune, "city").get("unitTotals").get("differing").asInt())
                .isEqualTo(1);
        commune.tell(OFFICER, units("east"), "{\"reason\":\"LATER_KNOWN\"}");
        assertThat(line(commune.ask(units("east")), "H05", "value")).isEqualTo(4);
        assertThat(commune.ask(units("east") + "?version=1").get("content")).isEqualTo(east.get("content"));
    }

    private static void missed(CommuneClient commune) {
        JsonNode target = commune.ask("/api/units/east/targets?quarter=" + QUARTER)
                .get("targets")
                .get(0);
        assertThat(target.get("numerator").asInt()).isEqualTo(4);
        assertThat(target.get("denominator").asInt()).isEqualTo(5);
        assertThat(target.get("met").asBoolean()).isFalse();
    }
}
