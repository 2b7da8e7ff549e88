package vn.soto.contracts.unit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;

/**
 * A unit after an event: what it was from which day on, whom it took over, and who succeeded it.
 *
 * @param steps     changes that count, in order of their days; of a withdrawn unit, that it was established
 * @param takenOver units that ended in it, with the first day on which they are no more
 * @param withdrawn whether it was established by mistake
 */
public record UnitState(List<UnitStep> steps, Map<UnitId, LocalDate> takenOver, boolean withdrawn) {

    /** Of a unit of which nothing is known yet. */
    public static final UnitState NONE = new UnitState(List.of(), Map.of(), false);

    public UnitState {
        steps = List.copyOf(steps);
        takenOver = Map.copyOf(takenOver);
    }

    /** The unit once the event has happened to it as well. */
    public UnitState after(UnitEvent event) {
        return switch (event) {
            case UnitChangeUndone _ -> undone();
            case UnitTookOver it -> withTakenOver(it.from(), Optional.of(it.effectiveFrom()));
            case UnitTakeOverUndone it -> withTakenOver(it.from(), Optional.empty());
            default ->
                UnitStep.of(event, steps.isEmpty() ? null : now())
                        .map(this::with)
                        .orElse(this);
        };
    }

    private UnitState with(UnitStep step) {
        return new UnitState(Stream.concat(steps.stream(), Stream.of(step)).toList(), takenOver, withdrawn);
    }

    /** Without its latest change; without any, it is withdrawn. */
    private UnitState undone() {
        return steps.size() == 1
                ? new UnitState(steps, takenOver, true)
                : new UnitState(steps.subList(0, steps.size() - 1), takenOver, false);
    }

    private UnitState withTakenOver(UnitId unit, Optional<LocalDate> day) {
        Map<UnitId, LocalDate> changed = new HashMap<>(takenOver);
        day.ifPresentOrElse(known -> changed.put(unit, known), () -> changed.remove(unit));
        return new UnitState(steps, changed, withdrawn);
    }

    public UnitStep latest() {
        return steps.getLast();
    }

    /** After the latest change; of a unit that has ended, as it last was. */
    public UnitBearing now() {
        return latest().after();
    }

    /** First day on which it is no more. */
    public Optional<LocalDate> ended() {
        return Optional.of(latest()).filter(step -> step.change().ends()).map(UnitStep::from);
    }

    /** Whether it is no more on that day, or never was. */
    public boolean endedBy(LocalDate day) {
        return withdrawn || ended().filter(end -> !day.isBefore(end)).isPresent();
    }

    public boolean inForceOn(LocalDate day) {
        return !endedBy(day) && !day.isBefore(steps.getFirst().from());
    }

    /** The latest day on which something happened to it. */
    public LocalDate latestDay() {
        return Stream.concat(Stream.of(latest().from()), takenOver.values().stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
