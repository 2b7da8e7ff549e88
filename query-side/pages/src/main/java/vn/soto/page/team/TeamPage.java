package vn.soto.page.team;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/**
 * A team's card on a day: its members, its flags with reasons, its area, its quarter, and the last lines of its
 * history.
 */
@PageOf("/api/teams/{team}")
final class TeamPage implements QuestionPage {

    private static final int LINES = 8;

    /** Figures of a report that a card has room for. */
    private static final List<String> FIGURES = List.of("H02", "H04", "H05", "H08");

    private static final String VIEW = "view";
    private static final String DIGEST = "digest";

    /** The card, or the texts of the week to be copied. */
    @Override
    public Set<String> options() {
        return Set.of(VIEW);
    }

    /** The last lines of its history, the report of the quarter in which the card's day lies, and what its members did in the quarter. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        if (page.option(VIEW).equals(DIGEST)) {
            return WeeklyDigest.questions(answer, page);
        }
        String team = HistoryStep.team(answer);
        String quarter = quarter(answer.answer().get("on").text());
        return List.of(
                page.known(team + "/timeline?before=" + HistoryStep.END + "&limit=" + LINES),
                page.known(team + "/reports/" + quarter),
                page.known(team + "/activity?quarter=" + quarter));
    }

    static String quarter(String day) {
        return day.length() < "2025-01".length()
                ? ""
                : day.substring(0, 4) + "-Q" + ((Integer.parseInt(day.substring(5, 7)) - 1) / 3 + 1);
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part team = answer.answer();
        if (page.option(VIEW).equals(DIGEST)) {
            return new View(
                    page.t("digest.title", team.get("name").text()),
                    "team/digest.jte",
                    Map.of("answer", answer, "texts", new WeeklyDigest(answer, further, page).texts()));
        }
        ApiAnswer report = further.get(1);
        return new View(
                team.get("name").text(),
                "team/card.jte",
                Map.of(
                        "answer", answer,
                        "present", members(team, true),
                        "former", members(team, false),
                        "activity", further.get(2),
                        "history", further.getFirst(),
                        "report", report,
                        "figures", figures(report),
                        "reportPage", page.to(Addresses.page(report.address().split("\\?", 2)[0]))));
    }

    /** Members of the card's day, or those who are not: former ones, and those suspended. */
    static List<Part> members(Part team, boolean present) {
        String day = team.get("on").text();
        return team.get("members").items().stream()
                .filter(member -> present == isPresent(member, day))
                .toList();
    }

    private static boolean isPresent(Part member, String day) {
        String until = member.get("until").text();
        return (until.isEmpty() || until.compareTo(day) >= 0)
                && member.get("from").text().compareTo(day) <= 0;
    }

    private static List<Part> figures(ApiAnswer report) {
        return report.answer().get("figures").items().stream()
                .filter(line -> FIGURES.contains(line.get("code").text()))
                .toList();
    }
}
