package vn.soto.page.period;

import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;
import vn.soto.page.activity.DashboardPage;

/** The reporting periods of a unit: how its year is divided, when reports are due, and what is open or closed. */
@PageOf("/api/units/{unit}/periods")
final class PeriodsPage implements QuestionPage {

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return new View(
                page.t("period.title", answer.subject().orElse("")),
                "period/periods.jte",
                Map.of("answer", answer, "rows", PeriodRow.of(answer, page), "adopt", adopt(answer, page)));
    }

    /** The form of another calendar, filled with the one in force; empty if the reader adopts none. */
    private static String adopt(ApiAnswer answer, PageContext page) {
        Part link = answer.links().get("commands").get("adopt-reporting-calendar");
        if (!link.exists() || page.isPast()) {
            return "";
        }
        Part inForce = answer.answer().get("calendars").items().reversed().stream()
                .filter(each -> !each.get("withdrawn").exists())
                .findFirst()
                .orElseGet(answer::answer);
        String form = page.form("adopt-reporting-calendar", answer);
        form = Addresses.with(form, "calendar", inForce.get("calendar").text());
        form = Addresses.with(
                form, "dueWorkingDays", inForce.get("dueWorkingDays").text());
        form = Addresses.with(form, "late", inForce.get("lateCounts").text());
        return Addresses.with(
                form,
                "from",
                DashboardPage.after(page.me().answer().get("quarter").text()));
    }
}
