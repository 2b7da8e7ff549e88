package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.CommuneClient.member;
import static vn.soto.contracts.access.Role.ADMINISTRATOR;
import static vn.soto.contracts.access.Role.AUDITOR;
import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.verifier.Main;

/**
 * A quarter of a commune over HTTP: the pay of its two teams, the findings before money moves, and the correction of a
 * wrong statement. One team also takes up a good model from the other.
 */
@Tag("threads")
final class StipendsIT {

    private static final String SIGNED = "{\"number\":\"01/NQ-HĐND\",\"signedOn\":\"2026-01-05\"}";
    private static final String CALL = "{\"number\":\"45/QĐ-UBND\",\"signedOn\":\"2026-08-10\"}";
    private static final String STATEMENTS = "/api/units/east/stipends/2026-Q3";
    private static final String PAGE = "/stipends/east:2026-Q3";
    private static final String STATEMENT = "/api/stipends/east:2026-Q3";

    @TempDir
    private static Path folder;

    private final List<String> teams = new ArrayList<>();

    /** Two teams of three; the third member of the first is a member of the second too. */
    private void found(CommuneClient commune) {
        commune.unit(OFFICER, "city", "MUNICIPALITY", "Hồ Chí Minh", "\"officialCode\":\"79\",");
        commune.unit(OFFICER, "east", "COMMUNE", "Xã Đông", "\"officialCode\":\"27673\",\"parent\":\"city\",");
        for (int team = 0; team < 2; team++) {
            commune.unit(OFFICER, "ap-" + team, "HAMLET", "Ấp " + team, "\"parent\":\"east\",");
            teams.add(commune.team(OFFICER, "Tổ CNSCĐ ấp " + team, "ap-" + team, 2 * team + 1));
        }
    }

    private String mobilisation(int team, int member, String day) {
        return "/api/teams/" + teams.get(team) + "/members/" + member(member) + "/mobilisations/" + day;
    }

    private static void mobilise(CommuneClient commune, String at, String shift) {
        commune.tell(OFFICER, at, "{\"shift\":\"%s\",\"decision\":%s}".formatted(shift, CALL));
    }

    private void help(CommuneClient commune, int team, String day) {
        commune.tell(MEMBER, "/api/assistances", """
                {"team":"%s","walkIn":"ap-%d","helpers":["%s"],
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE",
                            "occurredAt":"%sT00:30:00Z"}}
                """.formatted(teams.get(team), team, member(2 * team + 2), day));
    }

