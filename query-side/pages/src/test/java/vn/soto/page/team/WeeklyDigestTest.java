package vn.soto.page.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

final class WeeklyDigestTest {

    private static final ApiAnswer TEAM = Rendered.answer("/api/teams/{team}", "/api/teams/t", """
            {"answer":{"team":"t","on":"2026-10-12","name":"Tổ CNSCĐ ấp 3","members":[
            {"member":"a","from":"2026-01-01"},{"member":"b","from":"2026-01-01"},{"member":"c","from":"2026-01-01","until":"2026-06-30"},
            {"member":"d","from":"2026-01-01"},{"member":"e","from":"2026-10-05"}]},
            "links":{"ids":{},"names":{"member":{"a":"Nguyễn Thị Lan","b":"Lê Văn Ba","d":"Phạm Hoa"}}}}""");

    private static final String SUBMITTED =
            "{\"answer\":{\"state\":\"WAITING\",\"period\":{\"lastDay\":\"2026-09-30\"}}}";

    private static String answer(String address) {
        return switch (address) {
            case "/api/teams/t/requests?limit=1" -> "{\"answer\":{\"total\":4}}";
            case "/api/teams/t/requests?limit=1&state=overdue" -> "{\"answer\":{\"total\":1}}";
            case "/api/teams/t/reports/2026-Q3" ->
                "{\"answer\":{\"quarter\":\"2026-Q3\",\"state\":\"DRAFT\",\"period\":{\"lastDay\":\"2026-09-30\",\"dueOn\":\"2026-10-07\"}}}";
            case "/api/teams/t/reports/2026-Q4" ->
                "{\"answer\":{\"quarter\":\"2026-Q4\",\"state\":\"DRAFT\",\"period\":{\"lastDay\":\"2026-12-31\",\"dueOn\":\"2027-01-07\"}}}";
            case "/api/teams/t/activity?quarter=2026-Q3" ->
                "{\"answer\":{\"members\":[{\"member\":\"a\",\"latest\":\"2026-09-20\"},{\"member\":\"b\",\"latest\":\"2026-09-20\"}]}}";
            case "/api/teams/t/activity?quarter=2026-Q4" ->
                "{\"answer\":{\"members\":[{\"member\":\"a\",\"latest\":\"2026-10-03\"}],\"weeks\":[{\"week\":\"2026-10-05\",\"count\":9},"
                        + "{\"week\":\"2026-10-12\",\"count\":2}]}}";
            case "/api/teams/t/outreach?quarter=2026-Q4" ->
                "{\"answer\":{\"households\":310,\"groups\":[{\"group\":\"g\",\"households\":310}],\"sessions\":["
                        + "{\"channel\":\"ZALO\",\"heldOn\":\"2026-10-08\",\"attendance\":45},"
                        + "{\"channel\":\"ZALO\",\"heldOn\":\"2026-10-05\",\"attendance\":80},"
                        + "{\"channel\":\"CLASS\",\"heldOn\":\"2026-10-10\",\"attendance\":30}]}}";
            case "/api/members/a/follow-ups" ->
                "{\"answer\":{\"member\":\"a\",\"followUps\":[{\"on\":\"2026-10-20\"},{\"on\":\"2026-10-15\"},{\"on\":\"2026-10-11\"}]}}";
            case "/api/members/b/follow-ups" ->
                "{\"answer\":{\"member\":\"b\",\"followUps\":[{\"on\":\"2026-10-19\"}]}}";
            default -> "{\"answer\":{}}";
        };
    }

    private static List<WeeklyDigest.Text> texts(PageContext page) {
        List<ApiAnswer> answers = WeeklyDigest.questions(TEAM, page).stream()
                .map(Rendered.saying(WeeklyDigestTest::answer))
                .toList();
        return new WeeklyDigest(TEAM, answers, page).texts();
    }

