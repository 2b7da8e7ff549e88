package vn.soto.page.commit;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The commands recorded together, such as the steps of a plan. */
@Component
final class CorrelationPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/correlations/{correlation}";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(page.t("evidence.correlation"), "evidence/correlation.jte", Map.of("answer", answer));
    }
}
