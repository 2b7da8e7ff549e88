package vn.soto.page.team;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The differences in a team's card between two commits, field by field, each with its event, author and reason. */
@PageOf("/api/teams/{team}/changes")
final class ChangesPage implements QuestionPage {

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("team.changes-of", answer.subject().orElse("")),
                "team/changes.jte",
                Map.of(
                        "answer",
                        answer,
                        "at",
                        page.to("/teams/" + answer.variables().get("team") + "/timeline")));
    }
}
