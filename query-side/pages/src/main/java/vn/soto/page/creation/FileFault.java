package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.soto.page.Part;

/**
 * A fault that rows of a file have in common: the same text in the same column.
 *
 * @param title  of the column in the file
 * @param rows   numbers of the rows, in their order
 * @param column code name of the column
 * @param fix    the probable intended value; empty if nothing is near
 */
public record FileFault(String title, String cause, String fix, String column, List<String> rows) {

    /** A row that is like an earlier record is decided row by row. */
    private static final String AGAIN = "again";

    private static final int MOST_ROWS = 12;

    static List<FileFault> of(Part report) {
        Map<FileFault, List<String>> rows = new LinkedHashMap<>();
        for (Part fault : report.get("faults").items()) {
            String column = fault.get("column").text();
            FileFault same = new FileFault(
                    fault.get("title").optional().orElse(column),
                    fault.get("cause").text(),
                    column.equals(AGAIN) ? "" : fault.get("fix").text(),
                    column,
                    List.of());
            rows.computeIfAbsent(same, first -> new ArrayList<>())
                    .add(fault.get("row").text());
        }
        return rows.entrySet().stream()
                .map(each -> each.getKey().in(each.getValue()))
                .toList();
    }

    private FileFault in(List<String> rows) {
        return new FileFault(title, cause, fix, column, List.copyOf(rows));
    }

    public boolean hasFix() {
        return !fix.isEmpty();
    }

    /** The first of them; with its suggestion goes that of the others. */
    public String take() {
        return rows.getFirst() + "." + column;
    }

    /** The first rows, and that there are more. */
    public String where() {
        return String.join(", ", rows.subList(0, Math.min(MOST_ROWS, rows.size())))
                + (rows.size() > MOST_ROWS ? "…" : "");
    }
}
