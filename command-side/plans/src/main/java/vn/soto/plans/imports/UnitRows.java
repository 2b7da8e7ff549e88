package vn.soto.plans.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.TextFolding;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.NameIndex;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.Cell;
import vn.soto.plans.imports.table.InvalidCellException;

/** Rows of units; a parent may be a unit of an earlier row. */
final class UnitRows implements RowReader {

    private final UnitAndTeamIndex.Known known;
    private final NameIndex<UnitId> units;
    private final Lookup<UnitId> parents;
    private final Map<UnitId, Integer> rows = new HashMap<>();

    UnitRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.units = known.units();
        this.parents = new Lookup<>(units, "unit", false);
    }

    @Override
    public List<Step> steps(Cells row) {
        Optional<UnitId> given = row.has("unit") ? Optional.of(row.id("unit", UnitId::new)) : Optional.empty();
        UnitKind kind = row.choice("kind", EnumSynonyms.UNIT_KINDS);
        String name = row.text("name");
        UnitId parent = row.has("parent")
                ? parents.find("parent", row.text("parent"), "").id()
                : null;
        UnitId unit = given.orElseGet(
                () -> new UnitId(known.id(parent == null ? "" : parent.value(), kind.name(), TextFolding.exact(name))));
        EstablishUnit command = new EstablishUnit(
                unit, kind, name, code(row, kind), parent, row.instrument(), row.day("effective_from"));
        Integer before = rows.putIfAbsent(unit, row.row());
        if (before != null) {
            throw new InvalidCellException("unit", "row-repeats-row", null, before);
        }
        parents.add(UnitAndTeamIndex.entry(unit, kind, name, parent, units));
        return List.of(new Step.Ready(row.row(), command));
    }

    /** Restores the leading zeros that a spreadsheet dropped from a numeric code. */
    private static @Nullable String code(Cells row, UnitKind kind) {
        Cell cell = row.cell("official_code");
        if (cell.isEmpty()) {
            return null;
        }
        int digits = switch (kind) {
            case PROVINCE, MUNICIPALITY -> 2;
            case CITY, TOWN, DISTRICT -> 3;
            case WARD, COMMUNE, TOWNSHIP, SPECIAL_ZONE -> 5;
            case NEIGHBOURHOOD, HAMLET, VILLAGE, RESIDENTIAL_GROUP -> 0;
        };
        String text = cell.text();
        return cell.number() != null && text.length() < digits ? "0".repeat(digits - text.length()) + text : text;
    }
}
