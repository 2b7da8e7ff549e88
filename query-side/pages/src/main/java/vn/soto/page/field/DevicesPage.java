package vn.soto.page.field;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** How much waits on which device, in sentences, with the way to lock one that is lost. */
record DevicesPage(String question) implements QuestionPage {

    static final String OWN = "/api/me/devices";
    static final String OF_TEAM = "/api/teams/{team}/devices";

    /** Sentences are nothing to be taken out. */
    @Override
    public boolean hasTables(ApiAnswer answer) {
        return false;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        boolean own = question.equals(OWN);
        return new View(
                page.t(own ? "devices.own" : "devices.of-team"),
                "field/devices.jte",
                Map.of("answer", answer, "own", own));
    }
}
