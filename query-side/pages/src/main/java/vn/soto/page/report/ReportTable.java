package vn.soto.page.report;

import java.util.ArrayList;
import java.util.List;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.paper.Paper;

/** The figures of a report on paper: those that are not 0 in a table, those of each service and the others in sentences. Not thread-safe. */
final class ReportTable {

    private final PageContext page;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private final List<String> zeros = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    ReportTable(PageContext page) {
        this.page = page;
    }

    /** @param value missing if nobody knows it, which is not 0 */
    void add(Part line, String unit, Part value, String note) {
        String name = line.get("name").text();
        if (!value.exists()) {
            unknown.add(name);
        } else if (value.number() == 0 && note.isEmpty()) {
            zeros.add(name);
        } else if (line.get("code").text().startsWith("C.") && note.isEmpty()) {
            services.add(name.substring(name.indexOf(':') + 1).strip() + " "
                    + page.format().number(value.number()));
        } else {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1), name, unit, page.format().number(value.number()), note));
        }
    }

    List<Paper.Block> blocks() {
        List<Paper.Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(new Paper.Table(
                    List.of(
                            new Paper.Column(page.t("paper.ordinal"), 6, true),
                            new Paper.Column(page.t("report.indicator"), 56, false),
                            new Paper.Column(page.t("paper.unit"), 13, false),
                            new Paper.Column(page.t("paper.result"), 12, true),
                            new Paper.Column(page.t("report.note"), 19, false)),
                    rows,
                    List.of()));
        }
        sentence("paper.services", services, blocks);
        sentence("paper.zeros", zeros, blocks);
        sentence("paper.unknown", unknown, blocks);
        return blocks;
    }

    private void sentence(String text, List<String> names, List<Paper.Block> blocks) {
        if (!names.isEmpty()) {
            blocks.add(new Paper.Paragraph(page.t(text, names.size(), String.join("; ", names))));
        }
    }

    /** The texts of a report beside its figures. */
    static List<Paper.Block> narrative(Part report, PageContext page) {
        return List.of(
                text("report.difficulties", report.at("narrative/difficulties"), page),
                text("report.good-models", report.at("narrative/goodModels"), page));
    }

    private static Paper.Block text(String title, Part text, PageContext page) {
        return new Paper.Paragraph(page.t(title) + ": " + text.optional().orElse(page.t("paper.nothing")));
    }
}
