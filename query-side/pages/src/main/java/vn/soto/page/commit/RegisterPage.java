package vn.soto.page.commit;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * A register beside the ledger: who read personal data, or whom access was refused.
 *
 * @param title key of its title
 */
record RegisterPage(String question, String title, String template) implements QuestionPage {

    @Override
    public String question() {
        return question;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(page.t(title), template, Map.of("answer", answer));
    }
}
