package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class PagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pages pages = new Pages(List.of(), Rendered.assets());
    private final ApiAnswer me = answer("/api/me", "/api/me", """
            {"answer":{"account":"officer","places":[{"href":"/api/units?on=2026-01-01","name":"Các tỉnh"}]}}""");

    private static ApiAnswer answer(String question, String address, String json) {
        return new ApiAnswer(question, address, 200, JSON.readTree(json));
    }

    private String page(ApiAnswer answer, String address) {
        PageContext context = new PageContext(
                address, Map.of(), me, new Preferences(Locale.of("vi"), "", ""), "/assets/x/", "http://127.0.0.1:8080");
        View view = pages.of(answer.question()).view(answer, List.of(), context);
        return new String(pages.render(pages.renderMain(view, answer, context, true), context), StandardCharsets.UTF_8);
    }

    @Test
    void aTextIsNeverMarkup() {
        String page = page(answer("/api/x/{team}", "/api/x/1", """
                        {"answer":{"name":"<script>alert(1)</script>","rows":[{"a":"\\"><img src=x>"}]}}"""), "/x/1");
        assertThat(page).doesNotContain("<script>alert", "<img src=x>").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void aNumberNamesItsPlaceInTheAnswer() {
        String page = page(answer("/api/x", "/api/x", """
                {"answer":{"rows":[{"count":1234567}],"none":null,"zero":0}}"""), "/x");
        assertThat(page)
                .contains("<data data-at=\"/answer/rows/0/count\" value=\"1234567\">1.234.567</data>")
                .contains("<data data-at=\"/answer/zero\" value=\"0\">0</data>")
                .doesNotContain("data-at=\"/answer/none\"");
    }

    @Test
    void anIdIsALinkToItsPageByItsName() {
        String page = page(answer("/api/x", "/api/x", """
                {"answer":{"unit":"bd-1"},"links":{"ids":{"unit":{"bd-1":{"href":"/api/units/bd-1","name":"Lai Uyên"}}}}}"""), "/x");
        assertThat(page).contains("<a href=\"/units/bd-1\" data-at=\"/answer/unit\">Lai Uyên</a>");
    }

    /** The pseudonym where the reader may see no name; nothing of an id. */
    @Test
    void aSentenceNamesItsPeople() {
        String page = page(answer("/api/x", "/api/x", """
                {"answer":{"sentence":"Thành viên 0192e293-ad70-75b4-b7a2-00df668ca1f1 thôi tham gia, thay 0192e293-ad70-75b4-b7a2-00df668ca1f2"},
                "links":{"ids":{},"names":{"member":{"0192e293-ad70-75b4-b7a2-00df668ca1f1":"Lý Thị Hạnh"}}}}"""), "/x");
        assertThat(page)
                .contains("Thành viên Lý Thị Hạnh thôi tham gia, thay không nêu mã")
                .doesNotContain("668ca1f");
    }

    @Test
    void aPageOfThePastSaysSo() {
        String page = page(answer("/api/x", "/api/x?asOf=7", """
                {"freshness":{"commit":9,"asOf":7,"moment":{"commit":7,"at":"2025-01-05T16:59:59Z","chain":"00"},
                "head":{"commit":9,"at":"2025-02-05T16:59:59Z","chain":"11"}},"answer":{}}"""), "/x?asOf=7");
        assertThat(page).contains("<body class=\"past\">", "23:59 05/01/2025", "(lúc đó)", "href=\"/x\"");
    }

    @Test
    void aProblemIsSaidInItsWords() {
        ApiAnswer problem = new ApiAnswer("/api/x", "/api/x", 403, JSON.readTree("""
                {"title":"Không được phép","detail":"Hỏi cán bộ xã.","status":403}"""));
        PageContext context = new PageContext(
                "/x", Map.of(), me, new Preferences(Locale.of("vi"), "", ""), "/assets/x/", "http://127.0.0.1:8080");
        String page = new String(
                pages.render(pages.renderMain(ProblemPage.view(problem, context), problem, context, true), context),
                StandardCharsets.UTF_8);
        assertThat(page).contains("<h1>Không được phép</h1>", "Hỏi cán bộ xã.");
    }

    @Test
    void aPageHasOneHeadingAndItsLandmarks() {
        String page = page(answer("/api/x", "/api/x", "{\"answer\":{}}"), "/x");
        assertThat(page.split("<h1", -1)).hasSize(2);
        assertThat(page).contains("<html lang=\"vi\"", "<header", "<nav", "<main", "<footer", "class=\"skip\"");
    }

    @Test
    void aPageWithATableOffersItAsAFile() {
        assertThat(page(answer("/api/x", "/api/x?unit=u", "{\"answer\":{\"lines\":[{\"a\":1}]}}"), "/x?unit=u"))
                .contains(
                        "<form class=\"files\" method=\"get\" action=\"/x\">",
                        "<input type=\"hidden\" name=\"unit\" value=\"u\">",
                        "name=\"file\" value=\"xlsx\">Excel</button>");
        assertThat(page(answer("/api/x", "/api/x", "{\"answer\":{\"lines\":[\"a\"]}}"), "/x"))
                .doesNotContain("class=\"files\"");
    }
}
