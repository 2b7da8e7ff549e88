package vn.soto.contracts.goal;

import java.util.Set;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.UnitId;

/**
 * Events of a unit's target for a quarter. A target belongs to the unit that it names, never to its successors. A unit
 * that takes over has a target of its own, or none.
 */
public sealed interface TargetEvent extends ProductEvent {

    UnitId unit();

    Quarter quarter();

    /** Code of the figure that it is about. */
    String indicator();

    @Override
    default Set<String> tags() {
        return Set.of("unit:" + unit());
    }

    /** Sets the target, or sets it again after it was withdrawn. */
    @StoredAs("unit-target.set.v1")
    record TargetSet(UnitId unit, Quarter quarter, String indicator, Goal goal, Instrument instrument)
            implements TargetEvent {}

    /** Replaces the goal; the one before stays in the history of the target. */
    @StoredAs("unit-target.revised.v1")
    record TargetRevised(UnitId unit, Quarter quarter, String indicator, Goal goal, Instrument instrument)
            implements TargetEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof TargetSet || earlier instanceof TargetRevised;
        }
    }

    /** The unit has no target for the indicator any more. */
    @StoredAs("unit-target.withdrawn.v1")
    record TargetWithdrawn(UnitId unit, Quarter quarter, String indicator) implements TargetEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof TargetSet || earlier instanceof TargetRevised;
        }
    }
}
