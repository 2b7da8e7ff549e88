package vn.soto.page.detection;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A sample of records for call-backs: its source and seed, the answers, and the estimate for all records. */
@Component
final class CallBackSamplePage implements QuestionPage {

    @Override
    public String question() {
        return "/api/call-back-samples/{callBackSample}";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        String unit = answer.answer().get("unit").text();
        return new View(
                page.t(
                        "detection.sample",
                        answer.name("unit", unit).orElse(unit),
                        page.format().text(answer.answer().get("quarter").text())),
                "detection/sample.jte",
                Map.of("answer", answer));
    }
}
