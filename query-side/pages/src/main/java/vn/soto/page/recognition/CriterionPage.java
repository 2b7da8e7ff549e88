package vn.soto.page.recognition;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The items of a component of a score, those that count or those left out for one reason, with their events. */
@PageOf("/api/recognition-rounds/{round}/candidates/{candidate}/criteria/{criterion}")
final class CriterionPage implements QuestionPage {

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t(
                        "round.criterion-of",
                        page.value("criterion", answer.answer().get("criterion").text()),
                        CandidatePage.name(answer, page)),
                "recognition/criterion.jte",
                Map.of("answer", answer));
    }
}
