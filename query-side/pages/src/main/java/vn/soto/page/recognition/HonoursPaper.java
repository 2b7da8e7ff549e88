package vn.soto.page.recognition;

import java.util.ArrayList;
import java.util.List;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PaperForm;
import vn.soto.page.PaperParts;
import vn.soto.page.Part;
import vn.soto.paper.Paper;

/** All published honours that are in force, of teams and of persons who agree to being named. */
final class HonoursPaper implements PaperForm {

    /** Place of the unit in a row, of which the paper tells the committee. */
    private static final int ORGAN = 3;

    @Override
    public String question(String question, ApiAnswer answer) {
        return question;
    }

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return HonourOrgans.questions(answer, page);
    }

    @Override
    public List<List<String>> rows(ApiAnswer answer, PageContext page) {
        List<List<String>> rows = new ArrayList<>();
        for (Part honour : answer.answer().items()) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    honour.get("name").optional().orElseGet(() -> CandidatePage.named(answer, honour, page)),
                    page.format()
                            .first(page.value("roundKind", honour.get("kind").text())),
                    honour.get("unit").text(),
                    page.format().text(honour.get("firstDay").text())
                            + " – "
                            + page.format().text(honour.get("lastDay").text())));
        }
        return rows;
    }

    @Override
    public Paper paper(ApiAnswer answer, List<ApiAnswer> further, List<List<String>> rows, PageContext page) {
        HonourOrgans organs = HonourOrgans.of(further, page);
        return new Paper(
                page.language(),
                "",
                organs.all(page),
                page.t("paper.number"),
                PaperParts.dated(organs.province(), null, page),
                page.t("paper.list"),
                page.t("paper.all-honours-about"),
                "",
                List.of(
                        rows.isEmpty()
                                ? new Paper.Paragraph(page.t("round.no-honours"))
                                : new Paper.Table(
                                        List.of(
                                                new Paper.Column(page.t("paper.ordinal"), 8, true),
                                                new Paper.Column(page.t("paper.honoured"), 32, false),
                                                new Paper.Column(page.t("round.kind"), 12, false),
                                                new Paper.Column(page.t("round.organ"), 28, false),
                                                new Paper.Column(page.t("round.period"), 24, false)),
                                        rows.stream()
                                                .map(row -> issued(row, organs, answer, page))
                                                .toList(),
                                        List.of())),
                PaperParts.signatures(page, page.t("report.drawn-up"), page.t("paper.chair")),
                List.of(),
                PaperParts.evidence(page),
                null);
    }

    private static List<String> issued(List<String> row, HonourOrgans organs, ApiAnswer answer, PageContext page) {
        List<String> issued = new ArrayList<>(row);
        issued.set(ORGAN, organs.of(row.get(ORGAN), answer, page));
        return issued;
    }
}
