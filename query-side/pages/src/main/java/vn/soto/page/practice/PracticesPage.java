package vn.soto.page.practice;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** All good models, the latest first. */
@Component
final class PracticesPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/practices";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(page.t("practice.all"), "practice/practices.jte", Map.of("answer", answer));
    }
}
