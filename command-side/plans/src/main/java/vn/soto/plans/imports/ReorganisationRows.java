package vn.soto.plans.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.unit.ReorganisationAction;
import vn.soto.domain.unit.ReorganisationRow;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.table.Column;
import vn.soto.plans.imports.table.InvalidCellException;

/** Collects the rows of a reorganisation, which become steps only as a whole; a row may have several findings. */
final class ReorganisationRows implements RowReader {

    private static final Map<ReorganisationAction, List<String>> NEEDED = Map.of(
            ReorganisationAction.ESTABLISH, List.of("unit", "kind", "name"),
            ReorganisationAction.REPARENT, List.of("unit", "parent"),
            ReorganisationAction.MERGE, List.of("unit", "successor"),
            ReorganisationAction.SPLIT, List.of("unit", "successor"),
            ReorganisationAction.ABOLISH, List.of("unit"),
            ReorganisationAction.RENAME, List.of("unit", "name"),
            ReorganisationAction.RETYPE, List.of("unit", "kind"),
            ReorganisationAction.RECODE, List.of("unit", "official_code"));
    private static final Map<ReorganisationAction, List<String>> POSSIBLE = Map.of(
            ReorganisationAction.ESTABLISH, List.of("official_code", "parent"),
            ReorganisationAction.REPARENT, List.of("name"));

    private final List<ReorganisationRow> rows = new ArrayList<>();
    private final Set<UnitId> doubtful = new HashSet<>();

    List<ReorganisationRow> rows() {
        return rows;
    }

    /** Units named by rows with a finding. */
    Set<UnitId> doubtful() {
        return doubtful;
    }

    @Override
    public List<Step> steps(Cells row) {
        Optional<ReorganisationAction> action = action(row);
        action.ifPresent(known -> checkCells(row, known));
        if (!row.surplus().isEmpty()) {
            row.fault(row.lastColumn(), "too-many-cells", row.lastColumn(), row.surplus());
        }
        Optional<UnitId> unit = id(row, "unit");
        Optional<UnitKind> kind = kind(row);
        Optional<UnitId> parent = id(row, "parent");
        Optional<UnitId> successor = id(row, "successor");
        if (row.faults().isEmpty() && action.isPresent() && unit.isPresent()) {
            rows.add(new ReorganisationRow(
                    row.row(),
                    action.get(),
                    unit.get(),
                    kind.isPresent() ? kind.get() : null,
                    text(row, "name"),
                    text(row, "official_code"),
                    parent.isPresent() ? parent.get() : null,
                    successor.isPresent() ? successor.get() : null));
        } else {
            unit.ifPresent(doubtful::add);
        }
        return List.of();
    }

    private static Optional<ReorganisationAction> action(Cells row) {
        return row.tried(() -> {
            String text = row.optional("action");
            return EnumSynonyms.ACTIONS
                    .find(text)
                    .orElseThrow(() -> new InvalidCellException(
                            "action",
                            "unknown-action",
                            EnumSynonyms.ACTIONS.nearest(text),
                            row.title("action"),
                            text,
                            EnumSynonyms.ACTIONS.values()));
        });
    }

    private static void checkCells(Cells row, ReorganisationAction action) {
        List<String> needed = NEEDED.getOrDefault(action, List.of());
        List<String> possible = POSSIBLE.getOrDefault(action, List.of());
        for (Column column : ImportKind.REORGANISATIONS.columns()) {
            String name = column.name();
            if (name.equals("action")) {
                continue;
            }
            if (needed.contains(name) && !row.has(name)) {
                add(row, name, "cell-is-needed", "");
            } else if (row.has(name) && !needed.contains(name) && !possible.contains(name)) {
                row.tried(() -> row.optional(name))
                        .ifPresent(value -> add(row, name, "cell-is-not-for-this-action", value));
            }
        }
    }

    private static Optional<UnitId> id(Cells row, String column) {
        return row.has(column)
                ? row.tried(() -> {
                    String text = row.optional(column);
                    try {
                        return new UnitId(text);
                    } catch (IllegalArgumentException e) {
                        throw new InvalidCellException(column, "not-an-id", null, row.title(column), text);
                    }
                })
                : Optional.empty();
    }

    private static Optional<UnitKind> kind(Cells row) {
        return row.has("kind")
                ? row.tried(() -> {
                    String text = row.optional("kind");
                    return EnumSynonyms.UNIT_KINDS
                            .find(text)
                            .orElseThrow(() -> new InvalidCellException(
                                    "kind",
                                    "unknown-kind",
                                    EnumSynonyms.UNIT_KINDS.nearest(text),
                                    row.title("kind"),
                                    text,
                                    EnumSynonyms.UNIT_KINDS.values()));
                })
                : Optional.empty();
    }

    private static @Nullable String text(Cells row, String column) {
        return row.has(column) ? row.tried(() -> row.optional(column)).orElse("") : null;
    }

    private static void add(Cells row, String column, String code, String value) {
        row.fault(column, code, row.title(column), value);
    }
}
