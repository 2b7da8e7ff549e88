package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitSuccession;

/** The successions of units as events tell them; the events of each unit are read once, when it is first asked for. */
final class LedgerUnits {

    private final Function<String, List<UnitEvent>> events;
    private final Map<UnitId, UnitSuccession> read = new HashMap<>();

    /** @param events of the unit with an id, in order; none if it is unknown */
    LedgerUnits(Function<String, List<UnitEvent>> events) {
        this.events = events;
    }

    UnitLineage lineage(LocalDate day) {
        return new UnitLineage(unit -> read.computeIfAbsent(unit, id -> UnitSuccession.of(events.apply(id.value())))
                .linksOn(day));
    }
}
