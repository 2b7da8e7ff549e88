package vn.soto.page.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

/** A city of four communes: two with help, one without, one without households; something belongs to none of them. */
final class OverviewTest {

    private static final String CITY = "/api/dashboards/c?boundaries=as-now&quarter=2025-Q4";

    private final Rendered rendered = new Rendered(new DashboardPage());

    private static String figures(int assistances, int self, int registered, int late, int unassigned) {
        return """
                "assistances":%d,"households":%d,"byMode":{"SELF_PERFORMED":%d,"DEMONSTRATED":%d},"byChannel":{"HOME_VISIT":%d,"ZALO":%d},
                "byService":{"VNEID":%d},"registered":%d,"late":%d,"unassigned":%d,"teams":2,"members":9""".formatted(
                        assistances,
                        assistances,
                        self,
                        assistances - self,
                        assistances - assistances / 4,
                        assistances / 4,
                        assistances,
                        registered,
                        late,
                        unassigned);
    }

    private static String commune(String unit, String name, String code, String figures) {
        return """
                {"unit":"%s","kind":"WARD","name":"%s","officialCode":"%s",%s}""".formatted(unit, name, code, figures);
    }

    private static ApiAnswer dashboard(String on) {
        return dashboard(
                on,
                List.of(
                        commune("w1", "Phú Lợi", "25750", figures(20, 5, 400, 0, 10)),
                        commune("w2", "Thủ Dầu Một", "25747", figures(100, 52, 500, 5, 20)),
                        commune("w3", "Bình Dương", "25760", figures(0, 0, 100, 0, 0)),
                        commune("w4", "Phú An", "25768", figures(0, 0, 0, 0, 0))));
    }

    private static ApiAnswer dashboard(String on, List<String> communes) {
        return Rendered.answer("/api/dashboards/{unit}", CITY, """
                {"answer":{"unit":{"unit":"c","kind":"MUNICIPALITY","name":"Hồ Chí Minh"},"quarter":"2025-Q4","firstDay":"2025-10-01",
                "lastDay":"2025-12-31","days":"reporting","boundaries":"as-now","boundariesOn":"%s","total":{%s},"children":[%s],
                "undecided":{"name":"u","units":1,%s}}}""".formatted(
                        on, figures(130, 60, 1000, 5, 30), String.join(",", communes), figures(10, 3, 0, 0, 0)));
    }

    private static String api(String address) {
        if (address.contains("/trend")) {
            return """
                    {"answer":{"unit":{"unit":"c"},"boundaries":"as-now","quarters":[{"quarter":"2025-Q2","firstDay":"2025-04-01","lastDay":"2025-06-30"},
                    {"quarter":"2025-Q3","firstDay":"2025-07-01","lastDay":"2025-09-30","figures":{%s}},
                    {"quarter":"2025-Q4","firstDay":"2025-10-01","lastDay":"2025-12-31","figures":{%s}}]}}""".formatted(figures(100, 40, 1000, 0, 0), figures(130, 60, 1000, 5, 30));
        }
        if (address.contains("/reports")) {
            return """
                    {"answer":{"totals":{"reports":59,"overdue":3,"late":4},"areas":[
                    {"unit":"w1","kind":"WARD","name":"Phú Lợi","totals":{"overdue":1,"late":0}},
                    {"unit":"w2","kind":"WARD","name":"Thủ Dầu Một","totals":{"overdue":2,"late":4}}]}}""";
        }
        return """
                {"answer":{"history":[{"effectiveFrom":"2025-07-01"},{"effectiveFrom":"2025-08-15","undone":4}],"predecessors":[{"effectiveFrom":"2025-07-01"}]}}""";
    }

    private static PageContext reader(String address, String rights) {
        return Rendered.context(address, Rendered.answer("/api/me", "/api/me", """
                        {"answer":{"account":"m","places":[],"rights":[%s]}}""".formatted(rights)));
    }

