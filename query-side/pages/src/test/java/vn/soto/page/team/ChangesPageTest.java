package vn.soto.page.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Rendered;

final class ChangesPageTest {

    private static String page(String changes) {
        ApiAnswer answer = Rendered.answer(
                "/api/teams/{team}/changes", "/api/teams/t/changes?from=10&to=70", """
                {"answer":{"team":"t","from":10,"to":70,"changes":[%s]},
                "links":{"ids":{"member":{"m1":{"href":"/api/members/m1","name":"Người Một"}}}}}""".formatted(changes));
        return new Rendered(new ChangesPage())
                .html(answer, Rendered.context("/teams/t/changes?from=10&to=70", Map.of()), Rendered.saying(_ -> "{}"));
    }

    @Test
    void aFieldHasItsOldAndNewValueTheEventAndWhoAndWhy() {
        assertThat(page("""
                {"field":"leader","old":[],"now":["m1"],"members":["m1"],"coverage":[],"times":2,"last":{"position":9,"commit":60,"event":"e",
                "name":"team.leader-appointed.v1","recorded":"2025-01-05T03:00:00Z","who":"demo-officer","why":"Kiện toàn"}}"""))
                .contains(
                        "<del><span class=\"absent\">(trống)</span>",
                        "Người Một",
                        "href=\"/events/9\"",
                        "demo-officer",
                        "“Kiện toàn”")
                .contains("href=\"/commits/60\"", "đổi 2 lần");
    }

    @Test
    void aMembershipIsToldInItsWords() {
        assertThat(page("""
                {"field":"until","member":"m1","old":[],"now":["2025-03-02"],"members":[],"coverage":[],"times":1,"last":{"position":9,"commit":60,
                "event":"e","name":"team.membership-ended.v1","recorded":"2025-01-05T03:00:00Z","who":"demo-officer"}}""")).contains("Ngày cuối ở tổ", "Người Một", "02/03/2025");
    }

    @Test
    void nothingThatDiffersIsSaid() {
        assertThat(page("")).contains("thông tin tổ không đổi", "name=\"from\"", "value=\"10\"");
    }
}
