package vn.soto.page.evidence;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** An event: what it says, its fields as they are called, what it corrects and what corrected it. */
@Component
final class EventPage implements QuestionPage {

    @Override
    public String question() {
        return "/api/events/{position}";
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
                Map.of("answer", answer));
    }
}
