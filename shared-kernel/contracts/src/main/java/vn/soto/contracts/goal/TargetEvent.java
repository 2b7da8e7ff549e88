package vn.soto.contracts.goal;

import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/**
 * Events of a unit's target for a quarter. A target belongs to the unit that it names, never to its successors. A unit
 * that takes over has a target of its own, or none.
 */
public sealed interface TargetEvent extends ProductEvent, OfUnit {

    Quarter quarter();

    /** Code of the figure that it is about. */
    String indicator();

    /** Sets the target, or sets it again after it was withdrawn. */
    @StoredAs("unit-target.set.v1")
    record TargetSet(UnitId unit, Quarter quarter, String indicator, Goal goal, Instrument instrument)
            implements TargetEvent {}

    /** Replaces the goal; the one before stays in the history of the target. */
    @CorrectsAny({TargetSet.class, TargetRevised.class})
    @StoredAs("unit-target.revised.v1")
    record TargetRevised(UnitId unit, Quarter quarter, String indicator, Goal goal, Instrument instrument)
            implements TargetEvent, Correcting {}

    /** The unit has no target for the indicator any more. */
    @CorrectsAny({TargetSet.class, TargetRevised.class})
    @StoredAs("unit-target.withdrawn.v1")
    record TargetWithdrawn(UnitId unit, Quarter quarter, String indicator) implements TargetEvent, Correcting {}
}
