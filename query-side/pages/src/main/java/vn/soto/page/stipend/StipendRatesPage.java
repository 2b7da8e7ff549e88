package vn.soto.page.stipend;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The rates that the province has adopted, the latest last. */
@Component
final class StipendRatesPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/stipend-policy";
    }

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(page.t("stipend.rates"), "stipend/rates.jte", Map.of("answer", answer));
    }
}
