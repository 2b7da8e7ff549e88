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

/** The names and parents of units after their latest changes. */
final class UnitNames {

    private final Map<UnitId, UnitState> units = new LinkedHashMap<>();

    void on(UnitEvent event) {
        units.compute(event.unit(), (id, unit) -> (unit == null ? UnitState.NONE : unit).after(event));
    }

    /** The units whose contents count in the same unit as those of this one, after all successions. */
    Set<UnitId> sameContents(UnitId unit) {
        UnitLineage lineage = new UnitLineage(id -> Optional.ofNullable(units.get(id))
                .map(state -> state.linksOn(LocalDate.MAX))
                .orElse(UnitLineage.Links.NONE));
        return lineage.gathered(lineage.of(unit).unit());
    }

    NameIndex<UnitId> directory() {
        NameIndex<UnitId> directory = new NameIndex<>();
        units.keySet().forEach(unit -> add(unit, directory));
        return directory;
    }

    /** Adds the parent first, since an entry refers to it. */
    private void add(UnitId id, NameIndex<UnitId> directory) {
        UnitState unit = units.get(id);
        if (unit == null || directory.byId(id.value()).isPresent()) {
            return;
        }
        UnitBearing now = unit.now();
        if (now.parent() != null) {
            add(now.parent(), directory);
        }
        NameIndex.Entry<UnitId> entry = UnitAndTeamIndex.entry(id, now.kind(), now.name(), now.parent(), directory);
        directory.add(unit.withdrawn() || unit.ended().isPresent() ? entry.end() : entry);
    }
}
