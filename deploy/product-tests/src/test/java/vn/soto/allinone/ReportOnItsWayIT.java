package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.allinone.CommuneClient.member;
import static vn.soto.allinone.PeopleOfAreas.ADMINISTRATOR;
import static vn.soto.allinone.PeopleOfAreas.forbidden;
import static vn.soto.allinone.PeopleOfAreas.granted;
import static vn.soto.allinone.PeopleOfAreas.linked;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.soto.contracts.access.Role;
import vn.soto.ledger.StoredEvent;

/**
 * A team's report over HTTP, with a member, the leader, a commune's officer and a province's administrator, each with
 * the grants of their area. It is submitted, returned, submitted again and accepted; then something arrives late, and
 * it is amended. The officer of the commune beside it takes no part in it.
 */
@Tag("threads")
@Tag("long")
final class ReportOnItsWayIT {

    private static final String MEMBER = "member-an-hoa";
    private static final String LEADER = "leader-an-hoa";
    private static final String OFFICER = "officer-an-thoi-dong";
    private static final String NEIGHBOUR = "officer-binh-khanh";
    private static final String PROVINCE = "administrator-city";

    @TempDir
    private static Path folder;

    private String team = "";
    private String report = "";

    @Test
    void submitReturnSubmitAgainAcceptLateRecordAmend() {
        List<String> people = List.of(MEMBER, LEADER, OFFICER, NEIGHBOUR, PROVINCE);
        try (CommuneClient commune = PeopleOfAreas.client(folder, LocalDate.of(2026, 6, 25), people)) {
            july(commune);
            String first = submitted(commune);
            byte[] paper = printed(commune, first);
            returned(commune, first);
            String second = accepted(commune, first);
            List<StoredEvent> stored = stream(commune);
            lateRecord(commune);
            amended(commune, second);
            assertThat(stream(commune)).startsWith(stored.toArray(new StoredEvent[0]));
            assertThat(commune.paper(OFFICER, page() + "?version=1", 200))
                    .as("returned, replaced, amended, closed: version 1 is the paper that it was")
                    .isEqualTo(paper);
            assertThat(CommuneClient.text(commune.paper(OFFICER, page(), 200))).contains("Bản nộp lần 3");
        }
    }

    private List<StoredEvent> stream(CommuneClient commune) {
        return commune.ledger().aggregate("report:" + team + ":2026-Q3", 0, 100);
    }

    private void july(CommuneClient commune) {
        commune.unit(ADMINISTRATOR, "city", "MUNICIPALITY", "Hồ Chí Minh", "\"officialCode\":\"79\",");
        commune.unit(
                ADMINISTRATOR, "commune", "COMMUNE", "An Thới Đông", "\"officialCode\":\"27673\",\"parent\":\"city\",");
        commune.unit(
                ADMINISTRATOR, "beside", "COMMUNE", "Bình Khánh", "\"officialCode\":\"27664\",\"parent\":\"city\",");
        commune.unit(ADMINISTRATOR, "an-hoa", "HAMLET", "An Hòa", "\"parent\":\"commune\",");
        granted(commune, OFFICER, Role.OFFICER, "commune");
        granted(commune, NEIGHBOUR, Role.OFFICER, "beside");
        granted(commune, PROVINCE, Role.ADMINISTRATOR, "city");
        team = commune.team(OFFICER, "Tổ CNSCĐ ấp An Hòa", "an-hoa", member(1), member(2), member(3));
        report = "/api/teams/" + team + "/reports/2026-Q3";
        linked(commune, LEADER, member(1));
        linked(commune, MEMBER, member(2));
        commune.on("2026-07-10");
        help(commune, "2026-07-09");
        help(commune, "2026-07-10");
    }

    private void help(CommuneClient commune, String day) {
        commune.tell(MEMBER, "/api/assistances", """
                {"team":"%s","walkIn":"an-hoa","helpers":["%s"],
                 "content":{"services":["vneid-level-2"],"channel":"HOME_VISIT","mode":"SELF_PERFORMED","outcome":"DONE",
                            "occurredAt":"%sT00:30:00Z"}}
                """.formatted(team, member(2), day));
    }

