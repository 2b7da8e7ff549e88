package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitState;

/** The names and parents of units on each day. */
final class UnitNames {

    private final Map<UnitId, UnitState> units = new LinkedHashMap<>();

    void on(UnitEvent event) {
        units.compute(event.unit(), (id, unit) -> (unit == null ? UnitState.NONE : unit).after(event));
    }

    /** The units whose contents count in the same unit as those of this one, after the successions by that day. */
    Set<UnitId> sameContents(UnitId unit, LocalDate day) {
        UnitLineage lineage = new UnitLineage(id -> Optional.ofNullable(units.get(id))
                .map(state -> state.linksOn(day))
                .orElse(UnitLineage.Links.NONE));
        return lineage.gathered(lineage.of(unit).unit());
    }

    /** The units under the names that they have on that day; of a unit that is not there yet, its first. */
    NameIndex<UnitId> directory(LocalDate day) {
        NameIndex<UnitId> directory = new NameIndex<>();
        units.keySet().forEach(unit -> add(unit, day, directory));
        return directory;
    }

    /** Adds the parent first, since an entry refers to it. */
    private void add(UnitId id, LocalDate day, NameIndex<UnitId> directory) {
        UnitState unit = units.get(id);
        if (unit == null || directory.byId(id.value()).isPresent()) {
            return;
        }
        UnitBearing then = unit.on(day).after();
        if (then.parent() != null) {
            add(then.parent(), day, directory);
        }
        NameIndex.Entry<UnitId> entry = UnitAndTeamIndex.entry(id, then.kind(), then.name(), then.parent(), directory);
        directory.add(unit.endedBy(day) ? entry.end() : entry);
    }
}
