package vn.soto.paper;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.jspecify.annotations.Nullable;

/** Writes a table with lines around its cells; its titles stand on top of each sheet. Not thread-safe. */
final class Grid {

    /** Room above and below the lines of a cell. */
    private static final float INSIDE = 1;

    /** Height of a line, in sizes of its letters: the least in which none touches another. */
    private static final float LINE = 1.1f;

    /** Room beside them. */
    private static final float SIDE = 2.5f;

    private final Sheets sheets;
    private final Paper.Table table;
    private final Lines plain;
    private final Lines bold;
    private final float[] widths;
    private final PDStructureElement element;

    Grid(Sheets sheets, Paper.Table table, float size) {
        this.sheets = sheets;
        this.table = table;
        this.plain = new Lines(sheets.fonts(), Face.REGULAR, size);
        this.bold = new Lines(sheets.fonts(), Face.BOLD, size);
        this.element = sheets.tags().element("Table");
        int all = table.columns().stream().mapToInt(Paper.Column::weight).sum();
        this.widths = new float[table.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Sheets.WIDTH * table.columns().get(column).weight() / all;
        }
    }

    /** A row as it is written. */
    private record GridRow(List<List<String>> cells, Lines lines) {

        float height() {
            int most = cells.stream().mapToInt(List::size).max().orElse(1);
            return most * lines.size() * LINE + 2 * INSIDE;
        }
    }

    /** @param after height of what stays with the last two rows */
    void write(float after) throws IOException {
        GridRow titles = row(table.columns().stream().map(Paper.Column::title).toList(), bold);
        int count = table.rows().size() + (table.total().isEmpty() ? 0 : 1);
        int end = Math.max(0, count - 2);
        double all = IntStream.range(end, count)
                        .mapToDouble(place -> row(place).height())
                        .sum()
                + after;
        float kept = (float) Math.min(Sheets.HEIGHT - titles.height(), all);
        // The titles stay with the first row.
        sheets.room(titles.height() + (end == 0 ? kept : row(0).height()));
        write(titles, sheets.tags().element("TR", element), "TH", true);
        for (int place = 0; place < count; place++) {
            GridRow row = row(place);
            if (sheets.room(place == end ? Math.max(row.height(), kept) : row.height())) {
                write(titles, null, "", true);
            }
            write(row, sheets.tags().element("TR", element), "TD", false);
        }
    }

    /** A row of the table; the last is that of the total, if it has one. */
    private GridRow row(int place) {
        return place < table.rows().size() ? row(table.rows().get(place), plain) : row(table.total(), bold);
    }

    private GridRow row(List<String> texts, Lines lines) {
        return new GridRow(broken(texts, lines), lines);
    }

    private List<List<String>> broken(List<String> texts, Lines lines) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> lines.of(texts.get(column), widths[column] - 2 * SIDE))
                .toList();
    }

    /** @param of the row in the structure; absent for titles that are repeated */
    private void write(GridRow row, @Nullable PDStructureElement of, String type, boolean centred) throws IOException {
        float top = sheets.down();
        float height = row.height();
        float left = Sheets.LEFT;
        sheets.across(left, top, Sheets.WIDTH);
        for (int column = 0; column < widths.length; column++) {
            sheets.downwards(left, top, height);
            cell(
                    row.cells().get(column),
                    row.lines(),
                    of == null ? null : cell(of, type),
                    left,
                    top + INSIDE,
                    column,
                    centred);
            left += widths[column];
        }
        sheets.downwards(left, top, height);
        sheets.across(Sheets.LEFT, top + height, Sheets.WIDTH);
        sheets.moveTo(top + height);
    }

    private PDStructureElement cell(PDStructureElement row, String type) {
        PDStructureElement cell = sheets.tags().element(type, row);
        if (type.equals("TH")) {
            PDTableAttributeObject scope = new PDTableAttributeObject();
            scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            cell.addAttribute(scope);
        }
        return cell;
    }

    private void cell(
            List<String> written,
            Lines lines,
            @Nullable PDStructureElement of,
            float left,
            float top,
            int column,
            boolean centred)
            throws IOException {
        float down = top;
        for (String line : written) {
            float free = widths[column] - 2 * SIDE - lines.wide(line);
            float at = left
                    + SIDE
                    + (centred ? free / 2 : table.columns().get(column).number() ? free : 0);
            if (of == null) {
                sheets.artifact(lines, at, down, line);
            } else {
                sheets.text(of, lines, at, down, line);
            }
            down += lines.size() * LINE;
        }
    }
}
