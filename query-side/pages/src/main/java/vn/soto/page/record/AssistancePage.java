package vn.soto.page.record;

import java.util.ArrayList;
import java.util.List;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A record of help with all its versions. */
@PageOf("/api/assistances/{assistance}")
final class AssistancePage implements QuestionPage {

    private static final List<String> ELSEWHERE = List.of("voided", "flags", "hasNote", "outcome", "assistance");

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        List<String> marks = new ArrayList<>();
        if (here.get("voided").isTrue()) {
            marks.add(page.t("record.voided"));
        }
        here.get("flags").items().forEach(flag -> marks.add(page.format().first(page.value("flags", flag.text()))));
        if (here.get("hasNote").isTrue()) {
            marks.add(page.t("record.sealed-note"));
        }
        RecordSheet sheet = new RecordSheet(
                RecordSheet.facts(here, ELSEWHERE, "statement"),
                marks,
                Version.stated(here.get("versions"), "statement"),
                List.of(
                        new RecordSheet.Listing("results", answer, here.get("results"), List.of("kind", "count")),
                        new RecordSheet.Listing(
                                "followUps",
                                answer,
                                here.get("followUps"),
                                List.of("occurredAt", "outcome", "next", "by"))));
        String day = here.at("statement/occurredAt").text();
        return sheet.view(page.t("record.assistance", page.format().text(day)), answer);
    }
}
