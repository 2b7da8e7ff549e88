package vn.soto.command.business;

import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.unit.UnitId;

/** A business and the residential unit in which it works. */
@AggregateRoot(type = "business")
public final class Business {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private BusinessId id;

    private UnitId unit;

    @SuppressWarnings("NullAway.Init")
    Business() {}

    /** Residential unit in which it worked on that day, as known now. */
    public UnitId unitOn(LocalDate day) {
        return unit;
    }

    @EventHandler
    void evolve(BusinessRegistered event) {
        id = event.business();
        unit = event.unit();
    }
}