    private static List<JsonNode> list(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false).toList();
    }

    @Test
    void whatTeamsArePaidIsExplainedApprovedByAnotherAndPutRight() {
        try (CommuneClient commune =
                new CommuneClient(folder.resolve("money"), LocalDate.of(2026, 6, 25), "--soto.open.enabled=true")) {
            found(commune);
            commune.on("2026-08-20");
            help(commune, 0, "2026-08-18");
            mobilise(commune, mobilisation(0, 1, "2026-08-15"), "DAY");
            mobilise(commune, mobilisation(0, 2, "2026-08-16"), "NIGHT");
            commune.on("2026-10-02");
            assertThat(commune.refused(OFFICER, STATEMENTS, "{}").get("type").asString())
                    .endsWith("statement-has-rates");
            commune.tell(ADMINISTRATOR, "/api/stipend-policy", """
                    {"terms":{"scheme":"PER_MEMBER","perMonth":60000,"perDay":150000,"perNight":200000,"fewestDays":15},
                     "instrument":%s,"effectiveFrom":"2026-01-01"}
                    """.formatted(SIGNED));
            commune.tell(OFFICER, STATEMENTS, "{}");
            computed(commune);
            commune.tell(OFFICER, "/api/members/" + member(1) + "/profile", "{\"name\":\"Nguyễn Thị Lan\"}");
            assertThat(CommuneClient.text(commune.paper(OFFICER, PAGE, 200))).contains("(Chưa duyệt)");
            approved(commune);
            byte[] paper = printed(commune);
            String sheet = "/verify/" + CommuneClient.code(paper);
            assertThat(commune.anybody(sheet).body())
                    .contains("Còn đúng", "Bảng kê chi hỗ trợ", "Xã Đông", "Quý III/2026", "02/10/2026")
                    .doesNotContain("1.250.000");
            corrected(commune);
            assertThat(commune.anybody(sheet).body()).contains("Đã có bản thay");
            assertThat(commune.paper(OFFICER, PAGE + "?version=1", 200)).isEqualTo(paper);
            assertThat(CommuneClient.text(commune.paper(OFFICER, PAGE, 200))).contains("(Chưa duyệt)", "Bản nộp lần 2");
            verified(folder.resolve("money"));
            erased(commune, paper);
        }
    }

    /** A version prints the same bytes on any day until somebody in it is erased, and from then on the same again. */
    private static void erased(CommuneClient commune, byte[] paper) {
        String first = PAGE + "?version=1";
        commune.on("2026-10-20");
        assertThat(commune.paper(OFFICER, first, 200)).as("another day").isEqualTo(paper);
        commune.agreed(
                ADMINISTRATOR,
                "/api/members/" + member(1) + "/erasure",
                "{\"basis\":\"REQUEST_OF_THE_SUBJECT\",\"reason\":\"REQUEST_OF_PERSON\"}");
        byte[] without = commune.paper(OFFICER, first, 200);
        assertThat(CommuneClient.text(without)).doesNotContain("Nguyễn Thị Lan").contains("1.250.000");
        commune.on("2026-10-21");
        assertThat(commune.paper(OFFICER, first, 200)).as("a day later").isEqualTo(without);
    }

    /** The verifier reads the file while the product has it, and computes both versions again. */
    private static void verified(Path data) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        List<String> arguments =
                List.of("verify-stipends", data.resolve("ledger.sqlite").toString());
        assertThat(Main.run(arguments, Map.of(), out, out)).as("%s", printed).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2 statements computed again as recorded", "east:2026-Q3  v2");
    }

    private void computed(CommuneClient commune) {
        JsonNode statement = commune.ask(STATEMENT);
        assertThat(statement.get("state").asString()).isEqualTo("WAITING_FOR_APPROVAL");
        assertThat(statement.get("matches").asBoolean()).isTrue();
        assertThat(statement.get("total").asLong()).isEqualTo(5 * 3 * 60_000 + 150_000 + 200_000);
        assertThat(statement.get("people").asInt()).isEqualTo(5);
        assertThat(CommuneClient.texts(statement.get("findings"), "kind"))
                .as("a person in two teams, whose months count once, and a team without work")
                .contains("MEMBER_IN_TWO_TEAMS", "MONTH_COUNTED_IN_ANOTHER_TEAM", "TEAM_WITHOUT_WORK");
        evidence(commune, statement);
        assertThat(commune.table(OFFICER, STATEMENT.substring("/api".length())))
                .contains(
                        "\"" + statement.get("content").asString() + "\"",
                        "\"" + statement.get("pinnedChain").asString() + "\"",
                        "\"15/08/2026\"",
                        ";1250000;");
        assertThat(commune.asked(MEMBER, STATEMENT, 403).get("status").asInt()).isEqualTo(403);
    }

    /** The pages have as many commits as the lines say, and no page has more than was asked for. */
    private static void evidence(CommuneClient commune, JsonNode statement) {
        int expected = list(statement.get("lines")).stream()
                .mapToInt(line -> line.get("commits").asInt())
                .sum();
        List<JsonNode> entries = new ArrayList<>();
        JsonNode page = commune.ask(STATEMENT + "/evidence?limit=2");
        entries.addAll(list(page.get("entries")));
        while (page.has("next")) {
            page = commune.ask(
                    STATEMENT + "/evidence?limit=2&from=" + page.get("next").asInt());
            assertThat(list(page.get("entries"))).hasSizeLessThanOrEqualTo(2);
            entries.addAll(list(page.get("entries")));
        }
        assertThat(page.get("count").asInt()).isEqualTo(expected);
        assertThat(entries).hasSize(expected);
        assertThat(entries.toString()).contains("team.formed.v2", "mobilisation.recorded.v2");
        JsonNode one = commune.ask(STATEMENT + "/evidence?member=" + member(1));
        assertThat(one.get("count").asInt()).as("the foundation and a day").isEqualTo(2);
    }

    private static void approved(CommuneClient commune) {
        String approval = "{\"content\":\"%s\"}"
                .formatted(commune.ask(STATEMENT).get("content").asString());
        assertThat(commune.refused(ADMINISTRATOR, STATEMENTS + "/approval", approval)
                        .get("type")
                        .asString())
                .endsWith("ledger-says-who-may-approve");
        commune.grants(Map.of());
        assertThat(commune.refused(OFFICER, STATEMENTS + "/approval", approval)
                        .get("type")
                        .asString())
                .endsWith("statement-is-approved-by-another-person");
        commune.tell(ADMINISTRATOR, STATEMENTS + "/approval", approval);
        JsonNode summary =
                commune.ask("/api/units/east/stipends?period=2026-Q3").get(0);
        assertThat(summary.get("latest").get("state").asString()).isEqualTo("APPROVED");
        assertThat(summary.get("latest").get("approval").get("by").asString())
                .isNotEqualTo(summary.get("latest").get("by").asString());
        assertThat(commune.ask("/api/units/east/stipends?period=2026-08")).isEmpty();
    }

    /** The list has names for those who may see them, and each print is one entry in the register of reads. */
    private static byte[] printed(CommuneClient commune) {
        String reads = "/api/personal-data-reads?subject=member:" + member(1);
        int before = commune.ask(reads).get("reads").size();
        byte[] paper = commune.paper(OFFICER, PAGE, 200);
        assertThat(CommuneClient.text(paper))
                .contains(
                        "BẢNG KÊ",
                        "Nguyễn Thị Lan",
                        "15/08/2026",
                        "Cộng",
                        "1.250.000",
                        "Bằng chữ: Một triệu hai trăm năm mươi nghìn đồng.",
                        "Đã duyệt, vào sổ số")
                .doesNotContain("(Chưa duyệt)");
        assertThat(commune.ask(reads).get("reads")).hasSize(before + 1);
        assertThat(commune.ask(reads).get("reads").toString()).contains("file=pdf");
        assertThat(CommuneClient.text(commune.paper(AUDITOR, PAGE, 200)))
                .contains("người ")
                .doesNotContain("Nguyễn Thị Lan");
        commune.paper(MEMBER, PAGE, 403);
        assertThat(commune.paper(OFFICER, PAGE, 200)).isEqualTo(paper);
        return paper;
    }

    /** The night was none: it is withdrawn, and a second version says what changes. */
    private void corrected(CommuneClient commune) {
        commune.tell(OFFICER, mobilisation(0, 2, "2026-08-16") + "/withdrawal", "{\"reason\":\"NEVER_HAPPENED\"}");
        assertThat(commune.refused(OFFICER, STATEMENTS, "{}").get("type").asString())
                .endsWith("further-statement-has-a-reason");
        commune.tell(OFFICER, STATEMENTS, "{\"reason\":\"WRONG_ENTRY\"}");

        JsonNode second = commune.ask(STATEMENT);
        assertThat(second.get("version").asInt()).isEqualTo(2);
        assertThat(second.get("amends").asInt()).isEqualTo(1);
        JsonNode difference = second.get("differences").get(0);
        assertThat(difference.get("member").asString()).isEqualTo(member(2));
        assertThat(difference.get("after").asLong() - difference.get("before").asLong())
                .isEqualTo(-200_000);
        assertThat(commune.ask(STATEMENT + "?version=1").get("state").asString())
                .isEqualTo("REPLACED");
        assertThat(list(commune.ask("/api/teams/" + teams.getFirst() + "/mobilisations")))
                .hasSize(1);
    }

    @Test
    void aGoodModelIsRecommendedAndTakenUpAndItsFiguresStandByQuarter() {
        try (CommuneClient commune = new CommuneClient(folder.resolve("practice"), LocalDate.of(2026, 6, 25))) {
            found(commune);
            commune.on("2026-08-20");
            help(commune, 1, "2026-08-18");
            String described = "/api/teams/" + teams.get(0) + "/practices";
            assertThat(commune.refused(LEADER, described, """
                            {"title":"Bàn tại chợ","text":"Gọi 0912 345 678 trước khi đến."}
                            """).get("type").asString())
                    .endsWith("practice-text-holds-no-personal-number");
            String practice = commune.made(LEADER, described, """
                    {"title":"Bàn tại chợ","text":"Sáng thứ bảy hai thành viên ngồi ở cổng chợ."}
                    """);
            String at = "/api/practices/" + practice;
            commune.tell(OFFICER, at + "/recommendations", """
                    {"teams":["%s"],"reason":"CHECKED","reasonText":"Dễ làm theo, đã xem tại chỗ"}
                    """.formatted(teams.get(1)));
            commune.on("2026-11-20");
            commune.tell(LEADER, at + "/followers/" + teams.get(1), "{\"effectiveFrom\":\"2026-11-01\"}");
            help(commune, 1, "2026-11-18");
            help(commune, 1, "2026-11-19");

            JsonNode model = commune.ask(at);
            assertThat(model.get("title").asString()).isEqualTo("Bàn tại chợ");
            assertThat(CommuneClient.texts(model.get("followers"), "team")).containsExactly(teams.get(1));
            assertThat(model.get("recommendations").get(0).get("whyCode").asString())
                    .isEqualTo("CHECKED");
            figures(commune);
        }
    }

    private void figures(CommuneClient commune) {
        JsonNode answer = commune.ask("/api/teams/" + teams.get(1) + "/practices");
        assertThat(answer.get("caution").asString()).contains("không cho biết vì sao");
        List<JsonNode> quarters = list(answer.get("followed").get(0).get("quarters"));
        assertThat(quarters).extracting(each -> each.get("quarter").asString()).containsExactly("2026-Q3", "2026-Q4");
        assertThat(quarters).extracting(each -> each.get("phase").asString()).containsExactly("BEFORE", "PARTLY");
        assertThat(quarters).extracting(each -> value(each, "H05")).containsExactly(1L, 2L);
        assertThat(quarters).extracting(each -> value(each, "M.self-performed")).containsExactly(1L, 2L);
    }

    private static long value(JsonNode quarter, String code) {
        return list(quarter.get("figures")).stream()
                .filter(figure -> figure.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asLong();
    }
}
