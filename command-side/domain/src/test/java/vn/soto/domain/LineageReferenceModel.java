package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.unit.UnitCommand;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/** Reference model of successions between units of one tier that have no other changes. */
final class LineageReferenceModel {

    private final Map<UnitId, Line> lines = new HashMap<>();

    record End(UnitChange how, LocalDate day, List<UnitId> into) {}

    private static final class Line {
        final LocalDate began;
        final Map<UnitId, LocalDate> takenOver = new HashMap<>();

        @Nullable
        End end;

        boolean withdrawn;

        Line(LocalDate began) {
            this.began = began;
        }

        boolean isThereOn(LocalDate day) {
            return !withdrawn && !day.isBefore(began) && (end == null || day.isBefore(end.day));
        }

        boolean mayEndOn(LocalDate day) {
            return !withdrawn
                    && end == null
                    && Stream.concat(Stream.of(began), takenOver.values().stream())
                            .allMatch(day::isAfter);
        }
    }

    /** Whether a command is accepted. */
    boolean accepts(UnitCommand command) {
        return switch (command) {
            case EstablishUnit establish -> !lines.containsKey(establish.unit());
            case MergeUnits merge ->
                !merge.from().contains(merge.unit())
                        && isThere(merge.unit(), merge.effectiveFrom())
                        && merge.from().stream().allMatch(unit -> mayEnd(unit, merge.effectiveFrom()));
            case SplitUnit split ->
                Set.copyOf(split.into()).size() > 1
                        && !split.into().contains(split.unit())
                        && mayEnd(split.unit(), split.effectiveFrom())
                        && split.into().stream().allMatch(unit -> isThere(unit, split.effectiveFrom()));
            case AbolishUnit abolish -> mayEnd(abolish.unit(), abolish.effectiveFrom());
            case UndoUnitChange undo -> accepts(undo, lines.get(undo.unit()));
            default -> throw new IllegalArgumentException("not modelled: " + command);
        };
    }

    private static boolean accepts(UndoUnitChange undo, @Nullable Line line) {
        if (line == null || line.withdrawn) {
            return false;
        }
        return line.end == null
                ? undo.change() == UnitChange.ESTABLISHED
                        && undo.effectiveFrom().equals(line.began)
                        && line.takenOver.isEmpty()
                : undo.change() == line.end.how && undo.effectiveFrom().equals(line.end.day);
    }

    /** The change that an undo of the unit's latest change must name; for an unknown unit, a change it never had. */
    End latest(UnitId unit) {
        Line line = lines.get(unit);
        if (line == null) {
            return new End(UnitChange.RECODED, LocalDate.EPOCH, List.of());
        }
        return line.end == null ? new End(UnitChange.ESTABLISHED, line.began, List.of()) : line.end;
    }

    private boolean isThere(UnitId unit, LocalDate day) {
        Line line = lines.get(unit);
        return line != null && line.isThereOn(day);
    }

    private boolean mayEnd(UnitId unit, LocalDate day) {
        Line line = lines.get(unit);
        return line != null && line.mayEndOn(day);
    }

    /**
     * Applies the events of one commit; fails if a unit descends from itself or the two sides of a succession differ.
     */
    void commit(List<DomainEvent> events) {
        if (events.stream().noneMatch(UnitEvent.class::isInstance)) {
            return;
        }
        events.forEach(this::on);
        lines.forEach((unit, line) -> {
            if (line.end != null) {
                LocalDate day = line.end.day;
                assertThat(line.end.into)
                        .as("successors of %s", unit)
                        .allMatch(successor ->
                                day.equals(line(successor).takenOver.get(unit)))
                        .allMatch(successor -> line(successor).isThereOn(day));
            }
        });
        events.forEach(this::endsInNoCircle);
    }

    /** A circle that was not there before leads through a unit that has just ended. */
    private void endsInNoCircle(DomainEvent event) {
        if (event instanceof UnitEvent ended && (event instanceof UnitMerged || event instanceof UnitSplit)) {
            assertThat(descendants(ended.unit()))
                    .as("descendants of %s", ended.unit())
                    .doesNotContain(ended.unit());
        }
    }

    private void on(DomainEvent event) {
        switch (event) {
            case UnitEstablished established -> lines.put(established.unit(), new Line(established.effectiveFrom()));
            case UnitMerged merged ->
                end(merged.unit(), new End(UnitChange.MERGED, merged.effectiveFrom(), List.of(merged.into())));
            case UnitSplit split -> end(split.unit(), new End(UnitChange.SPLIT, split.effectiveFrom(), split.into()));
            case UnitAbolished abolished ->
                end(abolished.unit(), new End(UnitChange.ABOLISHED, abolished.effectiveFrom(), List.of()));
            case UnitTookOver took -> line(took.unit()).takenOver.put(took.from(), took.effectiveFrom());
            case UnitTakeOverUndone undone -> line(undone.unit()).takenOver.remove(undone.from());
            case UnitChangeUndone undone -> {
                line(undone.unit()).withdrawn = !undone.change().ends();
                line(undone.unit()).end = null;
            }
            default -> {}
        }
    }

    private void end(UnitId unit, End end) {
        assertThat(line(unit).end).as("end of %s", unit).isNull();
        line(unit).end = end;
    }

    private Line line(UnitId unit) {
        return Objects.requireNonNull(lines.get(unit));
    }

    private Set<UnitId> descendants(UnitId unit) {
        Set<UnitId> found = new HashSet<>();
        List<UnitId> next = new ArrayList<>(latest(unit).into);
        while (!next.isEmpty()) {
            UnitId one = next.removeLast();
            if (found.add(one)) {
                next.addAll(latest(one).into);
            }
        }
        return found;
    }
}
