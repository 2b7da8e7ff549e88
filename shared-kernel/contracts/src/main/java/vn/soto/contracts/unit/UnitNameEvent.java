package vn.soto.contracts.unit;

import java.util.Set;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StoredAs;

/** What happens to a name within a parent unit: it is claimed by one unit at a time. */
public sealed interface UnitNameEvent extends DomainEvent {

    /** Within {@code parent}, compared without case and accents of tone placement, {@code name} now belongs to {@code unit}. */
    @StoredAs("unit-name.claimed.v1")
    record UnitNameClaimed(UnitId parent, String name, UnitId unit) implements UnitNameEvent {

        @Override
        public Set<String> tags() {
            return Set.of("unit:" + unit);
        }
    }
}
