package vn.soto.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import vn.soto.axon.WardCommand.DoNothing;
import vn.soto.axon.WardCommand.FailAfterApplying;
import vn.soto.axon.WardCommand.GoOffDuty;
import vn.soto.axon.WardCommand.GoOnDuty;
import vn.soto.axon.WardCommand.Hire;
import vn.soto.axon.WardEvent.DoctorHired;
import vn.soto.axon.WardEvent.WentOffDuty;
import vn.soto.axon.WardEvent.WentOnDuty;

@AggregateRoot(type = "doctor")
final class Doctor {

    @AggregateIdentifier
    private String id;

    private boolean onDuty;

    Doctor() {}

    @CommandHandler
    Doctor(Hire command) {
        apply(new DoctorHired(command.doctor()));
        apply(new WentOnDuty(command.doctor()));
    }

    boolean onDuty() {
        return onDuty;
    }

    @CommandHandler
    void decide(GoOnDuty command) {
        if (!onDuty) {
            apply(new WentOnDuty(id));
        }
    }

    @CommandHandler
    void decide(GoOffDuty command, Colleagues colleagues) {
        if (!colleagues.onDuty(command.other())) {
            throw new NobodyLeft();
        }
        if (onDuty) {
            leave();
        }
    }

    @CommandHandler
    void decide(DoNothing command) {}

    @CommandHandler
    void decide(FailAfterApplying command) throws Exception {
        apply(new WentOffDuty(id));
        throw command.failure();
    }

    void leave() {
        apply(new WentOffDuty(id));
    }

    void come() {
        apply(new WentOnDuty(id));
    }

    @EventSourcingHandler
    void evolve(DoctorHired event) {
        id = event.doctor();
    }

    @EventSourcingHandler
    void evolve(WentOnDuty event) {
        onDuty = true;
    }

    @EventSourcingHandler
    void evolve(WentOffDuty event) {
        onDuty = false;
    }

    /** The rule of the ward. */
    static final class NobodyLeft extends RuntimeException {}
}
