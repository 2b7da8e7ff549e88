package vn.soto.page.stipend;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The stipend statements of a unit, the latest period first. */
@Component
final class StatementsPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/units/{unit}/stipends";
    }

    /** The unit, for its name. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of(page.known("/api/units/" + Addresses.encoded(unit(answer))));
    }

    private static String unit(ApiAnswer answer) {
        return answer.variables().getOrDefault("unit", "");
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        String unit = unit(answer);
        return new View(
                page.t(
                        "stipend.of-unit",
                        further.getFirst().answer().get("name").optional().orElse(unit)),
                "stipend/statements.jte",
                Map.of("answer", answer, "unit", unit));
    }
}
