package vn.soto.query.reorganisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.reorganisation.Action;
import vn.soto.contracts.reorganisation.Column;
import vn.soto.contracts.reorganisation.ReorganisationFile;
import vn.soto.contracts.reorganisation.Row;
import vn.soto.contracts.reorganisation.RowError;
import vn.soto.contracts.reorganisation.RowError.Cause;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.unit.UnitOnDay;

/** What is wrong with a file, by itself and against the units there are. Rules of each command are asked when it is sent. */
final class Problems {

    private final ReorganisationFile file;
    private final Map<String, UnitOnDay> known;
    private final Locale language;
    private final Set<UnitId> established;

    Problems(ReorganisationFile file, Map<String, UnitOnDay> known, Locale language) {
        this.file = file;
        this.known = known;
        this.language = language;
        this.established = file.rows().stream()
                .filter(row -> row.action() == Action.ESTABLISH)
                .map(Row::unit)
                .collect(Collectors.toSet());
    }

    List<Preview.RowError> all() {
        return Stream.concat(file.errors().stream(), file.rows().stream().flatMap(row -> against(row).stream()))
                .map(error -> new Preview.RowError(
                        error.row(), error.column(), error.cause().name(), error.value(), error.text(language)))
                .toList();
    }

    private List<RowError> against(Row row) {
        List<RowError> errors = new ArrayList<>();
        if (row.action() == Action.ESTABLISH) {
            if (known.containsKey(row.unit().value())) {
                errors.add(error(row, Column.UNIT, Cause.EXISTS_ALREADY, row.unit()));
            }
        } else {
            check(row, Column.UNIT, row.unit(), errors);
        }
        check(row, Column.PARENT, row.parent(), errors);
        check(row, Column.SUCCESSOR, row.successor(), errors);
        return errors;
    }

    private void check(Row row, Column column, @Nullable UnitId unit, List<RowError> errors) {
        if (unit == null || established.contains(unit)) {
            return;
        }
        UnitOnDay found = known.get(unit.value());
        if (found == null) {
            errors.add(error(row, column, Cause.UNKNOWN_UNIT, unit));
        } else if (found.status() == UnitOnDay.Status.ENDED || found.status() == UnitOnDay.Status.WITHDRAWN) {
            errors.add(error(row, column, Cause.ENDED_BEFORE, unit));
        }
    }

    private static RowError error(Row row, Column column, Cause cause, UnitId unit) {
        return new RowError(row.number(), column.header(), cause, unit.value());
    }
}
