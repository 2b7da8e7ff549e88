package vn.soto.domain.team;

import static vn.soto.domain.team.TeamRule.COVERED_UNITS_ARE_RESIDENTIAL;
import static vn.soto.domain.team.TeamRule.TEAM_COVERS_SOME_UNIT;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/** The residential units that a team covers, by first day. */
final class CoverageHistory {

    private final NavigableMap<LocalDate, Set<UnitId>> since = new TreeMap<>();

    void from(LocalDate day, List<UnitId> units) {
        since.put(day, Set.copyOf(units));
    }

    /** Units of the latest change, even if its first day lies in the future. */
    Set<UnitId> latest() {
        return since.isEmpty() ? Set.of() : since.lastEntry().getValue();
    }

    /** Whether the team covered the unit on that day; before its first day, its first coverage applies. */
    boolean includes(UnitId unit, LocalDate day) {
        var entry = since.floorEntry(day);
        return (entry == null ? since.firstEntry() : entry).getValue().contains(unit);
    }

    LocalDate lastChange() {
        return since.isEmpty() ? LocalDate.MIN : since.lastKey();
    }

    static void check(Collection<UnitId> units, ReadOnlyAggregates consulted) {
        TEAM_COVERS_SOME_UNIT.require(!units.isEmpty());
        for (UnitId unit : units) {
            COVERED_UNITS_ARE_RESIDENTIAL.require(consulted.ask(Unit.class, unit, Unit::residential), unit.value());
        }
    }

    /** Units that are not in force on that day: abolished, or not established yet. */
    static List<UnitId> outdated(Collection<UnitId> units, LocalDate day, ReadOnlyAggregates consulted) {
        return units.stream()
                .distinct()
                .sorted()
                .filter(unit -> !consulted.ask(Unit.class, unit, found -> found.inForceOn(day)))
                .toList();
    }
}
