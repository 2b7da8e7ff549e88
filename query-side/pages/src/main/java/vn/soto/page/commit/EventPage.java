package vn.soto.page.commit;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;
import vn.soto.page.form.Mends;

/** An event: what it says, its fields as they are called, what it corrects, what corrected it, and how its reader may correct it. */
@PageOf("/api/events/{position}")
final class EventPage implements QuestionPage {

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return page.isPast() ? List.of() : Mends.questions(answer.answer());
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                answer.answer()
                        .get("title")
                        .optional()
                        .map(page.format()::first)
                        .orElse(""),
                "evidence/event.jte",
                Map.of(
                        "answer",
                        answer,
                        "mends",
                        further.stream()
                                .filter(about -> !about.isProblem())
                                .flatMap(about -> Mends.of(answer.answer(), about, page).stream())
                                .toList()));
    }
}
