package vn.soto.domain.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.unit.UnitRule.UNIT_NAME_IS_FREE_WITHIN_PARENT;

import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameReleased;

/**
 * A name within a parent, held by one unit at a time. The aggregate's id is the name, so two units cannot claim it
 * concurrently. A name released with a day is free from that day on, whenever the next claim is made.
 */
@AggregateRoot(type = "unit-name")
public final class UnitName {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private @Nullable UnitId holder;

    /**
     * First day on which the name is free; absent if any day is. While a unit holds the name, the value from before its
     * claim.
     */
    private @Nullable LocalDate freeFrom;

    UnitName() {}

    static String idOf(UnitId parent, String fullName) {
        return "unit-name:" + parent + ":" + fullName;
    }

    /** @param from first day on which the unit has the name */
    void claim(UnitId parent, String fullName, UnitId unit, LocalDate from) {
        UNIT_NAME_IS_FREE_WITHIN_PARENT.require(
                holder == null && (freeFrom == null || !from.isBefore(freeFrom)), fullName);
        apply(new UnitNameClaimed(parent, fullName, unit));
    }

    /** @param from first day on which the unit no longer has the name */
    void release(UnitId parent, String fullName, UnitId unit, LocalDate from) {
        apply(new UnitNameReleased(parent, fullName, unit, from));
    }

    /**
     * States for a name that the unit has released that it is free earlier; nothing changes where another unit has had it since.
     *
     * @param released first day on which it was to be free
     */
    void releaseEarlier(UnitId parent, String fullName, UnitId unit, LocalDate released, LocalDate from) {
        if (holder == null && released.equals(freeFrom)) {
            apply(new UnitNameClaimed(parent, fullName, unit));
            apply(new UnitNameReleased(parent, fullName, unit, from));
        }
    }

    /** Undoes a mistaken claim: the name is free as it was before. */
    void giveBack(UnitId parent, String fullName, UnitId unit) {
        apply(new UnitNameReleased(parent, fullName, unit, freeFrom));
    }

    @EventHandler
    void evolve(UnitNameClaimed event) {
        id = idOf(event.parent(), event.name());
        holder = event.unit();
    }

    @EventHandler
    void evolve(UnitNameReleased event) {
        holder = null;
        freeFrom = event.freeFrom();
    }
}
