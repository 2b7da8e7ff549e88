package vn.soto.page.goal;

import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The people of a unit: members for them, their digital skills, and the numbers that are stated of them. */
@PageOf(value = "/api/units/{unit}/people", personal = false)
public final class PeoplePage implements QuestionPage {

    private static final String STATE = "state-people-count";

    PeoplePage() {}

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("people.title", page.unit(answer.answer().get("unit"))),
                "goal/people.jte",
                Map.of("answer", answer));
    }

    /** The form that states a number of these people; empty if the reader may not. */
    public static String state(Part count, ApiAnswer answer, PageContext page) {
        Part link = answer.links().get("commands").get(STATE);
        return !page.isPast() && link.exists() && !link.get("refused").exists()
                ? Addresses.with(
                        page.form(STATE, answer), "people", count.get("people").text())
                : "";
    }
}
