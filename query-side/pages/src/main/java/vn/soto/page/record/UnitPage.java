package vn.soto.page.record;

import java.util.ArrayList;
import java.util.List;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A unit: its names and codes, who bore the code before, and what it came from and became, by which instruments. */
@PageOf(value = "/api/units/{unit}", personal = false)
final class UnitPage implements QuestionPage {

    private static final List<String> ELSEWHERE = List.of("unit", "status", "parent", "on");

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String code = answer.answer().get("officialCode").text();
        return code.isEmpty()
                ? List.of()
                : List.of(Addresses.with("/api/search?kinds=unit&q=" + code, "asOf", page.asOf()));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        List<String> marks = new ArrayList<>();
        if (here.get("status").text().equals("ENDED")) {
            marks.add(
                    page.t("record.ended", page.format().text(here.get("until").text())));
        }
        if (here.get("status").text().equals("ENDED") && !here.get("children").isEmpty()) {
            marks.add(page.t("record.children-left"));
        }
        List<RecordSheet.Listing> lists = new ArrayList<>(List.of(
                listing("children", answer, "kind", "unit", "coming"),
                listing("predecessors", answer, "unit", "by", "effectiveFrom", "instrument", "signedOn"),
                listing("successors", answer, "unit", "by", "effectiveFrom", "instrument", "signedOn")));
        further.stream()
                .filter(found -> !found.isProblem())
                .map(found ->
                        new RecordSheet.Listing("bearers", found, found.answer().get("hits"), List.of("id", "matches")))
                .filter(list -> list.rows().items().size() > 1)
                .forEach(lists::add);
        RecordSheet sheet =
                new RecordSheet(RecordSheet.facts(here, ELSEWHERE), marks, Version.plain(here.get("history")), lists);
        return sheet.view(page.unit(here), answer);
    }

    private static RecordSheet.Listing listing(String name, ApiAnswer answer, String... columns) {
        return new RecordSheet.Listing(name, answer, answer.answer().get(name), List.of(columns));
    }
}
