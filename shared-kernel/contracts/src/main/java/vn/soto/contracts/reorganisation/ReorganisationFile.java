package vn.soto.contracts.reorganisation;

import static vn.soto.contracts.reorganisation.RowError.Cause.CELL_IS_NEEDED;
import static vn.soto.contracts.reorganisation.RowError.Cause.CELL_IS_NOT_FOR_THIS_ACTION;
import static vn.soto.contracts.reorganisation.RowError.Cause.COLUMN_IS_MISSING;
import static vn.soto.contracts.reorganisation.RowError.Cause.COLUMN_IS_UNKNOWN;
import static vn.soto.contracts.reorganisation.RowError.Cause.FILE_IS_NOT_CSV;
import static vn.soto.contracts.reorganisation.RowError.Cause.NOT_AN_ID;
import static vn.soto.contracts.reorganisation.RowError.Cause.NO_ROWS;
import static vn.soto.contracts.reorganisation.RowError.Cause.TOO_MANY_CELLS;
import static vn.soto.contracts.reorganisation.RowError.Cause.UNKNOWN_ACTION;
import static vn.soto.contracts.reorganisation.RowError.Cause.UNKNOWN_KIND;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * A reorganisation of units as people write it down. CSV in UTF-8 with a header; {@code action} and {@code unit} are
 * needed in every row, the other columns as {@link Action} says:
 *
 * <pre>
 * action,unit,kind,name,official_code,parent,successor
 * establish,hcm-002,ward,Thủ Dầu Một,25747,hcm-001,
 * reparent,kp-17,,Khu phố 17,,hcm-002,
 * merge,bd-013,,,,,hcm-002
 * split,bd-011,,,,,hcm-002
 * split,bd-011,,,,,hcm-003
 * abolish,bd-002,,,,,
 * </pre>
 *
 * <p>The instrument and the day on which it takes effect are one for the whole file and stand beside it. Units are named
 * by our own ids, never by codes, which change hands. Where a unit is split, what lies in it stays there unless a row
 * moves it: nothing is guessed.
 *
 * @param rows   those understood, in the order of the file
 * @param errors why others are not, and what is wrong among the rows; nothing is carried out while there are any
 */
public record ReorganisationFile(List<Row> rows, List<RowError> errors) {

    public ReorganisationFile {
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }

    public static ReorganisationFile read(String csv) {
        List<List<String>> lines;
        try {
            lines = Csv.lines(csv);
        } catch (IllegalArgumentException e) {
            return failed(new RowError(0, "", FILE_IS_NOT_CSV, ""));
        }
        if (lines.size() < 2) {
            return failed(new RowError(0, "", NO_ROWS, ""));
        }
        List<RowError> header = headerErrors(lines.getFirst());
        return header.isEmpty() ? read(lines.getFirst(), lines.subList(1, lines.size())) : failed(header);
    }

    private static ReorganisationFile failed(RowError error) {
        return failed(List.of(error));
    }

    private static ReorganisationFile failed(List<RowError> errors) {
        return new ReorganisationFile(List.of(), errors);
    }

    private static List<RowError> headerErrors(List<String> header) {
        return Stream.concat(
                        Stream.of(Column.ACTION, Column.UNIT)
                                .map(Column::header)
                                .filter(name -> !header.contains(name))
                                .map(name -> new RowError(0, name, COLUMN_IS_MISSING, "")),
                        header.stream()
                                .filter(name -> Column.named(name).isEmpty())
                                .map(name -> new RowError(0, name, COLUMN_IS_UNKNOWN, "")))
                .toList();
    }

    private static ReorganisationFile read(List<String> header, List<List<String>> lines) {
        List<Row> rows = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            new Line(number, header, lines.get(number - 1), errors).read().ifPresent(rows::add);
        }
        errors.addAll(RowChecks.of(rows));
        return new ReorganisationFile(rows, errors);
    }

    /** A line being read; what is wrong with it is added to the errors. */
    private static final class Line {

        private final int number;
        private final Map<Column, String> cells = new EnumMap<>(Column.class);
        private final List<RowError> errors;
        private final int before;

        Line(int number, List<String> header, List<String> values, List<RowError> errors) {
            this.number = number;
            this.errors = errors;
            this.before = errors.size();
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                if (i < header.size()) {
                    Column.named(header.get(i)).ifPresent(column -> cells.put(column, value));
                } else if (!value.isEmpty()) {
                    errors.add(new RowError(number, header.getLast(), TOO_MANY_CELLS, value));
                }
            }
        }

        Optional<Row> read() {
            Optional<Action> action = Action.named(text(Column.ACTION));
            action.ifPresentOrElse(this::checkCells, () -> add(Column.ACTION, UNKNOWN_ACTION));
            Optional<UnitId> unit = id(Column.UNIT);
            Optional<UnitKind> kind = kind();
            Optional<UnitId> parent = id(Column.PARENT);
            Optional<UnitId> successor = id(Column.SUCCESSOR);
            if (errors.size() > before || action.isEmpty() || unit.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Row(
                    number,
                    action.get(),
                    unit.get(),
                    kind.isPresent() ? kind.get() : null,
                    nonEmpty(Text.normalised(text(Column.NAME))),
                    nonEmpty(text(Column.OFFICIAL_CODE)),
                    parent.isPresent() ? parent.get() : null,
                    successor.isPresent() ? successor.get() : null));
        }

        private void checkCells(Action action) {
            Arrays.stream(Column.values()).forEach(column -> {
                if (text(column).isEmpty() && action.needs(column)) {
                    add(column, CELL_IS_NEEDED);
                } else if (!text(column).isEmpty() && !action.takes(column)) {
                    add(column, CELL_IS_NOT_FOR_THIS_ACTION);
                }
            });
        }

        private Optional<UnitId> id(Column column) {
            if (text(column).isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new UnitId(text(column)));
            } catch (IllegalArgumentException e) {
                add(column, NOT_AN_ID);
                return Optional.empty();
            }
        }

        private Optional<UnitKind> kind() {
            String text = text(Column.KIND);
            Optional<UnitKind> kind = Arrays.stream(UnitKind.values())
                    .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst();
            if (kind.isEmpty() && !text.isEmpty()) {
                add(Column.KIND, UNKNOWN_KIND);
            }
            return kind;
        }

        private String text(Column column) {
            return cells.getOrDefault(column, "");
        }

        private static @Nullable String nonEmpty(String text) {
            return text.isEmpty() ? null : text;
        }

        private void add(Column column, RowError.Cause cause) {
            errors.add(new RowError(number, column.header(), cause, text(column)));
        }
    }
}
