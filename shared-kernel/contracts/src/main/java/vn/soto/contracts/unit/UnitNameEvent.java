package vn.soto.contracts.unit;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** What happens to a name within a parent unit: it is claimed by one unit at a time. */
public sealed interface UnitNameEvent extends ProductEvent {

    /** Within {@code parent}, compared without case and accents of tone placement, {@code name} now belongs to {@code unit}. */
    @StoredAs("unit-name.claimed.v1")
    record UnitNameClaimed(UnitId parent, String name, UnitId unit) implements UnitNameEvent {

        @Override
        public Set<String> tags() {
            return Set.of("unit:" + unit);
        }
    }

    /**
     * {@code unit} does not bear {@code name} any more.
     *
     * @param freeFrom first day from which on another unit may bear it; absent if that is any day, because it was claimed
     *                 by mistake
     */
    @StoredAs("unit-name.released.v1")
    record UnitNameReleased(
            UnitId parent,
            String name,
            UnitId unit,
            @Nullable LocalDate freeFrom) implements UnitNameEvent {

        @Override
        public Set<String> tags() {
            return Set.of("unit:" + unit);
        }
    }
}
