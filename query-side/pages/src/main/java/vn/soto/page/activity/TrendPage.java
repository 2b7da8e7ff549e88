package vn.soto.page.activity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The quarters of a unit side by side: how people were reached, from door to door to Zalo and Facebook, and all figures. */
@PageOf(value = "/api/dashboards/{unit}/trend", personal = false)
final class TrendPage implements QuestionPage {

    private static final String SCALE = "scale";

    /** The scale of the lines: the share of all help, or with {@code number} how much it was. */
    @Override
    public Set<String> options() {
        return Set.of(SCALE);
    }

    /** The unit, with the days on which it was reorganised. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of(Overview.unit(answer, page));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part unit = answer.answer().get("unit");
        List<TrendQuarter> quarters = TrendQuarter.all(answer.answer().get("quarters"));
        boolean shares = !page.option(SCALE).equals("number");
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
                        "shares",
                        shares,
                        "chart",
                        LineChart.of(quarters, shares, Overview.reorganised(further.getFirst()), page),
                        "groups",
                        TrendRow.of(quarters, page)));
    }
}
