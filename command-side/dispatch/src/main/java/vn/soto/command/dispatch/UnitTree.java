package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;

/** The states of all units, the units that ever lay in each or became part of it, and their ends. Thread-safe. */
final class UnitTree {

    private final Map<UnitId, UnitState> units = new HashMap<>();
    private final Map<UnitId, Set<UnitId>> everIn = new HashMap<>();
    private final Map<UnitId, Ending> endings = new HashMap<>();
    private final LedgerCatchUp ledger;

    UnitTree(TeamIndex index) {
        this.ledger = index.listed(Topic.UNITS, (event, commit) -> add((UnitEvent) event, commit.number()));
    }

    /** @param commit that says so */
    record Ending(List<UnitId> successors, long commit) {}

    /** This tree, with all commits that are listed. */
    synchronized UnitTree caughtUp() {
        ledger.catchUp();
        return this;
    }

    /** The unit, all that ever lay in it or became part of it, and so on for each of those. */
    synchronized Set<UnitId> everIn(UnitId unit) {
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

    /** The first day of the unit; empty if nobody has established it. */
    synchronized Optional<LocalDate> firstDay(UnitId unit) {
        return Optional.ofNullable(units.get(unit))
                .map(known -> known.steps().getFirst().from());
    }

    /** The units, without withdrawn ones, that lie in a unit on that day or later, or did last. */
    synchronized List<UnitId> unitsIn(Set<UnitId> parents, LocalDate day) {
        return units.entrySet().stream()
                .filter(unit -> !unit.getValue().withdrawn())
                .filter(unit -> parents(unit.getValue(), day).anyMatch(parents::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<UnitId> parents(UnitState unit, LocalDate day) {
        return Stream.concat(
                        Stream.of(day),
                        unit.steps().stream().map(UnitStep::from).filter(from -> from.isAfter(day)))
                .flatMap(from -> unit.parentOn(from).stream());
    }

    /** How the unit has ended; empty while it goes on, and without a successor. */
    synchronized Optional<Ending> ending(UnitId unit) {
        return Optional.ofNullable(endings.get(unit));
    }

    private void add(UnitEvent event, long commit) {
        UnitState state = units.getOrDefault(event.unit(), UnitState.NONE).after(event);
        units.put(event.unit(), state);
        state.steps().stream().map(UnitStep::after).forEach(bearing -> {
            if (bearing.parent() != null) {
                everIn.computeIfAbsent(bearing.parent(), parent -> new LinkedHashSet<>())
                        .add(event.unit());
            }
        });
        switch (event) {
            case UnitMerged merged -> endings.put(merged.unit(), new Ending(List.of(merged.into()), commit));
            case UnitSplit split -> endings.put(split.unit(), new Ending(split.into(), commit));
            case UnitChangeUndone undone when undone.change().ends() -> endings.remove(undone.unit());
            default -> {
                // ends nothing
            }
        }
    }
}
