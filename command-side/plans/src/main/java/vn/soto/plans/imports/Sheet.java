package vn.soto.plans.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which column of a file stands where. */
final class Sheet {

    /** Written by us when a file is sent back; not read. */
    static final String NOTES = "Lỗi / Cách sửa";

    private final Map<String, Integer> places;
    private final List<String> ignored;

    private Sheet(Map<String, Integer> places, List<String> ignored) {
        this.places = places;
        this.ignored = ignored;
    }

    /** @throws InvalidFileException if a column is missing, stands twice, or would hold personal data that is not kept */
    static Sheet of(ImportKind kind, List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < header.size(); place++) {
            String title = header.get(place);
            Column column = kind.columns().stream()
                    .filter(candidate -> candidate.isCalled(title))
                    .findFirst()
                    .orElse(null);
            if (column == null) {
                if (!title.isEmpty() && !title.equals(NOTES)) {
                    ignored.add(title);
                }
            } else if (column.refused()) {
                throw new InvalidFileException("file-column-personal", title);
            } else if (places.put(column.name(), place) != null) {
                throw new InvalidFileException("file-column-twice", title);
            }
        }
        List<String> missing = kind.columns().stream()
                .filter(column -> column.required() && !places.containsKey(column.name()))
                .map(Column::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidFileException(
                    "file-column-missing", String.join(", ", missing), String.join(", ", header));
        }
        return new Sheet(places, List.copyOf(ignored));
    }

    /** Titles of columns nobody reads. */
    List<String> ignored() {
        return ignored;
    }

    Cell cell(TableLine line, String column) {
        Integer place = places.get(column);
        return place == null ? Cell.EMPTY : line.cell(place);
    }
}
