package vn.soto.axon;

import org.axonframework.modelling.command.RepositoryProvider;

/**
 * Asks other doctors without locking them; between the answer and the decision runs what a test wants to happen in that
 * moment.
 */
final class Colleagues {

    private final RepositoryProvider consulted;
    private Runnable meanwhile = () -> {};

    Colleagues(RepositoryProvider consulted) {
        this.consulted = consulted;
    }

    boolean onDuty(String doctor) {
        boolean answer = consulted.repositoryFor(Doctor.class).load(doctor).invoke(Doctor::onDuty);
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
        return answer;
    }

    /** Runs {@code action} once, on another thread, after the next question was answered. */
    void meanwhile(Runnable action) {
        meanwhile = () -> elsewhere(action);
    }

    /** Runs {@code action} to its end on another thread. */
    static void elsewhere(Runnable action) {
        try {
            Thread.ofVirtual().start(action).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
