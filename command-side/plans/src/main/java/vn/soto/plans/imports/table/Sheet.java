package vn.soto.plans.imports.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.soto.domain.shared.TextFolding;

/** The positions of the columns in a file. */
public final class Sheet {

    /** The column of an annotated file; ignored when the file is read. */
    static final String NOTES = "Lỗi / Cách sửa";

    /** Length of a title that a report repeats. */
    private static final int LONGEST_TITLE = 100;

    private final List<Column> columns;
    private final Map<String, Integer> places;
    private final List<String> ignored;
    private final List<String> header;
    private final SortedSet<Integer> untitled = new TreeSet<>();

    private Sheet(List<Column> columns, Map<String, Integer> places, List<String> ignored, List<String> header) {
        this.columns = columns;
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
            } else if (column.holds() == Column.Personal.REFUSED) {
                throw new InvalidFileException("file-column-personal", title);
            } else if (places.put(column.name(), place) != null) {
                throw new InvalidFileException("file-column-twice", title);
            }
        }
        String missing = columns.stream()
                .filter(column -> column.required() && !places.containsKey(column.name()))
                .map(Column::title)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw ignored.isEmpty()
                    ? new InvalidFileException("file-column-missing", missing, String.join(", ", header))
                    : new InvalidFileException("file-column-missing-or-unknown", missing, String.join(", ", ignored));
        }
        return new Sheet(columns, places, List.copyOf(ignored), header);
    }

    /** The header as it is in the file. */
    public List<String> header() {
        return header;
    }

    /** Titles of unknown columns. */
    public List<String> ignored() {
        return ignored;
    }

    /** Letters of the columns without a title that had content in the rows looked at. */
    public List<String> untitled() {
        return untitled.stream()
                .map(place -> new TablePlace("", 1, place + 1).letters())
                .toList();
    }

    /** Notes the cells of a row for which there is no title. */
    public void look(TableLine line) {
        for (int place = 0; place < line.cells().size(); place++) {
            boolean hasTitle = place < header.size() && !header.get(place).isEmpty();
            if (!hasTitle && !line.cells().get(place).isEmpty()) {
                untitled.add(place);
            }
        }
    }

    /** The title of a column as it is in the file; the usual one if the file does not have the column. */
    public String title(String column) {
        Integer place = places.get(column);
        return place != null
                ? Excerpt.of(header.get(place), LONGEST_TITLE)
                : columns.stream()
                        .filter(candidate -> candidate.name().equals(column))
                        .findFirst()
                        .map(Column::title)
                        .orElse(column);
    }

    public Cell cell(TableLine line, String column) {
        Integer place = places.get(column);
        return place == null ? Cell.EMPTY : line.cell(place);
    }

    /** The row with another cell in a column that the file has. */
    public TableLine with(TableLine line, String column, UnaryOperator<Cell> changed) {
        Integer place = places.get(column);
        return place == null ? line : line.with(place, changed.apply(line.cell(place)));
    }

    /** The places of the columns that the file has and that mean something, by name. */
    public SequencedMap<String, Integer> places() {
        SequencedMap<String, Integer> known = new LinkedHashMap<>();
        columns.stream()
                .map(Column::name)
                .filter(places::containsKey)
                .forEach(name -> known.put(name, places.get(name)));
        return known;
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
