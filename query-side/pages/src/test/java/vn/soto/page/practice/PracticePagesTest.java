package vn.soto.page.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.QuestionPage;
import vn.soto.page.Rendered;
import vn.soto.page.TitledPage;

final class PracticePagesTest {

    private static final String LINKS = """
            "links":{"ids":{"team":{"t":{"href":"/api/teams/t","name":"Tổ A"},"f":{"href":"/api/teams/f","name":"Tổ B"}},
            "unit":{"u":{"href":"/api/units/u","name":"Bàu Bàng"}}}}""";
    private static final String FOLLOWED = """
            {"answer":{"team":"f","caution":"Số liệu không cho biết vì sao.","own":[],"followed":[{"practice":"p","title":"Góc tối thứ Tư",
            "team":"t","since":"2025-02-15","quarters":[
            {"quarter":"2024-Q4","phase":"BEFORE","figures":[{"code":"H05","name":"Số lượt","unit":"lượt","value":308},
            {"code":"Q01","name":"Yêu cầu","unit":"yêu cầu","value":1}]},
            {"quarter":"2025-Q1","phase":"PARTLY","figures":[{"code":"H05","name":"Số lượt","unit":"lượt","value":346}]},
            {"quarter":"2025-Q2","phase":"SINCE","figures":[]}]}]},""" + LINKS + "}";

    private static String html(QuestionPage page, String address, String json) {
        return new Rendered(page)
                .html(
                        Rendered.answer(page.question(), "/api" + address, json),
                        Rendered.context(address, Map.of()),
                        Rendered.saying(_ -> FOLLOWED));
    }

    @Test
    void aListLeadsToTheModelsAndWhoWorksByThem() {
        assertThat(html(TitledPage.PRACTICES, "/practices", """
                {"answer":{"practices":[{"practice":"p","team":"t","title":"<b>Góc","at":"2026-11-26T18:14:27Z","withdrawn":true,
                "followers":2}]},""" + LINKS + "}"))
                .contains(
                        "href=\"/practices/p\">&lt;b&gt;Góc",
                        "đã rút lại",
                        "27/11/2026",
                        "data-at=\"/answer/practices/0/followers\" value=\"2\"")
                .doesNotContain("<b>");
    }

    @Test
    void aModelTellsWhoRecommendedItToWhomAndTheFiguresOfThoseWhoTookItUp() {
        assertThat(html(new PracticePage(), "/practices/p", """
                {"answer":{"practice":"p","team":"t","title":"Góc tối thứ Tư","text":"Tối thứ Tư…","commit":9,
                "at":"2026-11-26T18:14:27Z","by":"officer","revisions":0,"recommendations":[
                {"unit":"u","teams":[],"commit":10,"at":"2026-11-26T18:14:27Z","by":"administrator","why":"Đã kiểm tra","whyText":"Tự làm nhiều"}],
                "followers":[{"team":"f","since":"2025-02-15","until":"2025-12-31","commit":11,"at":"2026-11-26T18:14:27Z","by":"x"}]},""" + LINKS + "}"))
                .contains(
                        "mọi tổ của",
                        "“Tự làm nhiều”",
                        "từ 15/02/2025 đến 31/12/2025",
                        "Số liệu không cho biết vì sao.",
                        "data-at=\"/answer/followed/0/quarters/0/figures/0/value\" data-of=\"/api/teams/f/practices\""
                                + " value=\"308\"",
                        "trước",
                        "một phần quý");
    }

    @Test
    void aTeamShowsOfItsReportsWhatTellsHowPeopleWereHelped() {
        assertThat(html(new TeamPracticesPage(), "/teams/f/practices", FOLLOWED))
                .contains("Tổ chưa giới thiệu mô hình nào.", "Góc tối thứ Tư", "Số lượt", "đang làm theo")
                .contains("<td class=\"number since\">–</td>")
                .doesNotContain("Yêu cầu <span");
    }
}
