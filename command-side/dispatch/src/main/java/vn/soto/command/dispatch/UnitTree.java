package vn.soto.command.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;

/** Which units ever lay in which, and which became part of which, read on from the last commit at each call. Thread-safe. */
final class UnitTree {

    private final Function<Long, List<Commit>> after;
    private final EventCodec codec;
    private final Map<UnitId, UnitState> units = new HashMap<>();
    private final Map<UnitId, Set<UnitId>> everIn = new HashMap<>();
    private long read;

    /** @param after commits about units after a number */
    UnitTree(Function<Long, List<Commit>> after, EventCodec codec) {
        this.after = after;
        this.codec = codec;
    }

    /** The unit, all that ever lay in it or became part of it, what ever lay in those or became part of them, and so on. */
    synchronized Set<UnitId> everIn(UnitId unit) {
        after.apply(read).forEach(this::add);
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

    synchronized boolean residential(UnitId unit) {
        UnitState known = units.get(unit);
        return known != null && known.now().kind().residential();
    }

    private void add(Commit commit) {
        commit.events().stream()
                .map(event -> codec.decode(event.type(), event.payload()))
                .forEach(this::add);
        read = commit.number();
    }

    private void add(DomainEvent event) {
        if (event instanceof UnitEvent of) {
            UnitState state = units.getOrDefault(of.unit(), UnitState.NONE).after(of);
            units.put(of.unit(), state);
            state.steps().stream().map(UnitStep::after).forEach(bearing -> {
                if (bearing.parent() != null) {
                    everIn.computeIfAbsent(bearing.parent(), parent -> new LinkedHashSet<>())
                            .add(of.unit());
                }
            });
        }
    }
}
