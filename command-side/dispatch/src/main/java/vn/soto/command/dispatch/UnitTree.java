package vn.soto.command.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;

/**
 * The units that ever lay in each unit or became part of it, read on from the last commit at each call. Thread-safe.
 */
final class UnitTree {

    private final Map<UnitId, UnitState> units = new HashMap<>();
    private final Map<UnitId, Set<UnitId>> everIn = new HashMap<>();
    private final LedgerCatchUp ledger;

    UnitTree(TeamIndex index) {
        this.ledger = new LedgerCatchUp(
                read -> index.ofAllTeams(read, Topic.UNITS),
                index.codec(),
                stored -> UnitEvent.class.isAssignableFrom(index.codec().classOf(stored)),
                (event, commit) -> add((UnitEvent) event));
    }

    /** The unit, all that ever lay in it or became part of it, and so on for each of those. */
    synchronized Set<UnitId> everIn(UnitId unit) {
        ledger.catchUp();
        Set<UnitId> found = new LinkedHashSet<>(Set.of(unit));
        Deque<UnitId> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            UnitId next = open.remove();
            Set<UnitId> below = new TreeSet<>(everIn.getOrDefault(next, Set.of()));
            below.addAll(units.getOrDefault(next, UnitState.NONE).takenOver().keySet());
            below.stream().filter(found::add).forEach(open::add);
        }
        return found;
    }

    /** Whether the unit is residential, which no change ends. */
    synchronized boolean residential(UnitId unit) {
        UnitState known = units.get(unit);
        return known != null && known.now().kind().residential();
    }

    private void add(UnitEvent event) {
        UnitState state = units.getOrDefault(event.unit(), UnitState.NONE).after(event);
        units.put(event.unit(), state);
        state.steps().stream().map(UnitStep::after).forEach(bearing -> {
            if (bearing.parent() != null) {
                everIn.computeIfAbsent(bearing.parent(), parent -> new LinkedHashSet<>())
                        .add(event.unit());
            }
        });
    }
}
