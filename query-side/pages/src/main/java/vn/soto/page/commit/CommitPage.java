package vn.soto.page.commit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A commit: its author and reason, its events in words, their later corrections, and their proofs. */
@PageOf("/api/commits/{commit}")
final class CommitPage implements QuestionPage {

    /** Events of which the page tells more than the commit does; a commit has up to a thousand. */
    private static final int TOLD = 12;

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return answer.answer().get("events").items().stream()
                .limit(TOLD)
                .map(event -> page.known("/api/events/" + event.get("position").text()))
                .toList();
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Map<String, ApiAnswer> events = new HashMap<>();
        further.stream()
                .filter(event -> !event.isProblem())
                .forEach(event -> events.put(event.answer().get("position").text(), event));
        long number = answer.answer().get("commit").number();
        long head = answer.freshness()
                .at(page.isPast() ? "moment/commit" : "head/commit")
                .number();
        return new View(
                page.t("evidence.commit", page.format().number(number)),
                "evidence/commit.jte",
                Map.of(
                        "answer",
                        answer,
                        "events",
                        events,
                        "before",
                        number > 1 ? page.to("/commits/" + (number - 1)) : "",
                        "after",
                        number < head ? page.to("/commits/" + (number + 1)) : ""));
    }
}
