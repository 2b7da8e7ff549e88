package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.COVERED_UNITS_ARE_RESIDENTIAL;
import static vn.soto.domain.team.TeamRule.TEAM_COVERS_SOME_UNIT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/** Which residential units a team covers from when on. */
final class CoverageHistory {

    private final NavigableMap<LocalDate, Set<UnitId>> since = new TreeMap<>();

    /** As decided last, whenever that holds from. */
    Set<UnitId> latest() {
        return since.isEmpty() ? Set.of() : since.lastEntry().getValue();
    }

    /** The units that the team covered on that day; on a day before the first, those it begins with. */
    Set<UnitId> on(LocalDate day) {
        var entry = since.floorEntry(day);
        return (entry == null ? since.firstEntry() : entry).getValue();
    }

    LocalDate lastChange() {
        return since.isEmpty() ? LocalDate.MIN : since.lastKey();
    }

    /** @param before units covered already; they may stay after their end, until the team is consolidated */
    static void check(Collection<UnitId> units, Set<UnitId> before, LocalDate from, ReadOnlyAggregates consulted) {
        TEAM_COVERS_SOME_UNIT.require(!units.isEmpty());
        for (UnitId unit : units) {
            COVERED_UNITS_ARE_RESIDENTIAL.require(consulted.ask(Unit.class, unit, Unit::residential), unit.value());
            if (!before.contains(unit)) {
                Unit.checkTakesNew(unit, from, consulted);
            }
        }
    }

    /** Those of the units that are not in force on that day: abolished, or not established yet. */
    static List<UnitId> outdated(Collection<UnitId> units, LocalDate day, ReadOnlyAggregates consulted) {
        return units.stream()
                .distinct()
                .sorted()
                .filter(unit -> !consulted.ask(Unit.class, unit, found -> found.inForceOn(day)))
                .toList();
    }

    void evolve(TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> since.put(formed.effectiveFrom(), Set.copyOf(formed.coverage()));
            case TeamCoverageChanged changed -> since.put(changed.effectiveFrom(), Set.copyOf(changed.coverage()));
            default -> {}
        }
    }
}
