package vn.soto.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.axon.WardCommand.CountShift;
import vn.soto.axon.WardEvent.ShiftsCounted;

/** A tally: every event carries the whole state. */
@AggregateRoot(type = "caseload")
final class Shifts {

    @AggregateIdentifier
    @SuppressWarnings("unused") // Axon reads it
    private String id;

    private int shifts;

    Shifts() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CountShift command) {
        apply(new ShiftsCounted(command.doctor(), shifts + 1));
    }

    @EventSourcingHandler
    void evolve(ShiftsCounted event) {
        id = "caseload:" + event.doctor();
        shifts = event.shifts();
    }
}
