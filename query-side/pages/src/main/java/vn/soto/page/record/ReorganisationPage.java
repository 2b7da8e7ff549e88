package vn.soto.page.record;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * The open tasks of a unit's reorganisations, those that concern the most people first; finished ones are not listed.
 */
@PageOf("/api/units/{unit}/reorganisation")
final class ReorganisationPage implements QuestionPage {

    /** Lists of the answer, with the columns that tell what to do about a row. */
    private static final List<Map.Entry<String, List<String>>> LISTS = List.of(
            Map.entry("households", List.of("unit", "in", "candidates", "households")),
            Map.entry("teams", List.of("team", "coverage")),
            Map.entry("boundaries", List.of("team", "through", "quarter", "state")),
            Map.entry("reports", List.of("team", "through", "quarter", "state", "recipient")),
            Map.entry("recipients", List.of("unit", "kind")),
            Map.entry("accounts", List.of("account", "role", "unit", "ended")));

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        RecordSheet sheet = new RecordSheet(
                List.of(Map.entry("left", here.get("left"))),
                List.of(),
                List.of(),
                LISTS.stream()
                        .map(list -> new RecordSheet.Listing(
                                "left." + list.getKey(), answer, here.get(list.getKey()), list.getValue()))
                        .toList());
        return sheet.view(page.title(answer), answer);
    }
}