    @Test
    void eachRoleIsRemindedOfItsOwn() {
        List<WeeklyDigest.Text> texts = texts(Rendered.context("/teams/t?view=digest", Map.of("view", "digest")));
        assertThat(texts.get(0).text()).isEqualTo("""
                Tổ CNSCĐ ấp 3 – tin nhắc ngày 12/10/2026
                Lượt hướng dẫn đã ghi: tuần từ ngày 05/10/2026: 9; từ ngày 12/10/2026 đến nay: 2.
                Hướng dẫn trong nhóm Zalo 7 ngày qua: 1 buổi, 45 lượt người theo dõi.
                Nhóm Zalo của địa bàn: 1 nhóm, 310 hộ.
                Lịch hẹn đến hết 7 ngày tới:
                - Nguyễn Thị Lan: 2 lịch hẹn, sớm nhất ngày 11/10/2026, trong đó đã quá ngày: 1
                - Lê Văn Ba: 1 lịch hẹn, sớm nhất ngày 19/10/2026
                Yêu cầu hỗ trợ chưa xong: 4.""");
        assertThat(texts.get(1).text()).isEqualTo("""
                Tổ CNSCĐ ấp 3 – tin nhắc ngày 12/10/2026
                Báo cáo quý III/2026: chưa nộp, quá hạn từ sau ngày 07/10/2026.
                Yêu cầu hỗ trợ quá hạn: 1.
                Chưa ghi lượt nào trong 10 ngày qua: Lê Văn Ba (lần cuối ngày 20/09/2026); Phạm Hoa.
                Yêu cầu hỗ trợ chưa xong: 4.
                Lượt hướng dẫn đã ghi: tuần từ ngày 05/10/2026: 9; từ ngày 12/10/2026 đến nay: 2.
                Hướng dẫn trong nhóm Zalo 7 ngày qua: 1 buổi, 45 lượt người theo dõi.""");
        assertThat(texts.get(2).text())
                .contains("Số thành viên chưa ghi lượt nào trong 10 ngày qua: 2.")
                .doesNotContain("Lê Văn Ba", "Phạm Hoa", "Nguyễn Thị Lan");
    }

    /** A reader without the right to records gets what is left, and no false silence. */
    @Test
    void whatIsRefusedIsNotSaid() {
        PageContext page = Rendered.context("/teams/t?view=digest", Map.of("view", "digest"));
        List<ApiAnswer> refused = WeeklyDigest.questions(TEAM, page).stream()
                .map(Rendered::refused)
                .toList();
        assertThat(new WeeklyDigest(TEAM, refused, page).texts())
                .allSatisfy(text -> assertThat(text.text())
                        .isEqualTo("Tổ CNSCĐ ấp 3 – tin nhắc ngày 12/10/2026\nKhông có việc nào cần nhắc."));
    }

    @Test
    void aPressOnTheCardMakesTheTexts() {
        String page = new Rendered(new TeamPage())
                .html(
                        TEAM,
                        Rendered.context("/teams/t?view=digest", Map.of("view", "digest")),
                        Rendered.saying(WeeklyDigestTest::answer));
        assertThat(page)
                .contains("data-copy-from=\"digest-members\"", "data-copy-from=\"digest-officer\"", "Gửi tổ trưởng")
                .contains("Nhóm Zalo của địa bàn: 1 nhóm, 310 hộ.");
    }

    /** Of two teams the second has nothing, and the third is not for this reader. */
    @Test
    void anOfficerGetsTheRemindersOfAllTeamsByOnePress() {
        PageContext page = Rendered.context("/units/u/reports?view=digest", Map.of("view", "digest"));
        ApiAnswer reports = Rendered.answer("/api/units/{unit}/reports", "/api/units/u/reports", """
                {"answer":{"unit":"u","reports":[{"team":"t"},{"team":"s"},{"team":"r"}]},
                "links":{"ids":{"unit":{"u":{"href":"/api/units/u","name":"Bàu Bàng"}}}}}""");
        assertThat(UnitDigest.cards(reports, page)).containsExactly("/api/teams/t", "/api/teams/s", "/api/teams/r");
        ApiAnswer quiet = Rendered.answer("/api/teams/{team}", "/api/teams/s", """
                {"answer":{"team":"s","on":"2026-10-12","name":"Tổ CNSCĐ ấp 4","members":[]}}""");
        List<ApiAnswer> further = new ArrayList<>(List.of(TEAM, quiet, Rendered.refused("/api/teams/r")));
        UnitDigest.questions(further, page).stream()
                .map(Rendered.saying(address -> address.contains("/teams/s/reports/") ? SUBMITTED : answer(address)))
                .forEach(further::add);

        UnitDigest digest = UnitDigest.of(reports, further, page);
        assertThat(digest.officer()).isEqualTo("""
                Bàu Bàng – tin nhắc ngày 12/10/2026
                - Tổ CNSCĐ ấp 3: Báo cáo quý III/2026: chưa nộp, quá hạn từ sau ngày 07/10/2026. Yêu cầu hỗ trợ quá hạn: 1. \
                Số thành viên chưa ghi lượt nào trong 10 ngày qua: 2.
                Số tổ khác không có việc cần nhắc: 1.
                Hướng dẫn trong nhóm Zalo 7 ngày qua: 1 buổi, 45 lượt người theo dõi.
                Nhóm Zalo của địa bàn: 1 nhóm, 310 hộ.""");
        assertThat(digest.teams())
                .extracting(UnitDigest.OfTeam::name)
                .containsExactly("Tổ CNSCĐ ấp 3", "Tổ CNSCĐ ấp 4");
        assertThat(digest.teams().getFirst().texts()).isEqualTo(texts(page).subList(0, 2));
    }
}
