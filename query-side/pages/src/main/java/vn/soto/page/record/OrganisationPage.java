package vn.soto.page.record;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** An organisation that supports teams: which ones, since when, and the trainings of theirs that it held. */
@PageOf("/api/organisations/{organisation}")
public final class OrganisationPage implements QuestionPage {

    /** Teams whose trainings are asked for. */
    private static final int MOST = 30;

    /**
     * A team that it supports or supported.
     *
     * @param trainings of the team
     * @param held      those among them that it held
     */
    public record Supported(Part support, ApiAnswer trainings, List<Part> held) {

        boolean lasts() {
            return !support.get("until").exists();
        }
    }

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return answer.answer().get("teams").items().stream()
                .limit(MOST)
                .map(support -> page.known(
                        "/api/teams/" + Addresses.encoded(support.get("team").text()) + "/trainings"))
                .toList();
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        List<Part> teams = here.get("teams").items();
        List<Supported> all = IntStream.range(0, further.size())
                .mapToObj(i -> supported(teams.get(i), further.get(i), here))
                .toList();
        return new View(
                here.get("name").text(),
                "record/organisation.jte",
                Map.of(
                        "answer",
                        answer,
                        "now",
                        all.stream().filter(Supported::lasts).toList(),
                        "before",
                        all.stream().filter(each -> !each.lasts()).toList(),
                        "held",
                        all.stream()
                                .flatMap(each -> each.held.stream())
                                .map(training -> training.get("training").text())
                                .distinct()
                                .count()));
    }

    private static Supported supported(Part support, ApiAnswer trainings, Part here) {
        String organisation = here.get("organisation").text();
        return new Supported(
                support,
                trainings,
                trainings.answer().items().stream()
                        .filter(each -> each.get("organisation").text().equals(organisation))
                        .filter(each -> each.get("status").text().equals("HELD"))
                        .toList());
    }
}
