package vn.soto.plans.imports.lookup;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitState;

/** The names and parents of units after their latest changes. */
final class UnitNames {

    private final Map<UnitId, UnitState> units = new LinkedHashMap<>();

    void on(UnitEvent event) {
        units.compute(event.unit(), (id, unit) -> (unit == null ? UnitState.NONE : unit).after(event));
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
