package vn.soto.page.stipend;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The commits behind the lines of a stipend statement. */
@Component
final class EvidencePage implements QuestionPage {

    @Override
    public String question() {
        return "/api/stipends/{statement}/evidence";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t(
                        "stipend.evidence-of",
                        page.format().text(answer.answer().get("period").text())),
                "stipend/evidence.jte",
                Map.of("answer", answer));
    }
}
