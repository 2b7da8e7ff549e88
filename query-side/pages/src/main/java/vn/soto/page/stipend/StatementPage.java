package vn.soto.page.stipend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.PageTable;
import vn.soto.page.PaperForm;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A stipend statement: each recipient's months, days and amount, and the warnings to look at before paying. */
@PageOf("/api/stipends/{statement}")
final class StatementPage implements QuestionPage {

    private static final String UNIT = "unit";
    private static final List<String> LINES =
            List.of("team", "member", "months", "days", "nights", "amount", "commits");
    private static final List<String> FINDINGS =
            List.of("text", "team", "member", "day", "otherTeam", "otherStatement");

    /** The unit, for its name. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return List.of(page.known(
                "/api/units/" + Addresses.encoded(answer.answer().get(UNIT).text())));
    }

    /** The lines with their sum, then what is to be looked at before paying. */
    @Override
    public List<PageTable> tables(ApiAnswer answer, PageContext page) {
        PageTable lines = PageTable.of(answer, page, "lines", LINES);
        PageTable sum = new PageTable(lines.name(), lines.columns(), each -> {
            List<Part> rows = new ArrayList<>(lines.rows().apply(each));
            if (!each.links().get("next").exists()) {
                rows.add(new Part(
                        "",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("team", page.t("stipend.total"))
                                .put("amount", each.answer().get("total").number())));
            }
            return rows;
        });
        return List.of(sum, PageTable.of(answer, page, "findings", FINDINGS));
    }

    @Override
    public Optional<PaperForm> paper(ApiAnswer answer) {
        return Optional.of(new StatementPaper());
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part statement = answer.answer();
        Part name = further.getFirst().answer().get("name");
        String unit = name.optional().orElse(statement.get(UNIT).text());
        String title = page.t(
                "stipend.statement", page.format().text(statement.get("period").text()), unit);
        Map<String, Object> values = new HashMap<>(Map.of("answer", answer));
        StatementForms.of(answer, page).ifPresent(forms -> values.put("forms", forms));
        return new View(title, "stipend/statement.jte", values);
    }
}
