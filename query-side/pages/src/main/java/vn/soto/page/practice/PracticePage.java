package vn.soto.page.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A good model: how it goes, who recommended it to whom, who took it up, and the figures of these before and since. */
@PageOf("/api/practices/{practice}")
final class PracticePage implements QuestionPage {

    /** The figures of more followers are on the pages of their teams. */
    private static final int MOST_SHOWN = 4;

    /** The quarters of the first followers. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return teams(answer).stream()
                .limit(MOST_SHOWN)
                .map(team -> page.known("/api/teams/" + team + "/practices"))
                .toList();
    }

    private static List<String> teams(ApiAnswer answer) {
        return answer.answer().get("followers").items().stream()
                .map(follower -> follower.get("team").text())
                .distinct()
                .toList();
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part practice = answer.answer();
        List<FollowedFigures> followed = new ArrayList<>();
        for (ApiAnswer team : further) {
            team.answer().get("followed").items().stream()
                    .filter(each -> each.get("practice")
                            .text()
                            .equals(practice.get("practice").text()))
                    .forEach(each -> followed.add(FollowedFigures.of(each, team)));
        }
        return new View(
                page.t("practice.title", practice.get("title").text()),
                "practice/practice.jte",
                Map.of(
                        "answer",
                        answer,
                        "followed",
                        followed,
                        "caution",
                        further.stream()
                                .filter(team -> !team.isProblem())
                                .map(team -> team.answer().get("caution").text())
                                .findFirst()
                                .orElse("")));
    }
}
