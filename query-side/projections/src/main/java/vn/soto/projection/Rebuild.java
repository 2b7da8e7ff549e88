package vn.soto.projection;

import java.util.Collection;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/**
 * A read model that is made anew beside the one that answers: by a processor of its own, in documents of its own. Its
 * progress and its dead letters are in this process's memory, so if the process stops, the old read model continues
 * unchanged.
 */
final class Rebuild {

    private final Projector projector;
    private final Documents documents;
    private final ProjectionCluster cluster;
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters;
    private final ProcessorFactory factory;
    private final SegmentFailures failures;
    private final PooledStreamingEventProcessor processor;

    /** @param old documents of the read model that answers */
    Rebuild(Projector projector, Documents old, LedgerEventSource source, ProjectionCluster running, Pool pool) {
        ReadWriteLock lock = new ReentrantReadWriteLock();
        this.projector = projector;
        this.documents = old.beside();
        this.cluster =
                ProjectionCluster.alone(running.claims(), running.progress().beginning());
        this.deadLetters = cluster.deadLetters(projector.name(), source);
        this.factory = new ProcessorFactory(projector, source, cluster);
        this.failures = new SegmentFailures(projector.name());
        this.processor = factory.processor(factory.invoker(documents, deadLetters, lock), failures, pool);
    }

    /** Begins with no documents: what a rebuild left that did not come to its end is dropped. */
    void start() {
        projector.documentTypes().forEach(documents::drop);
        processor.start();
    }

    void stop() {
        processor.shutDown();
    }

    boolean failing() {
        return processor.isError() || failures.in(segment -> true);
    }

    /** The last commit that every segment has projected completely. */
    CommitToken folded() {
        Collection<EventTrackerStatus> segments = processor.processingStatus().values();
        CommitToken beginning = cluster.progress().beginning();
        return segments.size() < projector.segments()
                ? beginning
                : segments.stream()
                        .map(segment -> cluster.progress().commit(segment.getTrackingToken()))
                        .reduce((a, b) -> a.number() <= b.number() ? a : b)
                        .orElse(beginning);
    }

    /** Puts the documents and the dead letters in the place of the old ones; neither side may be running. */
    void takeOver(Documents old, SequencedDeadLetterQueue<EventMessage<?>> oldLetters) {
        old.replace(projector.documentTypes(), documents);
        oldLetters.clear();
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence : deadLetters.deadLetters()) {
            sequence.forEach(letter -> oldLetters.enqueue(factory.sequence(letter.message()), letter));
        }
    }
}
