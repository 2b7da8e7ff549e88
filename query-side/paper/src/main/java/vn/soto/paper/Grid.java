package vn.soto.paper;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.jspecify.annotations.Nullable;

/** Writes a table with lines around its cells; its titles stand on top of each sheet. Not thread-safe. */
final class Grid {

    private static final float INSIDE = 1.5f;

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

    void write() throws IOException {
        List<String> titles = table.columns().stream().map(Paper.Column::title).toList();
        List<List<String>> heads = broken(titles, bold);
        // The titles stay with a first row of two lines.
        sheets.room(height(heads, bold) + 2 * plain.size() * Sheets.LINE + 2 * INSIDE);
        row(heads, bold, sheets.tags().element("TR", element), "TH", true);
        for (List<String> row : table.rows()) {
            row(row, plain, heads);
        }
        if (!table.total().isEmpty()) {
            row(table.total(), bold, heads);
        }
    }

    private void row(List<String> texts, Lines lines, List<List<String>> heads) throws IOException {
        List<List<String>> cells = broken(texts, lines);
        if (sheets.room(height(cells, lines))) {
            row(heads, bold, null, "", true);
        }
        row(cells, lines, sheets.tags().element("TR", element), "TD", false);
    }

    private List<List<String>> broken(List<String> texts, Lines lines) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> lines.of(texts.get(column), widths[column] - 2 * INSIDE))
                .toList();
    }

    private static float height(List<List<String>> cells, Lines lines) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        return most * lines.size() * Sheets.LINE + 2 * INSIDE;
    }

    /** @param of the row in the structure; absent for titles that are repeated */
    private void row(
            List<List<String>> cells, Lines lines, @Nullable PDStructureElement of, String type, boolean centred)
            throws IOException {
        float top = sheets.down();
        float height = height(cells, lines);
        float left = Sheets.LEFT;
        sheets.across(left, top, Sheets.WIDTH);
        for (int column = 0; column < widths.length; column++) {
            sheets.downwards(left, top, height);
            cell(cells.get(column), lines, of == null ? null : cell(of, type), left, top + INSIDE, column, centred);
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
            float free = widths[column] - 2 * INSIDE - lines.wide(line);
            float at = left
                    + INSIDE
                    + (centred ? free / 2 : table.columns().get(column).number() ? free : 0);
            if (of == null) {
                sheets.artifact(lines, at, down, line);
            } else {
                sheets.text(of, lines, at, down, line);
            }
            down += lines.size() * Sheets.LINE;
        }
    }
}
