package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.CommuneClient.member;
import static vn.soto.contracts.access.Role.ADMINISTRATOR;
import static vn.soto.contracts.access.Role.OFFICER;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Two communes of the province next door become a ward while their reports of a quarter are on the way, and another one
 * is divided. Figures do not tell this part of a district's life.
 */
final class ReformNextDoor {

    private static final String QUARTER = "2025-Q2";

    private final CommuneClient life;
    private final String near;
    private final String home;
    private final String torn;

    /** On a day of March 2025. */
    ReformNextDoor(CommuneClient life) {
        this.life = life;
        units(life);
        near = team(life, "a-1", 10);
        home = household(life, "a-1");
        torn = team(life, "c-1", 20);
        officer(life, "viewer", "an-dien", "2025-03-03");
    }

    void helpedInMay() {
        life.on("2025-05-08");
        help(life, near, home, "2025-05-06", "{}");
    }

    /** On the second of July, before the decrees. */
    void reported() {
        accept(life, "/api/teams/" + near + "/reports/" + QUARTER, "");
        accept(life, "/api/units/an-dien/reports/" + QUARTER, "");
        life.tell(OFFICER, "/api/teams/" + torn + "/reports/" + QUARTER, "{}");
    }

    void reformed() {
        life.on("2025-07-20");
        life.tell(ADMINISTRATOR, "/api/units/an-son/split", """
                {"into":["an-tay","an-dong"],"instrument":{"number":"31/NQ","signedOn":"2025-07-10"},
                 "effectiveFrom":"2025-07-15"}""");
        life.tell(ADMINISTRATOR, "/api/units/an-tay/merger", """
                {"from":["an-dien","an-phu"],"instrument":{"number":"30/NQ","signedOn":"2025-07-10"},
                 "effectiveFrom":"2025-07-15"}""");
        undecided(life);
        takenOver(life, home);
        lateAmendment(life, near, home);
        life.on("2025-07-25");
        nothingIsLeft(life, torn);
    }

    private static void units(CommuneClient life) {
        unit(life, "dong-nai", "PROVINCE", "Đồng Nai", "\"officialCode\":\"75\",");
        unit(life, "an-dien", "COMMUNE", "An Điền", "\"officialCode\":\"26001\",\"parent\":\"dong-nai\",");
        unit(life, "an-phu", "COMMUNE", "An Phú", "\"officialCode\":\"26002\",\"parent\":\"dong-nai\",");
        unit(life, "an-tay", "WARD", "An Tây", "\"officialCode\":\"26003\",\"parent\":\"dong-nai\",");
        unit(life, "an-dong", "WARD", "An Đông", "\"officialCode\":\"26004\",\"parent\":\"dong-nai\",");
        unit(life, "an-son", "COMMUNE", "An Sơn", "\"officialCode\":\"26005\",\"parent\":\"dong-nai\",");
        unit(life, "c-1", "HAMLET", "Ấp Chòi", "\"parent\":\"an-son\",");
        unit(life, "a-1", "HAMLET", "Ấp 1", "\"parent\":\"an-dien\",");
        unit(life, "b-1", "HAMLET", "Ấp Bến", "\"parent\":\"an-phu\",");
    }

    private static void unit(CommuneClient life, String id, String kind, String name, String more) {
        life.tell(ADMINISTRATOR, "/api/units", """
                {"unit":"%s","kind":"%s","name":"%s",%s
                 "instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},"effectiveFrom":"2024-01-01"}
                """.formatted(id, kind, name, more));
    }

    private static String team(CommuneClient life, String unit, int first) {
        return life.made(ADMINISTRATOR, "/api/teams", """
                {"name":"Tổ CNSCĐ %s","foundingDecision":{"number":"12/QĐ-UBND","signedOn":"2025-01-02"},
                 "coverage":["%s"],"leader":"%s","effectiveFrom":"2025-01-02",
                 "members":[{"member":"%s","organisation":"NEIGHBOURHOOD_HEAD"},
                            {"member":"%s","organisation":"YOUTH_UNION"},
                            {"member":"%s","organisation":"WOMENS_UNION"}]}
                """.formatted(
                        unit, unit, member(first), member(first), member(first + 1), member(first + 2)));
    }

    private static String household(CommuneClient life, String unit) {
        return life.made(ADMINISTRATOR, "/api/households", "{\"unit\":\"%s\",\"reference\":\"HO-1\"}".formatted(unit));
    }

    private static void help(CommuneClient life, String team, String home, String day, String more) {
        life.tell(ADMINISTRATOR, "/api/assistances", assistance(team, home, day, more));
    }

    private static String assistance(String team, String home, String day, String more) {
        return """
                {"team":"%s","household":"%s","helpers":["%s"],"reason":%s,
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED",
                            "outcome":"DONE","occurredAt":"%sT02:00:00Z"}}
                """.formatted(team, home, member(11), more.equals("{}") ? "null" : more, day);
    }

