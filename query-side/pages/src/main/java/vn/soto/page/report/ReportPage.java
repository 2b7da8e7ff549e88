package vn.soto.page.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.PaperForm;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;
import vn.soto.page.activity.DashboardPage;

/** A team's report of a quarter: what the ledger says beside what the team states, its versions, and what differs now. */
@PageOf("/api/teams/{team}/reports/{quarter}")
final class ReportPage implements QuestionPage {

    /** Quarters that one click leads to: two years, the latest first. */
    private static final int QUARTERS = 8;

    @Override
    public Set<String> options() {
        return Set.of("only", "zeros");
    }

    /**
     * The figures as they derive now, where the report is not a draft, and the version before. Last are the people of the
     * commune as the version knew them.
     */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        List<String> asked = new ArrayList<>();
        asked.add(address(answer, "present", "true"));
        long version = answer.answer().get("version").number();
        if (version > 1) {
            asked.add(address(answer, "version", Long.toString(version - 1)));
        }
        Part recipient = answer.answer().at("recipient/unit");
        if (recipient.exists()) {
            asked.add(Movement.question(recipient, answer.answer(), page));
        }
        return asked;
    }

    private static String address(ApiAnswer answer, String name, String value) {
        return Addresses.with(answer.address(), name, value);
    }

    @Override
    public Optional<PaperForm> paper(ApiAnswer answer) {
        return Optional.of(new ReportPaper());
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part report = answer.answer();
        ApiAnswer before = report.get("version").number() > 1 ? further.get(1) : answer;
        List<ReportRow> rows = ReportRow.of(answer, further.getFirst(), before, page);
        String title = page.t(
                "report.title",
                page.format().inside(page.format().text(report.get("quarter").text())),
                answer.subject().orElse(""));
        Map<String, Object> values = new HashMap<>(Map.of(
                "answer",
                answer,
                "present",
                further.getFirst(),
                "before",
                before,
                "rows",
                page.option("only").equals("differing")
                        ? rows.stream().filter(ReportRow::differs).toList()
                        : rows,
                "quarters",
                quarters(page)));
        Movement.of(further).ifPresent(people -> values.put("people", people));
        return new View(title, "report/report.jte", values);
    }

    private static List<String> quarters(PageContext page) {
        return page.me()
                .answer()
                .get("quarter")
                .optional()
                .map(now -> Stream.iterate(now, DashboardPage::before)
                        .limit(QUARTERS)
                        .toList())
                .orElse(List.of());
    }
}
