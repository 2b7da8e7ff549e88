package vn.soto.query.unit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitStep;
import vn.soto.projection.source.EventContext;

/** Applies events to a unit's steps and take-overs: adds or undoes them. */
final class UnitEvolution {

    private UnitEvolution() {}

    static Unit after(Unit unit, UnitEvent event, EventContext at) {
        return switch (event) {
            case UnitTookOver e -> unit.with(takeOver(e, at));
            case UnitTakeOverUndone e -> unit.giveBack(e.from().value(), at.position(), at.commit());
            case UnitChangeUndone e -> unit.undo(e.change(), at.position(), at.commit());
            default ->
                UnitStep.of(event, before(unit, event, at))
                        .map(step -> unit.with(Unit.Step.of(step, at)))
                        .orElse(unit);
        };
    }

    private static @Nullable UnitBearing before(Unit unit, UnitEvent event, EventContext at) {
        Optional<UnitBearing> before = unit.before(at.position(), at.commit())
                .on(event.effectiveFrom())
                .map(Unit.Step::after);
        return before.isPresent() ? before.get() : null;
    }

    private static Unit.TakeOver takeOver(UnitTookOver e, EventContext at) {
        return new Unit.TakeOver(
                at.position(),
                at.commit(),
                null,
                e.from().value(),
                e.by(),
                e.effectiveFrom(),
                e.instrument().number(),
                e.instrument().signedOn());
    }
}
