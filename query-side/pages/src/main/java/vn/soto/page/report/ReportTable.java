package vn.soto.page.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.paper.Paper;

/**
 * The figures of a report on paper. One table has those that are not 0, another the parts into which they are divided, and
 * sentences have the others. A figure with a note has a row of its own. Not thread-safe.
 */
final class ReportTable {

    private static final String BETWEEN = "; ";

    private final PageContext page;
    private final List<List<String>> rows = new ArrayList<>();
    private final Map<Breakdown, List<Share>> parts = new EnumMap<>(Breakdown.class);
    private final List<String> zeros = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int zeroCount;
    private boolean hasNotes;

    ReportTable(PageContext page) {
        this.page = page;
    }

    /** A figure that is a part of another. */
    private record Share(String name, long value) {}

    /** @param value missing if nobody knows it, which is not 0 */
    void add(Part line, String unit, Part value, String note) {
        String name = line.get("name").text();
        Optional<Breakdown> of = Breakdown.of(line.get("code").text());
        if (!value.exists()) {
            unknown.add(name);
            return;
        }
        zeroCount += value.number() == 0 && note.isEmpty() ? 1 : 0;
        if (of.isPresent() && note.isEmpty()) {
            parts.computeIfAbsent(of.get(), breakdown -> new ArrayList<>()).add(new Share(name, value.number()));
        } else if (value.number() == 0 && note.isEmpty()) {
            zeros.add(name);
        } else {
            hasNotes |= !note.isEmpty();
            rows.add(List.of(
                    Integer.toString(rows.size() + 1), name, unit, page.format().number(value.number()), note));
        }
    }

    List<Paper.Block> blocks() {
        List<Paper.Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(figures());
        }
        List<List<String>> divided = new ArrayList<>();
        List<String> none = new ArrayList<>(zeros);
        parts.forEach((breakdown, lines) -> divide(breakdown, lines, divided, none));
        if (!divided.isEmpty()) {
            blocks.add(new Paper.Table(
                    List.of(
                            new Paper.Column(page.t("paper.by"), 15, false),
                            new Paper.Column(page.t("paper.parts-of-it"), 85, false)),
                    divided,
                    List.of()));
        }
        sentence("paper.zeros", zeroCount, none, blocks);
        sentence("paper.unknown", unknown.size(), unknown, blocks);
        return blocks;
    }

    private Paper.Table figures() {
        List<Paper.Column> columns = new ArrayList<>(List.of(
                new Paper.Column(page.t("paper.ordinal"), 6, true),
                new Paper.Column(page.t("report.indicator"), 62, false),
                new Paper.Column(page.t("paper.unit"), 13, false),
                new Paper.Column(page.t("paper.result"), 12, true)));
        if (hasNotes) {
            columns.add(new Paper.Column(page.t("report.note"), 26, false));
        }
        return new Paper.Table(
                columns,
                rows.stream().map(row -> row.subList(0, columns.size())).toList(),
                List.of());
    }

    /** Those that are not 0 are a row; the others are told with what is 0. */
    private void divide(Breakdown of, List<Share> lines, List<List<String>> divided, List<String> none) {
        List<String> names = of.apart(lines.stream().map(Share::name).toList());
        List<String> told = new ArrayList<>();
        List<String> zero = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            long value = lines.get(place).value();
            if (value == 0) {
                zero.add(names.get(place));
            } else {
                told.add(names.get(place) + ": " + page.format().number(value));
            }
        }
        if (!told.isEmpty()) {
            divided.add(List.of(page.t(of.key()), String.join(BETWEEN, told)));
        }
        if (!zero.isEmpty()) {
            none.add(page.t("paper.zero-parts", page.t(of.key()), String.join(", ", zero)));
        }
    }

    private void sentence(String text, int count, List<String> names, List<Paper.Block> blocks) {
        if (!names.isEmpty()) {
            blocks.add(new Paper.Paragraph(page.t(text, count, String.join(BETWEEN, names))));
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
