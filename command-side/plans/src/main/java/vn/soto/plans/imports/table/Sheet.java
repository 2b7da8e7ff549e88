package vn.soto.plans.imports.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.domain.shared.TextFolding;

/** The positions of the columns in a file. */
public final class Sheet {

    /** The column of an annotated file; ignored when the file is read. */
    static final String NOTES = "Lỗi / Cách sửa";

    /** Length of a title that a report repeats. */
    private static final int LONGEST_TITLE = 100;

    private final Map<String, Integer> places;
    private final List<String> ignored;
    private final List<String> header;

    private Sheet(Map<String, Integer> places, List<String> ignored, List<String> header) {
        this.places = places;
        this.ignored = ignored;
        this.header = header;
    }

    /**
     * @throws InvalidFileException if a column is missing, occurs twice, or would hold personal data that is not kept
     */
    public static Sheet of(List<Column> columns, List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < header.size(); place++) {
            String title = header.get(place);
            String folded = TextFolding.plain(title);
            Column column = columns.stream()
                    .filter(candidate -> candidate.isCalled(folded))
                    .findFirst()
                    .orElse(null);
            if (column == null) {
                if (PersonalTitles.nameNumberOfAPerson(title)) {
                    throw new InvalidFileException("file-column-personal", title);
                }
                if (!title.isEmpty() && !title.equals(NOTES)) {
                    ignored.add(Excerpt.of(title, LONGEST_TITLE));
                }
            } else if (column.refused()) {
                throw new InvalidFileException("file-column-personal", title);
            } else if (places.put(column.name(), place) != null) {
                throw new InvalidFileException("file-column-twice", title);
            }
        }
        List<String> missing = columns.stream()
                .filter(column -> column.required() && !places.containsKey(column.name()))
                .map(Column::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidFileException(
                    "file-column-missing", String.join(", ", missing), String.join(", ", header));
        }
        return new Sheet(places, List.copyOf(ignored), header);
    }

    /** The header as it is in the file. */
    public List<String> header() {
        return header;
    }

    /** Titles of unknown columns. */
    public List<String> ignored() {
        return ignored;
    }

    public Cell cell(TableLine line, String column) {
        Integer place = places.get(column);
        return place == null ? Cell.EMPTY : line.cell(place);
    }

    /** The first non-empty cell beyond the header, or an empty one. */
    public Cell surplus(TableLine line) {
        return line.cells().stream()
                .skip(header.size())
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse(Cell.EMPTY);
    }
}
