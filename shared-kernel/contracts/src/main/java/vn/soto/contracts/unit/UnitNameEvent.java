package vn.soto.contracts.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Events of a name within a parent unit; one unit at a time can claim it. */
public sealed interface UnitNameEvent extends ProductEvent {

    /**
     * The unit claims {@code name} within {@code parent}; names are compared without case and placement of tone marks.
     */
    @StoredAs("unit-name.claimed.v1")
    record UnitNameClaimed(UnitId parent, String name, UnitId unit) implements UnitNameEvent, OfUnit {}

    /**
     * The unit no longer has the name.
     *
     * @param freeFrom first day after the last on which the unit has the name; absent if the claim was a mistake, so
     *     that there is none
     */
    @StoredAs("unit-name.released.v1")
    record UnitNameReleased(
            UnitId parent,
            String name,
            UnitId unit,
            @Nullable LocalDate freeFrom) implements UnitNameEvent, OfUnit {}
}
