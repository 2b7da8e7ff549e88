package vn.soto.page.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.PaperForm;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** The consolidated report of a unit: what it adds up, what of it is lacking, its versions, and what the ledger counts now. */
@PageOf("/api/units/{unit}/reports/{quarter}")
final class UnitReportPage implements QuestionPage {

    /**
     * Asks for the unit's figures of today, for the indicators of the lines, and for the version before if there is
     * one. The people of the unit are asked for as the version knew them.
     */
    @Override
    public Set<String> options() {
        return Set.of("zeros");
    }

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        Part report = answer.answer();
        List<String> asked = new ArrayList<>(List.of(
                dashboard(report, "as-now", page),
                "/api/indicators?version=" + report.get("indicators").text()));
        long version = report.get("version").number();
        if (version > 1) {
            asked.add(Addresses.with(answer.address(), "version", Long.toString(version - 1)));
        }
        asked.add(Movement.question(report.get("unit"), report, page));
        return asked;
    }

    /** A unit that has ended has figures in its own boundaries alone. */
    @Override
    public List<String> thereafter(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return further.getFirst().isProblem() ? List.of(dashboard(answer.answer(), "as-was", page)) : List.of();
    }

    private static String dashboard(Part report, String boundaries, PageContext page) {
        return page.known(
                "/api/dashboards/" + Addresses.encoded(report.get("unit").text()) + "?boundaries=" + boundaries
                        + "&quarter=" + report.get("quarter").text());
    }

    /** The answer of a dashboard, or the refusal if there is none. */
    static ApiAnswer ledger(List<ApiAnswer> further) {
        return further.getFirst().isProblem() ? further.getLast() : further.getFirst();
    }

    static Optional<ApiAnswer> before(List<ApiAnswer> further) {
        return further.stream()
                .skip(2)
                .filter(other -> other.address().contains("/reports/"))
                .findFirst();
    }

    @Override
    public Optional<PaperForm> paper(ApiAnswer answer) {
        return Optional.of(new UnitReportPaper());
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part report = answer.answer();
        ApiAnswer ledger = ledger(further);
        String title = page.t(
                "report.consolidated",
                page.format().inside(page.format().text(report.get("quarter").text())),
                answer.link("unit", report.get("unit").text()).get("name").text());
        Map<String, Object> values = new HashMap<>(Map.of(
                "answer", answer,
                "ledger", ledger,
                "rows", UnitReportRow.of(answer, further)));
        before(further).ifPresent(before -> values.put("before", before));
        Movement.of(further).ifPresent(people -> values.put("people", people));
        return new View(title, "report/unit-report.jte", values);
    }
}
