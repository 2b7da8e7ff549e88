package vn.soto.contracts.unit;

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
 * A change of a unit, and the unit as it is from then on.
 *
 * @param from       first day of the change
 * @param after      of a unit that ends, as it last was
 * @param successors of a unit that has merged or was split
 */
public record UnitStep(
        UnitChange change, LocalDate from, Instrument instrument, UnitBearing after, List<UnitId> successors) {

    public UnitStep {
        successors = List.copyOf(successors);
    }

    /**
     * The change that an event says; absent if it says none of the unit itself, or takes one back.
     *
     * @param before what was true of the unit until then; absent if nothing is known of it
     * @throws IllegalStateException if the event changes a unit of which nothing is known
     */
    public static Optional<UnitStep> of(UnitEvent event, @Nullable UnitBearing before) {
        return switch (event) {
            case UnitEstablished it ->
                step(
                        UnitChange.ESTABLISHED,
                        it.effectiveFrom(),
                        it.instrument(),
                        new UnitBearing(it.kind(), it.name(), it.officialCode(), it.parent()),
                        List.of());
            case UnitRenamed it ->
                step(
                        UnitChange.RENAMED,
                        it.effectiveFrom(),
                        it.instrument(),
                        known(it, before).named(it.name()),
                        List.of());
            case UnitRecoded it ->
                step(
                        UnitChange.RECODED,
                        it.effectiveFrom(),
                        it.instrument(),
                        known(it, before).coded(it.officialCode()),
                        List.of());
            case UnitRetyped it ->
                step(
                        UnitChange.RETYPED,
                        it.effectiveFrom(),
                        it.instrument(),
                        known(it, before).typed(it.kind()),
                        List.of());
            case UnitReparented it ->
                step(
                        UnitChange.REPARENTED,
                        it.effectiveFrom(),
                        it.instrument(),
                        known(it, before).in(it.parent(), it.name()),
                        List.of());
            case UnitMerged it ->
                step(UnitChange.MERGED, it.effectiveFrom(), it.instrument(), known(it, before), List.of(it.into()));
            case UnitSplit it ->
                step(UnitChange.SPLIT, it.effectiveFrom(), it.instrument(), known(it, before), it.into());
            case UnitAbolished it ->
                step(UnitChange.ABOLISHED, it.effectiveFrom(), it.instrument(), known(it, before), List.of());
            case UnitTookOver _, UnitChangeUndone _, UnitTakeOverUndone _ -> Optional.empty();
        };
    }

    private static UnitBearing known(UnitEvent event, @Nullable UnitBearing before) {
        if (before == null) {
            throw new IllegalStateException("unit " + event.unit() + " is not known");
        }
        return before;
    }

    private static Optional<UnitStep> step(
            UnitChange change, LocalDate from, Instrument instrument, UnitBearing after, List<UnitId> successors) {
        return Optional.of(new UnitStep(change, from, instrument, after, successors));
    }
}
