package vn.soto.page.detection;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The samples drawn in a unit and below it, the latest first, with what each says of the records from which it was drawn. */
@Component
final class UnitSamplesPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/units/{unit}/call-back-samples";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("detection.samples", answer.subject().orElse("")),
                "detection/unit-samples.jte",
                Map.of("answer", answer));
    }
}
