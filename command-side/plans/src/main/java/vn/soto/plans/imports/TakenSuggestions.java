package vn.soto.plans.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.soto.plans.imports.table.Cell;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Sheet;
import vn.soto.plans.imports.table.TableLine;

/**
 * The suggestions of one reading of a file that its sender takes. One that is taken for a cell is taken for each later row with the
 * same fault. That is the same text in the same column, with the same suggestion.
 */
final class TakenSuggestions {

    /** Between the items of a cell, and between a code and what is said of it. */
    private static final String EDGE = "\\s*[;|:=,]\\s*";

    private final Set<Upload.CellPlace> places;
    private final Set<TakenText> taken = new HashSet<>();

    TakenSuggestions(Set<Upload.CellPlace> places) {
        this.places = places;
    }

    private record TakenText(String column, Object text, String suggestion) {}

    /** The row with what is taken of these findings in place of what is in the file; the row itself if nothing is. */
    TableLine applied(TableLine line, List<Finding> findings, Sheet sheet) {
        TableLine replaced = line;
        for (Finding finding : places.isEmpty() ? List.<Finding>of() : findings) {
            String suggestion = finding.suggestion();
            String column = finding.column();
            if (suggestion != null && column != null && !finding.arguments().isEmpty()) {
                TakenText text = new TakenText(column, finding.arguments().getFirst(), suggestion);
                if (taken.contains(text) || places.contains(new Upload.CellPlace(line.row(), column))) {
                    taken.add(text);
                    replaced = sheet.with(replaced, column, cell -> replaced(cell, text));
                    if (column.equals("unit")) {
                        // The suggested name says in which commune.
                        replaced = sheet.with(replaced, "commune", cell -> Cell.EMPTY);
                    }
                }
            }
        }
        return replaced;
    }

    /** A cell may hold several items, of which one is meant; any other suggestion is the whole cell. */
    private static Cell replaced(Cell cell, TakenText taken) {
        Pattern item =
                Pattern.compile("(^|" + EDGE + ")" + Pattern.quote(taken.text.toString()) + "(?=$|" + EDGE + ")");
        Matcher found = item.matcher(cell.text());
        return Cell.of(
                found.find()
                        ? found.replaceAll(match -> Objects.requireNonNullElse(match.group(1), "")
                                + Matcher.quoteReplacement(taken.suggestion))
                        : taken.suggestion);
    }

    /** The row as it is read with what is taken: {@code read} is asked again only for a row in which something is. */
    Upload.UploadedRow read(TableLine line, Sheet sheet, Function<TableLine, Upload.UploadedRow> read) {
        Upload.UploadedRow row = read.apply(line);
        TableLine replaced = applied(line, row.findings(), sheet);
        return replaced.equals(line) ? row : read.apply(replaced);
    }
}
