package vn.soto.page.stipend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.PrintForm;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A stipend statement: each recipient's months, days and amount, and the warnings to look at before paying. */
@Component
final class StatementPage implements QuestionPage {

    private static final String UNIT = "unit";

    @Override
    public String question() {
        return "/api/stipends/{statement}";
    }

    /** The unit, for its name. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of(page.known(
                "/api/units/" + Addresses.encoded(answer.answer().get(UNIT).text())));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part statement = answer.answer();
        Part name = further.getFirst().answer().get("name");
        String unit = name.optional().orElse(statement.get(UNIT).text());
        String title = page.t(
                "stipend.statement", page.format().text(statement.get("period").text()), unit);
        Map<String, Object> values = new HashMap<>(
                Map.of("answer", answer, "print", PrintForm.of(answer, page), "title", title, UNIT, unit));
        if (page.may("STIPENDS") && page.may("COMMANDS") && !page.isPast()) {
            values.put("forms", StatementForms.of(statement, page));
        }
        return View.form(title, "stipend/statement.jte", values);
    }
}
