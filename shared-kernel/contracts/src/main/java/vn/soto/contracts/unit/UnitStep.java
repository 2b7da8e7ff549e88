package vn.soto.contracts.unit;

import static vn.soto.contracts.unit.UnitChange.ABOLISHED;
import static vn.soto.contracts.unit.UnitChange.ESTABLISHED;
import static vn.soto.contracts.unit.UnitChange.MERGED;
import static vn.soto.contracts.unit.UnitChange.RECODED;
import static vn.soto.contracts.unit.UnitChange.RENAMED;
import static vn.soto.contracts.unit.UnitChange.REPARENTED;
import static vn.soto.contracts.unit.UnitChange.RETYPED;
import static vn.soto.contracts.unit.UnitChange.SPLIT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Instrument;
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

/**
 * A change of a unit and the unit's attributes after it.
 *
 * @param from       first day of the change
 * @param after      for a unit that ends, its last attributes
 * @param named      whether the event says a name
 * @param successors successors of a merged or split unit, else empty
 */
public record UnitStep(
        UnitChange change,
        LocalDate from,
        Instrument instrument,
        UnitBearing after,
        boolean named,
        List<UnitId> successors)
        implements UnitChanges.Dated<UnitStep> {

    public UnitStep {
        successors = List.copyOf(successors);
    }

    @Override
    public UnitStep with(UnitBearing other) {
        return new UnitStep(change, from, instrument, other, named, successors);
    }

    /**
     * The change that an event makes; absent if the event does not change the unit itself or undoes a change.
     *
     * @param before attributes on the day of the event before it; absent before the unit's first event
     * @throws IllegalStateException if the event changes a unit that has no attributes yet
     */
    public static Optional<UnitStep> of(UnitEvent event, @Nullable UnitBearing before) {
        return switch (event) {
            case UnitEstablished established ->
                step(ESTABLISHED, established.effectiveFrom(), established.instrument(), first(established));
            case UnitRenamed renamed ->
                step(
                        RENAMED,
                        renamed.effectiveFrom(),
                        renamed.instrument(),
                        known(renamed, before).named(renamed.name()));
            case UnitRecoded coded ->
                step(
                        RECODED,
                        coded.effectiveFrom(),
                        coded.instrument(),
                        known(coded, before).coded(coded.officialCode()));
            case UnitRetyped retyped ->
                step(
                        RETYPED,
                        retyped.effectiveFrom(),
                        retyped.instrument(),
                        known(retyped, before).typed(retyped.kind()));
            case UnitReparented reparented ->
                Optional.of(new UnitStep(
                        REPARENTED,
                        reparented.effectiveFrom(),
                        reparented.instrument(),
                        known(reparented, before).in(reparented.parent(), reparented.name()),
                        reparented.name() != null,
                        List.of()));
            case UnitMerged _, UnitSplit _, UnitAbolished _ -> end(event, known(event, before));
            case UnitTookOver _, UnitChangeUndone _, UnitTakeOverUndone _ -> Optional.empty();
        };
    }

    private static Optional<UnitStep> end(UnitEvent event, UnitBearing last) {
        return switch (event) {
            case UnitMerged merged ->
                step(MERGED, merged.effectiveFrom(), merged.instrument(), last, List.of(merged.into()));
            case UnitSplit split -> step(SPLIT, split.effectiveFrom(), split.instrument(), last, split.into());
            case UnitAbolished abolished -> step(ABOLISHED, abolished.effectiveFrom(), abolished.instrument(), last);
            default -> throw new IllegalArgumentException(event + " does not end a unit");
        };
    }

    private static UnitBearing first(UnitEstablished event) {
        return new UnitBearing(event.kind(), event.name(), event.officialCode(), event.parent());
    }

    private static UnitBearing known(UnitEvent event, @Nullable UnitBearing before) {
        if (before == null) {
            throw new IllegalStateException("unit " + event.unit() + " is not known");
        }
        return before;
    }

    private static Optional<UnitStep> step(
            UnitChange change, LocalDate from, Instrument instrument, UnitBearing after) {
        return step(change, from, instrument, after, List.of());
    }

    private static Optional<UnitStep> step(
            UnitChange change, LocalDate from, Instrument instrument, UnitBearing after, List<UnitId> successors) {
        boolean named = change == ESTABLISHED || change == RENAMED;
        return Optional.of(new UnitStep(change, from, instrument, after, named, successors));
    }
}
