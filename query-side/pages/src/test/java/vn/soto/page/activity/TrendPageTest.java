package vn.soto.page.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.Rendered;

final class TrendPageTest {

    private static final String NOTHING = "{\"quarter\":\"2024-Q3\"}";

    private static String figures(String quarter, long home, long zalo, long facebook, long phone) {
        return """
                {"quarter":"%s","figures":{"assistances":%d,"households":3,"byChannel":{"HOME_VISIT":%d,"ZALO":%d,"FACEBOOK":%d,"PHONE":%d,
                "CLASS":0},"byMode":{"SELF_PERFORMED":1},"byService":{"VNEID":1},"teams":2,"members":9,"late":0}}""".formatted(quarter, home + zalo + facebook + phone, home, zalo, facebook, phone);
    }

    private static String page(String shown, String... quarters) {
        return new Rendered(new TrendPage())
                .html(
                        Rendered.answer("/api/dashboards/{unit}/trend", "/api/dashboards/u/trend", """
                        {"answer":{"unit":{"unit":"u","kind":"DISTRICT","name":"Bàu Bàng"},"boundaries":"as-was","days":"reporting","quarters":[%s]}}""".formatted(
                                        String.join(",", quarters))),
                        Rendered.context(shown, Map.of()),
                        Rendered.saying(_ -> "{}"));
    }

    @Test
    void theWayFromDoorToDoorToZaloIsToldAsSharesOfTheFirstAndTheLastQuarter() {
        assertThat(page(
                        "/dashboards/u/trend",
                        NOTHING,
                        figures("2024-Q4", 68, 10, 6, 16),
                        figures("2025-Q1", 40, 40, 7, 13)))
                .contains(
                        "<h1>Huyện Bàu Bàng · Quý III/2024 – Quý I/2025</h1>",
                        "Quý IV/2024: tại nhà 68%, Zalo 10%.",
                        "Quý I/2025: tại nhà 40%, Zalo 40%.",
                        "<text class=\"end\" x=\"-1%\" y=\"60\" aria-hidden=\"true\">75%</text>",
                        "data-at=\"/answer/quarters/2/figures/byChannel/ZALO\" value=\"40\"");
    }

    @Test
    void theScaleIsThatOfSharesOrOfNumbers() {
        String numbers = new Rendered(new TrendPage())
                .html(
                        Rendered.answer("/api/dashboards/{unit}/trend", "/api/dashboards/u/trend", """
                        {"answer":{"unit":{"unit":"u","kind":"DISTRICT","name":"Bàu Bàng"},"boundaries":"as-was","days":"reporting","quarters":[%s]}}""".formatted(
                                        figures("2025-Q1", 400, 900, 0, 100))),
                        Rendered.context("/dashboards/u/trend?scale=number", Map.of("scale", "number")),
                        Rendered.saying(_ -> "{}"));
        assertThat(numbers)
                .contains(">500</text>", ">1.500</text>", "tất cả 1.400")
                .contains("<a href=\"/dashboards/u/trend\">Phần trăm</a>");
        assertThat(page("/dashboards/u/trend", figures("2025-Q1", 400, 900, 0, 100)))
                .contains("<a href=\"/dashboards/u/trend?scale=number\">Số lượt</a>")
                .doesNotContain("tất cả 1.400");
    }

    @Test
    void aQuarterWithoutTheUnitHasNoNumberAndAWayThatNobodyWentHasNoRow() {
        String html = page("/dashboards/u/trend", NOTHING, figures("2024-Q4", 1, 0, 0, 0));
        assertThat(html)
                .contains("<th scope=\"row\">Lượt hướng dẫn</th><td class=\"number\">–</td>")
                .contains("Tại nhà")
                .doesNotContain("CLASS", "Tại lớp");
    }

    @Test
    void eachQuarterSaysItsDaysAndTheCalendarQuarterIsOfferedBeside() {
        String quarter = """
                {"quarter":"2026-Q3","firstDay":"2026-06-15","lastDay":"2026-09-14",
                "otherDays":{"days":"calendar","firstDay":"2026-07-01","lastDay":"2026-09-30"}}""";
        String html = page("/dashboards/u/trend", quarter).replaceAll("\\s+", " ");
        assertThat(html)
                .contains(
                        "<span class=\"unit\">15/06/2026 – 14/09/2026</span>",
                        "aria-current=\"true\">Kỳ báo cáo (15/06/2026 – 14/09/2026)</a>",
                        "<a href=\"/dashboards/u/trend?days=calendar\">Quý dương lịch (01/07/2026 – 30/09/2026)</a>");
        assertThat(page("/dashboards/u/trend", NOTHING)).doesNotContain("Quý dương lịch");
    }

    @Test
    void linksKeepTheMomentAndTheBoundaries() {
        assertThat(page("/dashboards/u/trend?asOf=7&boundaries=as-now", figures("2024-Q4", 1, 2, 3, 4)))
                .contains(
                        "href=\"/dashboards/u?asOf=7&amp;boundaries=as-now&amp;quarter=2024-Q4\"",
                        "href=\"/dashboards/u/trend?asOf=7&amp;boundaries=as-now&amp;to=2024-Q3\"");
    }

    @Test
    void quartersWithoutHelpAreSaidToBeEmpty() {
        assertThat(page("/dashboards/u/trend", NOTHING))
                .contains("chưa có lượt hướng dẫn nào")
                .doesNotContain("class=\"lines\"");
    }
}
