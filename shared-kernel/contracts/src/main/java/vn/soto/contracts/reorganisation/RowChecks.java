package vn.soto.contracts.reorganisation;

import static vn.soto.contracts.reorganisation.RowError.Cause.DONE_TWICE;
import static vn.soto.contracts.reorganisation.RowError.Cause.ENDED_AND_CHANGED;
import static vn.soto.contracts.reorganisation.RowError.Cause.ENDED_IN_TWO_WAYS;
import static vn.soto.contracts.reorganisation.RowError.Cause.MERGED_INTO_SEVERAL;
import static vn.soto.contracts.reorganisation.RowError.Cause.REFERS_TO_AN_ENDED_UNIT;
import static vn.soto.contracts.reorganisation.RowError.Cause.SPLIT_INTO_ONE;
import static vn.soto.contracts.reorganisation.RowError.Cause.SUCCEEDS_ITSELF;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;

/** What must hold among the rows of one file, whatever units there are. */
final class RowChecks {

    private final List<RowError> errors = new ArrayList<>();
    private final Set<UnitId> ended = new HashSet<>();

    private RowChecks(List<Row> rows) {
        rows.stream().filter(row -> row.action().ends()).map(Row::unit).forEach(ended::add);
    }

    static List<RowError> of(List<Row> rows) {
        RowChecks checks = new RowChecks(rows);
        rows.stream()
                .collect(Collectors.groupingBy(Row::unit, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(checks::ofOneUnit);
        rows.forEach(checks::references);
        return checks.errors;
    }

    private void ofOneUnit(List<Row> rows) {
        Set<Object> done = new HashSet<>();
        for (Row row : rows) {
            if (!done.add(List.of(row.action(), String.valueOf(row.action().ends() ? row.successor() : "")))) {
                add(row, Column.ACTION, DONE_TWICE);
            }
        }
        List<Row> ends = rows.stream().filter(row -> row.action().ends()).toList();
        if (ends.isEmpty()) {
            return;
        }
        Row last = ends.getLast();
        if (rows.size() > ends.size()) {
            add(last, Column.ACTION, ENDED_AND_CHANGED);
        }
        Set<Action> ways = ends.stream().map(Row::action).collect(Collectors.toSet());
        long successors = ends.stream()
                .map(Row::successor)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (ways.size() > 1) {
            add(last, Column.ACTION, ENDED_IN_TWO_WAYS);
        } else if (last.action() == Action.MERGE && successors > 1) {
            add(last, Column.SUCCESSOR, MERGED_INTO_SEVERAL);
        } else if (last.action() == Action.SPLIT && successors < 2) {
            add(last, Column.SUCCESSOR, SPLIT_INTO_ONE);
        }
    }

    private void references(Row row) {
        if (row.unit().equals(row.successor())) {
            add(row, Column.SUCCESSOR, SUCCEEDS_ITSELF);
        } else if (row.successor() != null) {
            reference(row, Column.SUCCESSOR, row.successor());
        }
        if (row.parent() != null) {
            reference(row, Column.PARENT, row.parent());
        }
    }

    private void reference(Row row, Column column, UnitId unit) {
        if (ended.contains(unit)) {
            add(row, column, REFERS_TO_AN_ENDED_UNIT);
        }
    }

    private void add(Row row, Column column, RowError.Cause cause) {
        errors.add(new RowError(row.number(), column.header(), cause, value(row, column)));
    }

    private static String value(Row row, Column column) {
        @Nullable
        Object value = switch (column) {
            case ACTION -> row.action().name().toLowerCase(Locale.ROOT);
            case UNIT -> row.unit();
            case KIND -> row.kind();
            case NAME -> row.name();
            case OFFICIAL_CODE -> row.officialCode();
            case PARENT -> row.parent();
            case SUCCESSOR -> row.successor();
        };
        return value == null ? "" : value.toString();
    }
}
