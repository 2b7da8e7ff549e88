package vn.soto.plans.imports.lookup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/** What units are called and where they lie after their latest changes; one change may be undone after another. */
final class UnitNames {

    private final Map<UnitId, Deque<Bearing>> units = new LinkedHashMap<>();

    private record Bearing(
            UnitKind kind, String name, @Nullable UnitId parent, boolean ended) {

        Bearing end() {
            return new Bearing(kind, name, parent, true);
        }
    }

    void on(UnitEvent event) {
        Deque<Bearing> changes = units.computeIfAbsent(event.unit(), unit -> new ArrayDeque<>());
        switch (event) {
            case UnitEstablished it -> changes.push(new Bearing(it.kind(), it.name(), it.parent(), false));
            case UnitRenamed it -> {
                Bearing now = changes.element();
                changes.push(new Bearing(now.kind, it.name(), now.parent, false));
            }
            case UnitRecoded it -> changes.push(changes.element());
            case UnitRetyped it -> {
                Bearing now = changes.element();
                changes.push(new Bearing(it.kind(), now.name, now.parent, false));
            }
            case UnitReparented it -> {
                Bearing now = changes.element();
                changes.push(new Bearing(now.kind, it.name() == null ? now.name : it.name(), it.parent(), false));
            }
            case UnitMerged it -> changes.push(changes.element().end());
            case UnitSplit it -> changes.push(changes.element().end());
            case UnitAbolished it -> changes.push(changes.element().end());
            case UnitChangeUndone it -> undo(changes);
            case UnitTookOver it -> {}
            case UnitTakeOverUndone it -> {}
        }
    }

    /** Undone to the last, the unit is withdrawn. */
    private static void undo(Deque<Bearing> changes) {
        Bearing undone = changes.pop();
        if (changes.isEmpty()) {
            changes.push(undone.end());
        }
    }

    NameIndex<UnitId> directory() {
        NameIndex<UnitId> directory = new NameIndex<>();
        units.keySet().forEach(unit -> add(unit, directory));
        return directory;
    }

    /** After what it lies in, which its entry names. */
    private void add(UnitId unit, NameIndex<UnitId> directory) {
        Deque<Bearing> changes = units.get(unit);
        if (changes == null || directory.byId(unit.value()).isPresent()) {
            return;
        }
        Bearing now = changes.element();
        if (now.parent != null) {
            add(now.parent, directory);
        }
        NameIndex.Entry<UnitId> entry = UnitAndTeamIndex.entry(unit, now.kind, now.name, now.parent, directory);
        directory.add(now.ended ? entry.end() : entry);
    }
}
