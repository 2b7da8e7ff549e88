package vn.soto.page.evidence;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A register beside the ledger: who read personal data, or whom access was refused. */
final class RegisterPage implements QuestionPage {

    private final String question;
    private final String title;
    private final String template;

    /** @param title key of its title */
    RegisterPage(String question, String title, String template) {
        this.question = question;
        this.title = title;
        this.template = template;
    }

    @Override
    public String question() {
        return question;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(page.t(title), template, Map.of("answer", answer));
    }
}
