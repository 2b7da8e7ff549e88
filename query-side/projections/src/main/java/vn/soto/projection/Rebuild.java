package vn.soto.projection;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import vn.soto.projection.progress.KeptProgress;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.ProjectedEvent;

/**
 * A read model that is made anew beside the one that answers: by a tracker of its own, in documents of its own. If the
 * process stops, the old read model continues unchanged. If the store keeps progress for one process, the rebuild's is
 * there, with its dead letters, and the next start goes on with it. Otherwise they are in this process's memory.
 */
final class Rebuild {

    private final BoundProjector old;
    private final BoundProjector made;
    private final ProjectionCluster own;
    private final Tracker tracker;

    /** @param old the projector with the documents that answer */
    Rebuild(BoundProjector old, LedgerEventSource source, ProjectionCluster running, Pool pool) {
        this.own = isKept(old, running) ? running : ProjectionCluster.alone(running.claims(), running.beginning());
        this.old = old;
        this.made = new BoundProjector(old.projector(), old.documents().beside(), own.deadLetters(name(old), source));
        this.tracker = new Tracker(name(old), List.of(List.of(made)), 1, source, own, pool);
    }

    private static String name(BoundProjector old) {
        return KeptProgress.OF_REPLAYS + old.name();
    }

    /** Documents that a process keeps for itself have progress of their own kind. */
    private static boolean isKept(BoundProjector old, ProjectionCluster running) {
        return !running.isShared() && old.projector().own().isEmpty();
    }

    /** Whether a start before this has begun one. */
    static boolean isLeft(BoundProjector old, ProjectionCluster running) {
        return isKept(old, running) && running.hasProgress(name(old));
    }

    /** Begins with no documents. */
    void start() {
        leave();
        tracker.start();
    }

    /** Goes on with one that {@link #isLeft}. */
    void goOn() {
        tracker.start();
    }

    void stop() {
        tracker.stop();
    }

    /** Removes what it has made; it does not run. */
    void leave() {
        own.together(() -> {
            made.projector().documentTypes().forEach(made.documents()::drop);
            forget();
        });
    }

    private void forget() {
        made.deadLetters().clear();
        own.forget(name(old));
    }

    boolean failing() {
        return tracker.failing();
    }

    /** The last commit that it has projected completely. */
    CommitToken folded() {
        return tracker.folded(0);
    }

    /** How the documents differ from the old ones, which are of the same commit; neither side may be projecting. */
    DocumentDifferences differences() {
        return old.documents().differences(old.projector().documentTypes(), made.documents());
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
        forget();
    }
}