    private Document page(String rights) {
        String html = rendered.html(
                dashboard("2025-12-31"), reader(CITY.substring(4), rights), Rendered.saying(OverviewTest::api));
        return Jsoup.parse(html);
    }

    private static final String EVERYWHERE =
            "{\"role\":\"OFFICER\",\"everywhere\":true,\"may\":[\"FIGURES\",\"RECORDS\"]}";

    @Test
    void aCityOpensWithWhatItSaysAndRanksUnitsByHelpOfEachHundredHouseholds() {
        Document page = page(EVERYWHERE);

        assertThat(page.select(".lead").text())
                .isEqualTo("130 lượt hướng dẫn, 46% do người dân tự làm. 2 trong 4 địa bàn có số liệu.");
        assertThat(page.select(".cards p.fig").eachText()).containsExactly("13", "46%", "13%", "3%");
        assertThat(page.select(".cards").text())
                .contains("130 lượt / 1.000 hộ", "+3 so với quý trước", "+6 điểm phần trăm so với quý trước");
        assertThat(page.select(".rank tbody th").eachText())
                .containsExactly("Thủ Dầu Một", "Phú Lợi", "Chưa xác định địa bàn mới", "2 địa bàn chưa có lượt nào");
        assertThat(page.select(".scroll p").text()).isEqualTo("Chưa có số liệu: Bình Dương, Phú An");
        assertThat(page.select(".rank tbody tr:first-child td").eachText())
                .containsExactly("100", "20", "52%", "500", "5");
        assertThat(page.select(".rank tfoot td[data-total=sum]").eachText()).containsExactly("130", "1.000", "5");
        assertThat(page.select(".rank tbody tr:last-child td").eachText()).containsExactly("0", "–", "–", "100", "0");
    }

    @Test
    void theMapIsThatOfUnitsWithHelpAndSaysNameAndValueOfWhatHasTheFocus() {
        Document page = page(EVERYWHERE);

        assertThat(page.select(".map > svg a").eachAttr("aria-label")).contains("Thủ Dầu Một: 20", "Phú Lợi: 5");
        assertThat(page.select(".map > svg a .tip").eachText()).contains("Thủ Dầu Một: 20");
        assertThat(page.select(".map > svg").attr("viewBox")).isNotEqualTo("0 0 1000 1016");
        assertThat(page.select(".legend").text()).contains("chưa có số liệu");
    }

    @Test
    void unitsOfEarlierDaysHaveNoMap() {
        String html = rendered.html(
                dashboard("2025-06-30"), reader(CITY.substring(4), EVERYWHERE), Rendered.saying(OverviewTest::api));
        assertThat(Jsoup.parse(html).select("figure.map")).isEmpty();
        assertThat(html).contains("chưa có ranh giới");
    }

    @Test
    void theLinesHaveAxesTheReformAndALinkForEachQuarterThatTellsItsNumbers() {
        Document page = page(EVERYWHERE);

        assertThat(rendered.asked())
                .startsWith("/api/dashboards/c/trend?boundaries=as-now&n=8&to=2025-Q4", "/api/units/c");
        assertThat(page.select(".lines .grid + text").eachText()).containsExactly("0%", "25%", "50%", "75%", "100%");
        assertThat(page.select(".lines text.reform").eachText()).containsExactly("sắp xếp 01/07/2025");
        assertThat(page.select(".lines line.reform").attr("x1")).isEqualTo("33.33%");
        assertThat(page.select(".lines a").eachAttr("aria-label"))
                .containsExactly(
                        "Quý II/2025: chưa có lượt nào ",
                        "Quý III/2025: 100 lượt tại nhà 75%, Zalo 25%, tự làm 40%",
                        "Quý IV/2025: 130 lượt tại nhà 75%, Zalo 25%, tự làm 46%");
        assertThat(page.select(".lines g text").eachText())
                .containsExactlyInAnyOrder("tại nhà 75%", "Zalo 25%", "tự làm 46%");
        assertThat(page.select("figure.ways details table tbody th").eachText())
                .containsExactly("Quý III/2025", "Quý IV/2025");
    }

