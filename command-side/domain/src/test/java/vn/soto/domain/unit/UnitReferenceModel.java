package vn.soto.domain.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameReleased;

/** Reference model of units after each commit; fails at the first event that breaks an invariant. */
final class UnitReferenceModel {

    final Map<UnitId, LocalDate> started = new HashMap<>();
    final Map<UnitId, LocalDate> ended = new HashMap<>();
    final Map<UnitId, List<UnitId>> successors = new HashMap<>();
    final Map<UnitId, Set<UnitId>> takenOver = new HashMap<>();
    final Map<String, UnitId> holders = new HashMap<>();

    void commit(List<DomainEvent> events) {
        if (!events.isEmpty()) {
            events.forEach(this::on);
            checkLineage();
        }
    }

    private void on(DomainEvent event) {
        switch (event) {
            case UnitEstablished e -> started.put(e.unit(), e.effectiveFrom());
            case UnitMerged e -> end(e.unit(), e.effectiveFrom(), List.of(e.into()));
            case UnitSplit e -> end(e.unit(), e.effectiveFrom(), e.into());
            case UnitAbolished e -> end(e.unit(), e.effectiveFrom(), List.of());
            case UnitTookOver e ->
                assertThat(takenOver
                                .computeIfAbsent(e.unit(), u -> new HashSet<>())
                                .add(e.from()))
                        .isTrue();
            case UnitTakeOverUndone e ->
                assertThat(takenOver.getOrDefault(e.unit(), Set.of()).remove(e.from()))
                        .isTrue();
            case UnitChangeUndone e -> {
                if (e.change().ends()) {
                    ended.remove(e.unit());
                    successors.remove(e.unit());
                }
            }
            case UnitNameClaimed e ->
                assertThat(holders.put(e.parent() + "/" + e.name(), e.unit())).isNull();
            case UnitNameReleased e -> holders.remove(e.parent() + "/" + e.name(), e.unit());
            default -> {}
        }
    }

    private void end(UnitId unit, LocalDate day, List<UnitId> into) {
        assertThat(ended.put(unit, day)).as("%s ends once", unit).isNull();
        successors.put(unit, into);
    }

    /**
     * Checks that each unit ends before its successors, that both sides of a succession agree, and that lineage has no
     * cycle.
     */
    private void checkLineage() {
        successors.forEach((unit, into) -> into.forEach(successor -> {
            LocalDate day = ended.getOrDefault(unit, LocalDate.MAX);
            assertThat(day).isAfterOrEqualTo(started.getOrDefault(successor, LocalDate.MAX));
            assertThat(day).isBefore(ended.getOrDefault(successor, LocalDate.MAX));
            assertThat(takenOver.getOrDefault(successor, Set.of())).contains(unit);
        }));
        takenOver.forEach((unit, from) -> from.forEach(
                each -> assertThat(successors.getOrDefault(each, List.of())).contains(unit)));
        successors.keySet().forEach(this::checkNoCycle);
    }

    private void checkNoCycle(UnitId start) {
        Deque<UnitId> next = new ArrayDeque<>(successors.getOrDefault(start, List.of()));
        Set<UnitId> seen = new HashSet<>();
        while (!next.isEmpty()) {
            UnitId unit = next.removeFirst();
            assertThat(unit).as("successor of %s", start).isNotEqualTo(start);
            if (seen.add(unit)) {
                next.addAll(successors.getOrDefault(unit, List.of()));
            }
        }
    }
}
