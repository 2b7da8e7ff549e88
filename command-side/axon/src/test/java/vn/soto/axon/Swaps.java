package vn.soto.axon;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import vn.soto.axon.WardCommand.AskThenLeave;
import vn.soto.axon.WardCommand.SwapDuty;

/** Handles commands that are not of one aggregate. */
final class Swaps {

    private final RepositoryProvider locking;

    Swaps(RepositoryProvider locking) {
        this.locking = locking;
    }

    @CommandHandler
    String handle(SwapDuty command) {
        Repository<Doctor> doctors = locking.repositoryFor(Doctor.class);
        doctors.load(command.coming()).execute(Doctor::come);
        doctors.load(command.leaving()).execute(Doctor::leave);
        return command.coming();
    }

    @CommandHandler
    void handle(AskThenLeave command, Colleagues colleagues) {
        if (colleagues.onDuty(command.doctor())) {
            locking.repositoryFor(Doctor.class).load(command.doctor()).execute(Doctor::leave);
        }
    }
}
