package vn.soto.plans.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.TextFolding;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.NameIndex;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.Cell;

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
        Optional<UnitId> given = row.has("unit") ? row.tried(() -> row.id("unit", UnitId::new)) : Optional.empty();
        Optional<UnitKind> kind = row.tried(() -> row.choice("kind", EnumSynonyms.UNIT_KINDS));
        Optional<String> name = row.tried(() -> row.text("name"));
        Optional<UnitId> above = row.has("parent")
                ? row.tried(() -> parents.find("parent", row.text("parent"), "").id())
                : Optional.empty();
        Optional<Instrument> instrument = row.instrument();
        Optional<LocalDate> from = row.tried(() -> row.day("effective_from"));
        Optional<Cell> code = row.tried(() -> row.cell("official_code"));
        if ((row.has("unit") && given.isEmpty())
                || (row.has("parent") && above.isEmpty())
                || kind.isEmpty()
                || name.isEmpty()) {
            return withoutStep(row, name);
        }
        UnitId parent = above.isPresent() ? above.get() : null;
        UnitId unit = given.orElseGet(() -> id(kind.get(), name.get(), parent));
        if (row.repeats(rows, unit, "unit")) {
            return List.of();
        }
        parents.add(UnitAndTeamIndex.entry(unit, kind.get(), name.get(), parent, units));
        known.latest().add(UnitAndTeamIndex.entry(unit, kind.get(), name.get(), parent, known.latest()));
        if (instrument.isEmpty() || from.isEmpty() || code.isEmpty()) {
            return withoutStep(row, name);
        }
        return List.of(new Step.Ready(
                row.row(),
                new EstablishUnit(
                        unit,
                        kind.get(),
                        name.get(),
                        code(code.get(), kind.get()),
                        parent,
                        instrument.get(),
                        from.get())));
    }

    private static List<Step> withoutStep(Cells row, Optional<String> name) {
        row.check("name", name, FreeText::checkName);
        return List.of();
    }

    /** The unit that has this kind and name in its parent last, if the ledger or an earlier row has it. */
    private UnitId id(UnitKind kind, String name, @Nullable UnitId parent) {
        String above = parent == null ? "" : parent.value();
        UnitId made = new UnitId(known.id(above, kind.name(), TextFolding.exact(name)));
        NameIndex<UnitId> latest = known.latest();
        return latest.sameAs(UnitAndTeamIndex.entry(made, kind, name, parent, latest))
                .orElse(made);
    }

    /** Restores the leading zeros that a spreadsheet dropped from a numeric code. */
    private static @Nullable String code(Cell cell, UnitKind kind) {
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
