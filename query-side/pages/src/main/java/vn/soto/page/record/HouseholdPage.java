package vn.soto.page.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A household: who it is and who is in charge, the history of its help, its appointments, requests and consents. */
@PageOf("/api/households/{household}")
final class HouseholdPage implements QuestionPage {

    /** The command that the page offers before all others. */
    private static final String HELP = "record-assistance";

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String household = answer.address().split("\\?", 2)[0];
        return List.of(
                page.known(household + "/assistances"),
                page.known("/api/units/"
                        + Addresses.encoded(answer.answer().get("unit").text()) + "/requests"));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        String id = here.get("household").text();
        ApiAnswer help = further.getFirst();
        ApiAnswer requests = further.get(1);
        List<Part> records = help.answer().get("records").items();
        List<Part> asked = requests.answer().get("requests").items().stream()
                .filter(request -> request.get("household").text().equals(id))
                .toList();
        Map<String, Object> values = new HashMap<>(Map.of(
                "answer",
                answer,
                "marks",
                marks(here, page),
                "help",
                help,
                "records",
                records,
                "appointments",
                records.stream()
                        .filter(record -> record.get("dueOn").exists())
                        .filter(record -> !record.get("voided").isTrue())
                        .toList(),
                "requests",
                requests,
                "asked",
                asked,
                "charges",
                Version.plain(here.get("charges"))));
        values.put("consented", ConsentsPage.says(answer, page));
        values.put("mayHelp", help.links().get("commands").get(HELP).exists() && !page.isPast());
        return new View(
                answer.called(id)
                        .orElseGet(() ->
                                page.t("record.household", here.get("reference").text())),
                "record/household.jte",
                values);
    }

    private static List<String> marks(Part here, PageContext page) {
        List<String> marks = new ArrayList<>();
        String state = here.get("state").text();
        if (!state.equals("PRESENT")) {
            marks.add(page.format().first(page.t("household.state." + state)));
        }
        if (here.get("undecided").isTrue()) {
            marks.add(page.t("record.undecided"));
        }
        if (!here.get("member").exists() && state.equals("PRESENT")) {
            marks.add(page.t("record.unassigned"));
        }
        if (here.get("absence").exists()) {
            marks.add(page.format()
                    .first(page.value("absence", here.get("absence").text())));
        }
        return marks;
    }
}
