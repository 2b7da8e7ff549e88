package vn.soto.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import vn.soto.projection.progress.DeadLetterCounts;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.progress.ProjectionProgress;
import vn.soto.projection.progress.SegmentProgress;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/** One running projector, in this process and others: its progress, its dead letters, its replay. */
public final class Projection {

    private final Projector projector;
    private final Documents documents;
    private final ProjectionCluster cluster;
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ProcessorFactory factory;
    private final SegmentFailures failures;
    private final DeadLetteringEventHandlerInvoker invoker;
    private final PooledStreamingEventProcessor processor;
    private final AtomicReference<ReplayProgress> reached;
    private Map<Integer, CommitToken> noted = Map.of();
    private int retries;

    /** Whether the processor is meant to run; false before the start, after the stop and while a replay resets it. */
    private volatile boolean wanted;

    Projection(
            Projector projector, Documents documents, LedgerEventSource source, ProjectionCluster cluster, Pool pool) {
        this.projector = projector;
        this.documents = documents;
        this.cluster = cluster;
        this.deadLetters = cluster.deadLetters(projector.name(), source);
        this.factory = new ProcessorFactory(projector, source, cluster);
        this.failures = new SegmentFailures(projector.name());
        this.invoker = factory.invoker(documents, deadLetters, lock);
        this.processor = factory.processor(invoker, failures, pool);
        this.reached =
                new AtomicReference<>(new ReplayProgress(0, cluster.progress().beginning()));
    }

    public String name() {
        return projector.name();
    }

    /** The commit projected since a number of replays. Progress only grows, except by a replay. */
    private record ReplayProgress(int replays, CommitToken folded) {

        static ReplayProgress later(ReplayProgress a, ReplayProgress b) {
            if (a.replays != b.replays) {
                return a.replays > b.replays ? a : b;
            }
            return a.folded.number() >= b.folded.number() ? a : b;
        }
    }

    /**
     * The last commit that every segment, in any process, has projected completely; later commits may be projected in
     * part. Only a replay, started in any process, moves it back.
     */
    public CommitToken folded() {
        List<SegmentProgress> segments = cluster.progress().of(name());
        int replays = segments.stream().mapToInt(SegmentProgress::replays).max().orElse(0);
        CommitToken least = segments.stream()
                .map(this::folded)
                .reduce((a, b) -> a.number() <= b.number() ? a : b)
                .filter(all -> segments.size() >= projector.segments())
                .orElse(cluster.progress().beginning());
        return reached.accumulateAndGet(new ReplayProgress(replays, least), ReplayProgress::later)
                .folded();
    }

    /** The progress of a segment; for a segment that this process runs, its own state is newer than the stored one. */
    private CommitToken folded(SegmentProgress stored) {
        EventTrackerStatus running = mine(stored) ? processor.processingStatus().get(stored.segment()) : null;
        return running == null
                ? stored.folded()
                : ProjectionProgress.later(stored.folded(), cluster.progress().commit(running.getTrackingToken()));
    }

    private boolean mine(SegmentProgress stored) {
        return cluster.claims().owner().equals(stored.owner());
    }

    /**
     * Whether a segment has stopped on a failure that is no dead letter (its batch is retried automatically), no process
     * runs it, or the processor of this process has ended.
     */
    public boolean failing() {
        List<SegmentProgress> segments = cluster.progress().of(name());
        return processor.isError()
                || (wanted && !processor.isRunning())
                || segments.size() < projector.segments()
                || segments.stream().anyMatch(this::stopped);
    }

    private boolean stopped(SegmentProgress stored) {
        boolean othersCare = stored.owner() != null && !mine(stored);
        return stored.abandoned(
                        GenericEventMessage.clock.instant(), cluster.claims().timeout())
                || (!othersCare && failures.in(segment -> segment == stored.segment()));
    }

    /** Number of dead letters, as {@link DeadLetterCounts} knows it: the failed events and the later events of their sequences. */
    public long deadLetters() {
        return cluster.deadLetterCounts().of(name());
    }

    /**
     * Retries the dead letters sequence by sequence until one fails again; returns how many remain. Each process
     * retries those of the segments it runs, because only the owner of a segment may change its documents; other
     * processes follow soon.
     */
    public synchronized long retry() {
        cluster.progress().requestRetry(name());
        retries = asked();
        retryMine();
        cluster.deadLetterCounts().count();
        return deadLetters();
    }

    private int asked() {
        return cluster.progress().of(name()).stream()
                .mapToInt(SegmentProgress::retries)
                .max()
                .orElse(0);
    }

    private void retryMine() {
        lock.writeLock().lock();
        try {
            boolean more = true;
            while (more) {
                more = invoker.process(letter -> runsHere(letter.message()));
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean runsHere(EventMessage<?> message) {
        int sequence = factory.sequence(message).hashCode();
        return processor.processingStatus().values().stream()
                .anyMatch(status -> status.getSegment().matches(sequence));
    }

    /** Drops the documents and projects the ledger from its beginning. */
    public synchronized void replay() {
        wanted = false;
        processor.shutDown();
        try {
            // In this order a failure between the steps loses nothing: remaining documents are projected over.
            processor.resetTokens();
            cluster.progress().markReset(name());
            // Referring documents go first: a log that remained would ignore the entries of its dropped pages.
            projector.documentTypes().reversed().forEach(documents::drop);
            deadLetters.clear();
        } catch (UnableToClaimTokenException e) {
            throw new ProjectionClaimedException(name(), e);
        } finally {
            wanted = true;
            processor.start();
        }
    }

    /** Stores this process's progress for the others, if there are any. */
    synchronized void note() {
        if (cluster.processes().alive().size() < 2) {
            return;
        }
        Map<Integer, CommitToken> now = new HashMap<>();
        processor
                .processingStatus()
                .forEach(
                        (segment, status) -> now.put(segment, cluster.progress().commit(status.getTrackingToken())));
        if (!now.equals(noted)) {
            cluster.progress().note(cluster.claims().owner(), name(), now);
            noted = now;
        }
    }

    /** Performs a retry or replay that another process requested. */
    synchronized void retryIfRequested() {
        int now = asked();
        if (now > retries) {
            retries = now;
            retryMine();
        }
    }

    synchronized void start() {
        wanted = true;
        processor.start();
        retries = asked();
    }

    void stop() {
        wanted = false;
        processor.shutDown();
    }
}
