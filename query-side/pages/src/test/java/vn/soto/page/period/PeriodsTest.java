package vn.soto.page.period;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

final class PeriodsTest {

    private static final PageContext ADMINISTRATOR = Rendered.context(
            "/units/u/periods",
            Rendered.answer(
                    "/api/me",
                    "/api/me",
                    "{\"answer\":{\"account\":\"quan.tri\",\"on\":\"2026-11-30\",\"quarter\":\"2026-Q4\",\"places\":[]}}"));

    private static String html(String commands) {
        return new Rendered(new PeriodsPage())
                .html(
                        Rendered.answer("/api/units/{unit}/periods", "/api/units/u/periods", """
                        {"answer":{"unit":"u","calendar":"CALENDAR","calendars":[{"version":1,"calendar":"CALENDAR","from":"2026-Q1",
                        "dueWorkingDays":5,"lateCounts":"AMENDMENT","instrument":"1/QĐ","signedOn":"2025-12-01"}],
                        "periods":[{"quarter":"2026-Q3","firstDay":"2026-07-01","lastDay":"2026-09-30","dueOn":"2026-10-07",
                        "state":"CLOSED","changes":[{"what":"CLOSED","at":"2026-10-20T02:00:00Z","by":"quan.tri"}]}],
                        "possible":[{"quarter":"2027-Q1","commands":["open-reporting-period"]},
                        {"quarter":"2026-Q4","commands":["open-reporting-period"]},
                        {"quarter":"2026-Q3","commands":["reopen-reporting-period"]},
                        {"quarter":"2026-Q2","commands":["close-reporting-period","open-reporting-period"]}]},
                        "links":{"commands":{%s}}}""".formatted(commands)),
                        ADMINISTRATOR,
                        Rendered.saying(_ -> "{}"));
    }

    @Test
    void eachQuarterOffersWhatItsStateAllows() {
        String html = html("""
                "open-reporting-period":{"name":"Mở kỳ"},"close-reporting-period":{"name":"Chốt kỳ"},
                "reopen-reporting-period":{"name":"Mở lại"}""");
        assertThat(html)
                .contains(
                        "/do/open-reporting-period?quarter=2027-Q1",
                        "/do/open-reporting-period?quarter=2026-Q4",
                        "/do/reopen-reporting-period?quarter=2026-Q3",
                        "until=2026-12-07",
                        "/do/close-reporting-period?quarter=2026-Q2",
                        "đã chốt")
                .doesNotContain("close-reporting-period?quarter=2026-Q3", "close-reporting-period?quarter=2026-Q4");
    }

    @Test
    void anotherCalendarOpensWithTheOneInForce() {
        assertThat(html("\"adopt-reporting-calendar\":{\"name\":\"Ban hành lịch\"}"))
                .contains("/do/adopt-reporting-calendar?calendar=CALENDAR&amp;dueWorkingDays=5&amp;from=2027-Q1")
                .contains("Từ Quý I/2026: theo quý dương lịch, nộp trong 5 ngày làm việc");
    }

    @Test
    void whoDecidesNothingSeesNoButton() {
        assertThat(html("")).contains("đã chốt").doesNotContain("/do/");
    }
}
