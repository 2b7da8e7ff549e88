package vn.soto.page.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.soto.page.Rendered;

final class UnitReportsPageTest {

    private static final String TOTALS = """
            {"reports":5,"missing":1,"waiting":2,"returned":0,"accepted":2,"overdue":1,"late":0}""";

    private static String page(String more) {
        return new Rendered(new UnitReportsPage())
                .html(
                        Rendered.answer(
                                "/api/units/{unit}/reports", "/api/units/u/reports", """
                        {"answer":{"unit":"u","quarter":"2026-Q2","totals":%s,"reports":[],"units":[]%s}}""".formatted(TOTALS, more)),
                        Rendered.context("/units/u/reports?asOf=7", Map.of()),
                        Rendered.saying(_ -> "{}"));
    }

    @Test
    void eachLevelAndEachAuthorityHasItsCountsAndWhatHasWaitedLongest() {
        assertThat(page("""
                ,"levels":[{"totals":%1$s,"oldest":{"team":"t","name":"Tổ A","waitingDays":12}},
                {"kind":"WARD","totals":%1$s,"oldest":{"through":"w","name":"Bến Cát","waitingDays":3}}],
                "authorities":[{"unit":"w","kind":"WARD","name":"Bến Cát","totals":%1$s}],
                "authorityText":"Bến Cát: 1 chưa nộp.","late":0""".formatted(TOTALS)))
                .contains(
                        "<th scope=\"row\">Tổ</th>",
                        "data-at=\"/answer/levels/1/totals/waiting\" value=\"2\"",
                        "href=\"/teams/t/reports/2026-Q2?asOf=7\"",
                        "href=\"/units/w/reports/2026-Q2?asOf=7\"",
                        "data-at=\"/answer/levels/0/oldest/waitingDays\" value=\"12\"",
                        "href=\"/units/w/reports?asOf=7&amp;quarter=2026-Q2\"",
                        "<pre id=\"authority-zalo\">Bến Cát: 1 chưa nộp.</pre>");
    }

    @Test
    void whereNothingIsToldByLevelThereIsNoTable() {
        assertThat(page("")).doesNotContain("Báo cáo theo cấp", "authority-zalo");
    }
}