    private JsonNode line(JsonNode answer, String code) {
        return StreamSupport.stream(answer.get("figures").spliterator(), false)
                .filter(line -> line.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode answer, String field) {
        return answer.get(field).asString();
    }

    private String submitted(CommuneClient commune) {
        commune.on("2026-10-02");
        JsonNode draft = commune.ask(report);
        assertThat(text(draft, "state")).isEqualTo("DRAFT");
        assertThat(text(draft.get("period"), "dueOn")).isEqualTo("2026-10-05");
        assertThat(text(draft.get("period"), "authority")).isEqualTo("city");
        assertThat(text(draft.get("recipient"), "unit")).isEqualTo("commune");

        commune.tell(LEADER, report + "/household-total", "{\"households\":464,\"source\":\"RESIDENCE_REGISTER\"}");
        commune.tell(LEADER, report + "/figures/P02/statement", "{\"value\":86,\"source\":\"ATTENDANCE_LIST\"}");
        commune.tell(LEADER, report + "/narrative", "{\"difficulties\":\"Mạng yếu ở cuối ấp.\"}");
        JsonNode problem =
                commune.refused(LEADER, report + "/narrative", "{\"difficulties\":\"Gọi bà Sáu 0909123456 giúp.\"}");
        assertThat(text(problem, "type")).endsWith("report-text-holds-no-personal-number");
        commune.tell(LEADER, report + "/figures/H05/override", "{\"value\":4,\"reason\":\"PAPER_RECORDS\"}");
        commune.tell(LEADER, report, "{}");

        JsonNode version = commune.ask(report);
        assertThat(text(version, "state")).isEqualTo("WAITING");
        assertThat(version.get("waitingDays").asInt()).isZero();
        assertThat(version.get("narrative").get("difficulties").asString()).isEqualTo("Mạng yếu ở cuối ấp.");
        JsonNode records = line(version, "H05");
        assertThat(List.of(records.get("value").asInt(), records.get("reported").asInt()))
                .containsExactly(2, 4);
        assertThat(text(records.get("override"), "whyCode")).isEqualTo("PAPER_RECORDS");
        assertThat(text(line(version, "H01"), "source")).isEqualTo("RESIDENCE_REGISTER");
        JsonNode attendance = line(version, "P02");
        assertThat(List.of(
                        attendance.get("value").asInt(),
                        attendance.get("reported").asInt()))
                .containsExactly(0, 86);
        assertThat(text(attendance, "source")).isEqualTo("ATTENDANCE_LIST");
        assertThat(failing(version)).containsExactly("MODES_ADD_UP");
        return text(version, "content");
    }

    private String page() {
        return report.substring("/api".length());
    }

    /** Whoever may read the report may print it, each the same; it names nobody, and nobody's name is opened for it. */
    private byte[] printed(CommuneClient commune, String content) {
        commune.tell(OFFICER, "/api/members/" + member(3) + "/profile", "{\"name\":\"Nguyễn Thị Lan\"}");
        byte[] paper = commune.paper(LEADER, page(), 200);
        assertThat(commune.paper(OFFICER, page(), 200)).isEqualTo(paper);
        assertThat(commune.paper(PROVINCE, page() + "?version=1", 200)).isEqualTo(paper);
        commune.paper(NEIGHBOUR, page(), 403);
        assertThat(CommuneClient.text(paper))
                .contains(
                        "ỦY BAN NHÂN DÂN XÃ AN THỚI ĐÔNG",
                        "TỔ CNSCĐ ẤP AN HÒA",
                        "An Thới Đông, ngày 02 tháng 10 năm 2026",
                        "quyết định 12/QĐ-UBND ngày 20/06/2026",
                        "Địa bàn: An Hòa.",
                        " 464 ",
                        "sổ có 2;",
                        "chỉ tiêu bằng 0: ",
                        "Mạng yếu ở cuối ấp.",
                        "Bản nộp lần 1",
                        content,
                        page() + "?asOf=")
                .doesNotContain("Nguyễn Thị Lan");
        assertThat(commune.ask("/api/personal-data-reads?subject=member:" + member(3))
                        .get("reads"))
                .isEmpty();
        return paper;
    }

    private static List<String> failing(JsonNode version) {
        return StreamSupport.stream(version.get("checks").spliterator(), false)
                .filter(check -> !check.get("holds").asBoolean())
                .map(check -> text(check, "check"))
                .toList();
    }

    private void returned(CommuneClient commune, String first) {
        commune.on("2026-10-03");
        forbidden(commune, report + "/return", returning(first), NEIGHBOUR, LEADER, MEMBER);
        JsonNode bare = commune.sent(
                OFFICER,
                report + "/return",
                "{\"content\":\"%s\",\"reason\":\"FIGURES_DOUBTFUL\"}".formatted(first),
                400);
        assertThat(text(bare, "type")).endsWith("bad-input");
        assertThat(bare.toString()).contains("reasonText");
        commune.tell(OFFICER, report + "/return", returning(first));

        JsonNode version = commune.ask(report);
        assertThat(text(version, "state")).isEqualTo("RETURNED");
        JsonNode judged = version.get("submitted").get("judgments").get(0);
        assertThat(judged.get("accepted").asBoolean()).isFalse();
        assertThat(text(judged, "whyCode")).isEqualTo("FIGURES_DOUBTFUL");
        assertThat(judged.has("whyText")).isTrue();
        assertThat(text(accepting(commune, first), "type")).endsWith("version-is-not-returned");
    }

    private static String returning(String content) {
        return "{\"content\":\"%s\",\"reason\":\"FIGURES_DOUBTFUL\",\"reasonText\":\"Tổng cách làm không khớp.\"}"
                .formatted(content);
    }

    private JsonNode accepting(CommuneClient commune, String content) {
        return commune.refused(OFFICER, report + "/acceptance", pinned(content));
    }

    private static String pinned(String content) {
        return "{\"content\":\"" + content + "\"}";
    }

    private String accepted(CommuneClient commune, String first) {
        commune.on("2026-10-04");
        commune.tell(LEADER, report + "/figures/H05/override/withdrawal", "{}");
        JsonNode overrides = commune.ask(report).get("next").get("overrides");
        assertThat(List.of(overrides.has("H05"), overrides.has("P02"))).containsExactly(false, true);
        commune.tell(LEADER, report, "{\"reason\":\"WRONG_ENTRY\"}");
        commune.on("2026-10-06");
        JsonNode waiting = commune.ask(report);
        assertThat(waiting.get("waitingDays").asInt()).isEqualTo(2);
        assertThat(failing(waiting)).isEmpty();
        String second = text(waiting, "content");

        assertThat(text(accepting(commune, first), "type")).endsWith("content-is-that-of-the-latest-version");
        forbidden(commune, report + "/acceptance", pinned(second), NEIGHBOUR, LEADER, MEMBER);
        commune.tell(OFFICER, report + "/acceptance", pinned(second));
        JsonNode version = commune.ask(report);
        assertThat(text(version, "state")).isEqualTo("ACCEPTED");
        assertThat(version.get("accepted").get("differing").asInt()).isZero();
        assertThat(version.has("waitingDays")).isFalse();
        return second;
    }

    private void lateRecord(CommuneClient commune) {
        commune.on("2026-10-07");
        forbidden(commune, "/api/units/city/periods/2026-Q3/closure", "{}", OFFICER, NEIGHBOUR, LEADER);
        commune.tell(PROVINCE, "/api/units/city/periods/2026-Q3/closure", "{}");
        JsonNode before = commune.ask(report);
        assertThat(before.get("lateLines").asInt()).isZero();
        assertThat(text(before.get("period"), "state")).isEqualTo("CLOSED");
        commune.on("2026-10-08");
        help(commune, "2026-09-28");

        JsonNode version = commune.ask(report);
        assertThat(text(version, "state")).isEqualTo("ACCEPTED");
        assertThat(version.get("matches").asBoolean()).isTrue();
        assertThat(version.get("lateLines").asInt())
                .isEqualTo(version.get("accepted").get("differing").asInt());
        assertThat(version.get("accepted").get("differing").asInt()).isPositive();
        assertThat(List.of(
                        line(version, "H05").get("reported").asInt(),
                        line(version, "H05").get("now").asInt()))
                .containsExactly(2, 3);
        JsonNode changes = commune.ask(report + "/figures/H05/changes");
        assertThat(changes.get("difference").asInt()).isEqualTo(1);
        assertThat(changes.get("changes").size()).isEqualTo(1);
        JsonNode late = commune.ask(report + "/late").get("entries");
        assertThat(late.size()).isEqualTo(1);
        assertThat(text(late.get(0), "countsIn")).isEqualTo("2026-Q3");
        assertThat(text(commune.ask("/api/units/city/periods").get("periods").get(0), "state"))
                .isEqualTo("CLOSED");
    }

    private void amended(CommuneClient commune, String second) {
        commune.on("2026-10-09");
        commune.tell(LEADER, report, "{\"reason\":\"LATER_KNOWN\"}");
        JsonNode amendment = commune.ask(report);
        assertThat(text(amendment, "state")).isEqualTo("WAITING");
        assertThat(amendment.get("submitted").get("amends").asInt()).isEqualTo(2);
        assertThat(amendment.get("accepted").get("version").asInt()).isEqualTo(2);
        assertThat(text(amendment.get("accepted"), "content")).isEqualTo(second);
        assertThat(line(amendment, "H05").get("reported").asInt()).isEqualTo(3);
        JsonNode evidence = commune.ask(report + "/figures/H05");
        assertThat(evidence.get("counted")).isEqualTo(evidence.get("value"));

        commune.tell(OFFICER, report + "/acceptance", pinned(text(amendment, "content")));
        JsonNode now = commune.ask(report);
        assertThat(now.get("accepted").get("version").asInt()).isEqualTo(3);
        JsonNode then = commune.ask(report + "?version=2");
        assertThat(text(then, "content")).isEqualTo(second);
        assertThat(text(then, "state")).isEqualTo("ACCEPTED");
        assertThat(line(then, "H05").get("reported").asInt()).isEqualTo(2);
    }
}
