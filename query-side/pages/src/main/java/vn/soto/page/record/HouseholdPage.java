package vn.soto.page.record;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A household: who is in charge of it, where it lived, what it agreed to. */
@Component
final class HouseholdPage implements QuestionPage {

    private static final List<String> ELSEWHERE = List.of("household", "undecided", "absence");

    @Override
    public String question() {
        return "/api/households/{household}";
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        List<String> marks = new ArrayList<>();
        if (here.get("undecided").isTrue()) {
            marks.add(page.t("record.undecided"));
        }
        if (!here.get("member").exists() && here.get("state").text().equals("PRESENT")) {
            marks.add(page.t("record.unassigned"));
        }
        if (here.get("absence").exists()) {
            marks.add(page.format()
                    .first(page.value("absence", here.get("absence").text())));
        }
        RecordSheet sheet = new RecordSheet(
                RecordSheet.facts(here, ELSEWHERE),
                marks,
                Version.plain(here.get("charges")),
                List.of(
                        new RecordSheet.Listing("units", answer, here.get("units"), List.of("unit", "from")),
                        new RecordSheet.Listing(
                                "agreements",
                                answer,
                                here.get("agreements"),
                                List.of("day", "purpose", "given", "method", "team"))));
        return sheet.view(page.t("record.household", here.get("reference").text()), answer);
    }
}
