package vn.soto.page.activity;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The quarters of a unit side by side: how people were reached, from door to door to Zalo and Facebook, and all figures. */
@PageOf(value = "/api/dashboards/{unit}/trend", personal = false)
final class TrendPage implements QuestionPage {

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part unit = answer.answer().get("unit");
        List<TrendQuarter> quarters = TrendQuarter.of(answer.answer().get("quarters"));
        return new View(
                page.t(
                        "trend.title",
                        page.unit(unit),
                        page.format().text(quarters.getFirst().quarter()),
                        page.format().text(quarters.getLast().quarter())),
                "dashboard/trend.jte",
                Map.of(
                        "answer",
                        answer,
                        "quarters",
                        quarters,
                        "compared",
                        quarters.stream().filter(TrendQuarter::counts).toList(),
                        "groups",
                        TrendRow.of(quarters, page)));
    }
}
