package vn.soto.command.unit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.command.unit.UnitRule.UNIT_NAME_IS_FREE_WITHIN_PARENT;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitNameEvent.UnitNameClaimed;

/** A name within a parent, borne by one unit at a time. The id is the name, so two units cannot take it at once. */
@AggregateRoot(type = "unit-name")
public final class UnitName {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private String id;

    private @Nullable UnitId holder;

    UnitName() {}

    static String idOf(UnitId parent, String fullName) {
        return "unit-name:" + parent + ":" + fullName;
    }

    void claim(UnitId parent, String fullName, UnitId unit) {
        UNIT_NAME_IS_FREE_WITHIN_PARENT.require(holder == null, fullName);
        apply(new UnitNameClaimed(parent, fullName, unit));
    }

    @EventHandler
    void evolve(UnitNameClaimed event) {
        id = idOf(event.parent(), event.name());
        holder = event.unit();
    }
}
