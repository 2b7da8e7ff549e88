package vn.soto.page.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * The reports of the teams and units of an area for a quarter: the submitted, the late, and the waiting with their
 * recipients.
 */
@Component
final class UnitReportsPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/units/{unit}/reports";
    }

    @Override
    public Set<String> options() {
        return Set.of("state");
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t(
                        "report.of-unit",
                        page.format().text(answer.answer().get("quarter").text()),
                        answer.subject().orElse("")),
                "report/unit-reports.jte",
                Map.of(
                        "answer",
                        answer,
                        "levels",
                        ReportCounts.levels(answer.answer(), page),
                        "authorities",
                        ReportCounts.units(answer.answer(), "authorities", page),
                        "areas",
                        ReportCounts.units(answer.answer(), "areas", page)));
    }
}
