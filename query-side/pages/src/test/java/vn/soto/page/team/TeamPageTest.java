package vn.soto.page.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Rendered;

final class TeamPageTest {

    private final Rendered rendered = new Rendered(new TeamPage());

    private static ApiAnswer team(String more, String commands) {
        return Rendered.answer("/api/teams/{team}", "/api/teams/t", """
                {"answer":{"team":"t","on":"2025-02-10","status":"ACTIVE","level":"HAMLET","name":"Tổ A","foundingDecision":"01/QĐ",
                "signedOn":"2024-10-30","effectiveFrom":"2024-11-01","coverage":["u1"],"areas":[],
                "members":[{"member":"m1","organisation":"OTHER","from":"2024-11-01","role":"LEADER"},
                {"member":"m2","organisation":"OTHER","from":"2024-11-01","until":"2025-01-01","role":"MEMBER"},
                {"member":"m3","organisation":"OTHER","from":"2025-03-01","role":"MEMBER"}]%s},
                "links":{"ids":{"member":{"m1":{"href":"/api/members/m1","name":"Người Một"}}},"commands":{%s}}}""".formatted(more, commands));
    }

    private String page(String more) {
        return page(more, "");
    }

    private String page(String more, String commands) {
        return rendered.html(
                team(more, commands),
                Rendered.context("/teams/t", Map.of()),
                Rendered.saying(address -> address.contains("/activity")
                        ? "{\"answer\":{\"quarter\":\"2025-Q1\",\"members\":[{\"member\":\"m1\",\"assistances\":37}]}}"
                        : address.contains("/reports/") ? """
                {"answer":{"quarter":"2025-Q1","state":"DRAFT","figures":[{"code":"H05","name":"Số lượt hướng dẫn","unit":"lượt","value":184}]}}""" : "{\"answer\":{\"entries\":[],\"total\":12}}"));
    }

    @Test
    void membersOfTheDayStandApartFromOthers() {
        String html = page("");
        String present = html.substring(html.indexOf("1 thành viên"), html.indexOf("Thành viên cũ hoặc sắp vào tổ"));
        assertThat(present).contains("Người Một", "tổ trưởng").doesNotContain("m2", "m3");
        assertThat(html).contains("Thành viên cũ hoặc sắp vào tổ (2)");
    }

    @Test
    void whatAMemberDidInTheQuarterIsToldForThoseOfTheDay() {
        String html = page("");
        assertThat(rendered.asked()).hasSize(3).contains("/api/teams/t/activity?quarter=2025-Q1");
        assertThat(html)
                .contains(
                        "data-at=\"/answer/members/0/assistances\" data-of=\"/api/teams/t/activity?quarter=2025-Q1\" value=\"37\"");
    }

    @Test
    void aFlagSaysSinceWhenAndWhy() {
        assertThat(page("")).contains("không có gì cần lưu ý");
        assertThat(
                        page(
                                ",\"understaffedSince\":\"2025-02-03\",\"minimum\":5,\"needsConsolidation\":true,\"notInForce\":[\"u1\"]"))
                .contains("thiếu người từ 03/02/2025", "Ít hơn 5 thành viên", "chưa kiện toàn", "không còn hiệu lực")
                .doesNotContain("không có gì cần lưu ý");
    }

    @Test
    void theQuarterIsThatOfTheCardsDayAndItsNumbersNameTheirAnswer() {
        String html = page("");
        assertThat(rendered.asked()).contains("/api/teams/t/reports/2025-Q1");
        assertThat(html)
                .contains("data-at=\"/answer/figures/0/value\" data-of=\"/api/teams/t/reports/2025-Q1\" value=\"184\"");
    }

    @Test
    void whatIsWrongIsCorrectedWhereItStandsByWhoMay() {
        String decided = ",\"leader\":\"m1\",\"leaderSince\":\"2024-11-01\"";
        assertThat(
                        page(
                                decided,
                                "\"correct-appointment\":{\"href\":\"/x\",\"name\":\"Sửa bổ nhiệm\"},\"correct-membership\":{\"href\":\"/y\",\"name\":\"Sửa\"}"))
                .contains(
                        "/do/correct-appointment?effectiveFrom=2024-11-01&amp;enteredFrom=2024-11-01&amp;office=LEADER&amp;team=t")
                .contains(
                        "/do/correct-membership?effectiveFrom=2024-11-01&amp;enteredFrom=2024-11-01&amp;member=m2&amp;team=t");
        assertThat(page(decided)).doesNotContain("/do/correct-appointment", "/do/correct-membership");
    }
}
