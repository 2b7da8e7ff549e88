package vn.soto.page.goal;

import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The campaigns of a unit and of the units above it, each with how far it is. */
@PageOf(value = "/api/units/{unit}/campaigns", personal = false)
public final class CampaignsPage implements QuestionPage {

    private static final String PLAN = "plan-campaign";

    CampaignsPage() {}

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("campaign.title", answer.subject().orElse("")), "goal/campaigns.jte", Map.of("answer", answer));
    }

    /** The form of a new campaign, with a first goal begun; empty if the reader plans none. */
    public static String plan(ApiAnswer answer, PageContext page) {
        if (!answer.links().get("commands").get(PLAN).exists() || page.isPast()) {
            return "";
        }
        String form = Addresses.with(page.form(PLAN, answer), "goals.0.goal.bound", "AT_LEAST");
        return Addresses.with(form, "goals.0.goal.measure", "COUNT");
    }
}