    /** Submits a report, and accepts it. */
    private static void accept(CommuneClient life, String report, String reason) {
        life.tell(OFFICER, report, reason.isEmpty() ? "{}" : "{\"reason\":\"%s\"}".formatted(reason));
        life.tell(
                OFFICER,
                report + "/acceptance",
                "{\"content\":\"%s\"}".formatted(life.ask(report).get("content").asString()));
    }

    /** The commune of a team was split, and nobody has said yet to which part its hamlet belongs. */
    private static void undecided(CommuneClient life) {
        JsonNode reports =
                life.ask("/api/units/dong-nai/reports?quarter=" + QUARTER).get("reports");
        assertThat(StreamSupport.stream(reports.spliterator(), false)
                        .filter(report -> report.path("undecided").asBoolean())
                        .map(report -> report.get("recipient").asString()))
                .containsExactly("an-son");
    }

    private static void officer(CommuneClient life, String account, String unit, String from) {
        life.agreed(
                ADMINISTRATOR,
                "/api/accounts/" + account + "/roles",
                "{\"role\":\"OFFICER\",\"area\":{\"unit\":\"%s\"},\"effectiveFrom\":\"%s\",\"reason\":\"DUTY_ASSIGNED\"}"
                        .formatted(unit, from));
    }

    /** The officer of a commune that was merged reads what lies there until the ward has an officer. */
    private static void takenOver(CommuneClient life, String home) {
        life.asked("viewer", "/api/households/" + home, 200);
        officer(life, "operator", "an-tay", "2025-07-20");
        life.asked("viewer", "/api/households/" + home, 403);
        life.asked("operator", "/api/households/" + home, 200);
    }

    private static JsonNode left(CommuneClient life) {
        return life.asked(ADMINISTRATOR, "/api/units/dong-nai/reorganisation", 200)
                .get("answer");
    }

    private static void nothingIsLeft(CommuneClient life, String torn) {
        JsonNode left = left(life);
        assertThat(left.at("/accounts/0/account").asString()).isEqualTo("viewer");
        assertThat(left.at("/accounts/0/ended").asString()).isEqualTo("2025-07-15");
        assertThat(left.at("/boundaries/0/team").asString()).isEqualTo(torn);
        assertThat(left.at("/households/0/unit/unit").asString()).isEqualTo("c-1");
        assertThat(left.get("recipients")).as("there are officers of the whole").isEmpty();
        assertThat(left.get("left").asInt()).isEqualTo(4);

        life.agreed(
                ADMINISTRATOR,
                "/api/accounts/viewer/roles/" + left.at("/accounts/0/grant").asString() + "/end",
                "{\"lastDay\":\"2025-07-25\",\"reason\":\"REORGANISATION\"}");
        life.tell(ADMINISTRATOR, "/api/units/c-1/parent", """
                {"parent":"an-tay","instrument":{"number":"31/NQ","signedOn":"2025-07-10"},"effectiveFrom":"2025-07-16"}""");
        JsonNode open = left(life);
        assertThat(open.get("left").asInt()).isEqualTo(1);
        assertThat(open.at("/reports/0/team").asString()).isEqualTo(torn);

        String report = "/api/teams/" + torn + "/reports/" + QUARTER;
        life.tell(
                OFFICER,
                report + "/acceptance",
                "{\"content\":\"%s\"}".formatted(life.ask(report).get("content").asString()));
        assertThat(left(life).get("left").asInt()).isZero();
    }

    /** Help that is entered after the reform reaches the sum of the province through the report of the commune of that quarter. */
    private static void lateAmendment(CommuneClient life, String team, String home) {
        String province = "/api/units/dong-nai/reports/" + QUARTER;
        life.tell(OFFICER, province, "{}");
        assertThat(value(life.ask(province), "H05")).isEqualTo(1);

        help(life, team, home, "2025-05-07", "\"OFFLINE\"");
        accept(life, "/api/teams/" + team + "/reports/" + QUARTER, "MISSING_ENTRY");
        JsonNode waiting = life.ask(province);
        assertThat(value(waiting, "H05")).isEqualTo(1);
        assertThat(waiting.get("changed").asInt()).isEqualTo(1);
        assertThat(waiting.at("/parts/0/through").asString()).isEqualTo("an-dien");
        assertThat(waiting.at("/parts/0/waiting").asInt()).isEqualTo(1);
        assertThat(CommuneClient.texts(
                        life.ask("/api/units/dong-nai/reports?quarter=" + QUARTER)
                                .get("units"),
                        "unit"))
                .contains("an-dien");
        assertThat(life.ask("/api/units/an-tay/reports/" + QUARTER).get("parts"))
                .isEmpty();

        accept(life, "/api/units/an-dien/reports/" + QUARTER, "MISSING_ENTRY");
        life.tell(OFFICER, province, "{\"reason\":\"MISSING_ENTRY\"}");
        JsonNode amended = life.ask(province);
        assertThat(value(amended, "H05")).isEqualTo(2);
        assertThat(amended.get("changed").asInt()).isZero();
        assertThat(amended.at("/parts/0/waiting").asInt(-1)).isZero();
    }

    private static long value(JsonNode report, String code) {
        return StreamSupport.stream(report.get("lines").spliterator(), false)
                .filter(line -> line.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asLong();
    }
}
