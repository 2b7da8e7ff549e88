package vn.soto.page.field;

import java.util.List;
import java.util.Map;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** Leads from the pack of a day, which is for phones, to the page that shows it there. */
@PageOf("/api/me/day-pack")
public final class DayPackPage implements QuestionPage {

    DayPackPage() {}

    @Override
    public boolean hasTables(ApiAnswer answer) {
        return false;
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext context) {
        return new View(context.t("phone.pack"), "field/pack.jte", Map.of());
    }
}
