package vn.soto.projection;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.ProjectedEvent;

/**
 * A read model that is made anew beside the one that answers: by a tracker of its own, in documents of its own. Its
 * progress and its dead letters are in this process's memory, so if the process stops, the old read model continues
 * unchanged.
 */
final class Rebuild {

    private final BoundProjector old;
    private final BoundProjector made;
    private final Tracker tracker;

    /** @param old the projector with the documents that answer */
    Rebuild(BoundProjector old, LedgerEventSource source, ProjectionCluster running, Pool pool) {
        ProjectionCluster alone = ProjectionCluster.alone(running.claims(), running.beginning());
        this.old = old;
        this.made =
                new BoundProjector(old.projector(), old.documents().beside(), alone.deadLetters(old.name(), source));
        this.tracker = new Tracker("rebuild of " + old.name(), List.of(List.of(made)), 1, source, alone, pool);
    }

    /** Begins with no documents: what a rebuild left that did not come to its end is dropped. */
    void start() {
        made.projector().documentTypes().forEach(made.documents()::drop);
        tracker.start();
    }

    void stop() {
        tracker.stop();
    }

    boolean failing() {
        return tracker.failing();
    }

    /** The last commit that it has projected completely. */
    CommitToken folded() {
        return tracker.folded(0);
    }

    /** Puts the documents and the dead letters in the place of the old ones; neither side may be projecting. */
    void takeOver() {
        old.documents().replace(old.projector().documentTypes(), made.documents());
        old.deadLetters().clear();
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence :
                made.deadLetters().deadLetters()) {
            sequence.forEach(
                    letter -> old.deadLetters().enqueue(old.sequence(ProjectedEvent.of(letter.message())), letter));
        }
    }
}
