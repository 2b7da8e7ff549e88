package vn.soto.page.evidence;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.page.Answer;
import vn.soto.page.Page;
import vn.soto.page.PageContext;
import vn.soto.page.View;

/** An event: what it says, its fields as they are called, what it corrects and what corrected it. */
@Component
final class EventPage implements Page {

    @Override
    public String question() {
        return "/api/events/{position}";
    }

    @Override
    public View view(Answer answer, List<Answer> further, PageContext page) {
        return new View(
                answer.answer().get("title").optional().map(page.format()::first).orElse(""),
                "evidence/event.jte",
                Map.of("answer", answer));
    }
}