    @Test
    void whatIsLateStandsWithThoseOfWhichMostIs() {
        assertThat(page(EVERYWHERE).select(".late li").eachText())
                .containsExactly(
                        "3 báo cáo quá hạn (trong 59 báo cáo) – Thủ Dầu Một 2 Phú Lợi 1",
                        "4 báo cáo nộp muộn (trong 59 báo cáo) – Thủ Dầu Một 4",
                        "5 lượt ghi muộn (trong 130 lượt) – Thủ Dầu Một 5",
                        "30 hộ chưa có người phụ trách – Thủ Dầu Một 20 Phú Lợi 10");
    }

    /** The reports of some teams would be taken for those of all. */
    @Test
    void aReaderOfAPartIsToldOfNoReports() {
        Document page = page("{\"role\":\"OFFICER\",\"unit\":\"w1\",\"may\":[\"FIGURES\"]}");

        assertThat(rendered.asked()).noneMatch(question -> question.contains("/reports"));
        assertThat(page.select(".late li").eachText()).hasSize(2);
    }

    @Test
    void anotherViewIsThatOfEveryUnit() {
        PageContext page = Rendered.context("/dashboards/c?quarter=2025-Q4&view=table", Map.of("view", "table"));
        String html = rendered.html(dashboard("2025-12-31"), page, Rendered.saying(OverviewTest::api));

        assertThat(Jsoup.parse(html).select(".tabs [aria-current]").eachText()).contains("Bảng");
        assertThat(html).contains("<table class=\"units\">").doesNotContain("class=\"sheet\"");
    }

    /** The rows on paper, of sixty communes and of none, add up to the total that stands below. */
    @Test
    void paperHasTheFirstAndTheLastOfManyUnitsAndTheSumOfThoseBetween() {
        List<String> many = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> commune("w" + i, "Xã " + i, "1" + i, figures(i, 1, 100, 1, 0)))
                .toList();
        Document page = Jsoup.parse(rendered.html(
                dashboard("2025-12-31", many),
                reader(CITY.substring(4), EVERYWHERE),
                Rendered.saying(OverviewTest::api)));

        assertThat(page.select(".rank tbody tr:not(.paper)")).hasSize(61);
        assertThat(page.select(".rank tbody tr:not(.screen)")).hasSize(33);
        assertThat(page.select(".rank tr.paper th").text()).isEqualTo("… 29 địa bàn ở giữa");
        assertThat(page.select(".rank tbody tr:not(.screen) td:nth-child(2)").eachText().stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(60 * 61 / 2 + 10);
    }

    @Test
    void theChartHasAnAxisAndATableAndEachBarTellsItsNumbers() {
        PageContext page = Rendered.context(
                "/dashboards/c?quarter=2025-Q4&view=chart&by=self-share", Map.of("view", "chart", "by", "self-share"));
        Document shown = Jsoup.parse(rendered.html(dashboard("2025-12-31"), page, Rendered.saying(OverviewTest::api)));

        assertThat(shown.select(".ranked .grid + text").eachText()).containsExactly("0", "20", "40", "60");
        assertThat(shown.select(".ranked a").eachAttr("aria-label"))
                .startsWith(
                        "Thủ Dầu Một: 52%. 100 lượt, 20 lượt / 100 hộ, 52% tự làm",
                        "Phú Lợi: 25%. 20 lượt, 5 lượt / 100 hộ, 25% tự làm")
                .endsWith("Chưa xác định địa bàn mới: 30%. 10 lượt, – lượt / 100 hộ, 30% tự làm");
        assertThat(shown.select(".ranked a .tip").eachText()).contains("20 lượt, 5 lượt / 100 hộ, 25% tự làm");
        assertThat(shown.select(".ranked rect.f-blue").eachAttr("width")).startsWith("86.67%");
        assertThat(shown.select(".ranked p").text()).startsWith("2 địa bàn chưa có lượt nào.");
        assertThat(shown.select("table.units")).hasSize(1);
    }
}
