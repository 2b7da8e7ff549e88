package vn.soto.page.practice;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The good models of a team: its own, and those that it took up with its figures before and since. */
@PageOf("/api/teams/{team}/practices")
final class TeamPracticesPage implements QuestionPage {

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("practice.of-team", answer.subject().orElse("")),
                "practice/team.jte",
                Map.of(
                        "answer",
                        answer,
                        "followed",
                        answer.answer().get("followed").items().stream()
                                .map(each -> FollowedFigures.of(each, answer))
                                .toList()));
    }
}
