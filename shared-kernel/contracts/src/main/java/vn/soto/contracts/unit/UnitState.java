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
 * State of a unit after an event: its changes by day, the units it took over, and its successors.
 *
 * @param changes   valid changes; a withdrawn unit keeps its establishment
 * @param takenOver units that this one succeeded, with the first day after their end
 * @param withdrawn whether it was established by mistake
 */
public record UnitState(UnitChanges<UnitStep> changes, Map<UnitId, LocalDate> takenOver, boolean withdrawn) {

    /** State of a unit before its first event. */
    public static final UnitState NONE = new UnitState(UnitChanges.none(), Map.of(), false);

    public UnitState {
        takenOver = Map.copyOf(takenOver);
    }

    /** State after the next event. */
    public UnitState after(UnitEvent event) {
        return switch (event) {
            case UnitChangeUndone _ -> undone();
            case UnitTookOver tookOver -> withTakenOver(tookOver.from(), Optional.of(tookOver.effectiveFrom()));
            case UnitTakeOverUndone undone -> withTakenOver(undone.from(), Optional.empty());
            default ->
                UnitStep.of(
                                event,
                                steps().isEmpty()
                                        ? null
                                        : on(event.effectiveFrom()).after())
                        .map(this::with)
                        .orElse(this);
        };
    }

    private UnitState with(UnitStep step) {
        return new UnitState(changes.with(step), takenOver, withdrawn);
    }

    /** Removes the latest change; a unit whose only change is its establishment is withdrawn. */
    private UnitState undone() {
        return steps().size() == 1
                ? new UnitState(changes, takenOver, true)
                : new UnitState(changes.withoutLast(), takenOver, false);
    }

    private UnitState withTakenOver(UnitId unit, Optional<LocalDate> day) {
        Map<UnitId, LocalDate> changed = new HashMap<>(takenOver);
        day.ifPresentOrElse(known -> changed.put(unit, known), () -> changed.remove(unit));
        return new UnitState(changes, changed, withdrawn);
    }

    /** The change whose day is the last, even if that day is to come. */
    public UnitStep latest() {
        return steps().getLast();
    }

    /** The latest change by a day; before the unit's first day its establishment. */
    public UnitStep on(LocalDate day) {
        return changes.on(day).orElseThrow();
    }

    /** The valid changes in order of their days. */
    public List<UnitStep> steps() {
        return changes.all();
    }

    /** Attributes after the latest change; for a unit that has ended, its last ones. */
    public UnitBearing now() {
        return latest().after();
    }

    /** First day after its end. */
    public Optional<LocalDate> ended() {
        return Optional.of(latest()).filter(step -> step.change().ends()).map(UnitStep::from);
    }

    /** The unit in which it lies on that day; before its first day that of its establishment, after its end the last. */
    public Optional<UnitId> parentOn(LocalDate day) {
        return Optional.ofNullable(on(day).after().parent());
    }

    /** Whether the unit has ended by that day or is withdrawn. */
    public boolean endedBy(LocalDate day) {
        return withdrawn || ended().filter(end -> !day.isBefore(end)).isPresent();
    }

    public boolean inForceOn(LocalDate day) {
        return !endedBy(day) && !day.isBefore(steps().getFirst().from());
    }

    /** The stage that decides which commands are possible. */
    public UnitStage stage() {
        UnitId parent = now().parent();
        return new UnitStage(
                withdrawn,
                ended().orElse(null),
                latest().change() == UnitChange.ESTABLISHED,
                !takenOver.isEmpty(),
                parent == null ? null : parent.value());
    }

    /** The units before and after it, as of that day. */
    public UnitLineage.Links linksOn(LocalDate day) {
        return succession().linksOn(day);
    }

    private UnitSuccession succession() {
        return new UnitSuccession(
                withdrawn,
                ended().orElse(null),
                latest().successors(),
                takenOver.entrySet().stream()
                        .map(taken -> new UnitSuccession.TakeOver(taken.getKey(), taken.getValue()))
                        .toList());
    }

    /** Day of the unit's latest change or takeover. */
    public LocalDate latestDay() {
        return Stream.concat(Stream.of(latest().from()), takenOver.values().stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
