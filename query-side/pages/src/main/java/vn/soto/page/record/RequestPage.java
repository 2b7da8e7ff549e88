package vn.soto.page.record;

import java.util.ArrayList;
import java.util.List;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A request for support: what is asked, by when, and each step that was taken. */
@PageOf("/api/requests/{request}")
final class RequestPage implements QuestionPage {

    private static final List<String> ELSEWHERE = List.of("request", "on", "overdue");

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        List<String> marks = new ArrayList<>();
        if (here.get("overdue").isTrue()) {
            marks.add(page.t(
                    "record.overdue", page.format().text(here.get("dueOn").text())));
        }
        RecordSheet sheet =
                new RecordSheet(RecordSheet.facts(here, ELSEWHERE), marks, Version.plain(here.get("steps")), List.of());
        return sheet.view(
                page.t(
                        "record.request",
                        page.format().text(here.get("receivedOn").text())),
                answer);
    }
}
