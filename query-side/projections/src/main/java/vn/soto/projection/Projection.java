package vn.soto.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.progress.DeadLetterCounts;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.progress.ProjectionProgress;
import vn.soto.projection.progress.SegmentProgress;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/**
 * One running projector, in this process and others: its progress, its dead letters, its replay. While a replay makes the read
 * model anew, the one that is there goes on.
 */
public final class Projection {

    /** A replay that has caught up takes over within this time, or tries again later. */
    private static final Duration LAST_STEPS = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Projector projector;
    private final Documents documents;
    private final LedgerEventSource source;
    private final Pool pool;
    private final ProjectionCluster cluster;
    private final SequencedDeadLetterQueue<EventMessage<?>> deadLetters;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ProcessorFactory factory;
    private final SegmentFailures failures;
    private final DeadLetteringEventHandlerInvoker invoker;
    private final PooledStreamingEventProcessor processor;
    private final AtomicReference<CommitToken> reached;
    private Map<Integer, CommitToken> noted = Map.of();
    private int retries;

    private volatile int takeOvers;

    /** Whether the processor is meant to run; false before the start, after the stop and while a replay takes over. */
    private volatile boolean wanted;

    private volatile @Nullable Rebuild rebuild;

    Projection(
            Projector projector, Documents documents, LedgerEventSource source, ProjectionCluster cluster, Pool pool) {
        this.projector = projector;
        this.documents = documents;
        this.source = source;
        this.pool = pool;
        this.cluster = cluster;
        this.deadLetters = cluster.deadLetters(projector.name(), source);
        this.factory = new ProcessorFactory(projector, source, cluster);
        this.failures = new SegmentFailures(projector.name());
        this.invoker = factory.invoker(documents, deadLetters, lock);
        this.processor = factory.processor(invoker, failures, pool);
        this.reached = new AtomicReference<>(cluster.progress().beginning());
    }

    public String name() {
        return projector.name();
    }

    /**
     * The last commit that every segment, in any process, has projected completely; later commits may be projected in
     * part. Never moves back.
     */
    public CommitToken folded() {
        List<SegmentProgress> segments = cluster.progress().of(name());
        CommitToken least = segments.stream()
                .map(this::folded)
                .reduce((a, b) -> a.number() <= b.number() ? a : b)
                .filter(all -> segments.size() >= projector.segments())
                .orElse(cluster.progress().beginning());
        return reached.accumulateAndGet(least, ProjectionProgress::later);
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
     * Whether a segment has stopped on a failure other than a dead letter, no process runs it, or this process's
     * processor has ended. The batch of a stopped segment is retried automatically.
     */
    public boolean failing() {
        List<SegmentProgress> segments = cluster.progress().of(name());
        Rebuild made = rebuild;
        return processor.isError()
                || (made != null && made.failing())
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

    /**
     * Begins to make the read model anew, from the beginning of the ledger, beside the present one. Once it has
     * projected as much, it {@linkplain #finishReplay takes over}. A replay that is running begins again.
     *
     * @throws ProjectionClaimedException if another process runs segments of the projection
     */
    public synchronized void replay() {
        if (!runsAlone()) {
            throw new ProjectionClaimedException(name());
        }
        Rebuild before = rebuild;
        if (before != null) {
            before.stop();
        }
        Rebuild next = new Rebuild(projector, documents, source, cluster, pool);
        rebuild = next;
        next.start();
    }

    /** Last commit that a running replay has projected; empty if none is running. */
    public Optional<CommitToken> replayed() {
        return Optional.ofNullable(rebuild).map(Rebuild::folded);
    }

    private boolean runsAlone() {
        return cluster.progress().of(name()).stream().allMatch(stored -> stored.owner() == null || mine(stored));
    }

    /**
     * Lets a replay that has caught up take over. In this order a failure between the steps loses nothing. The token of
     * the old documents is that of an earlier commit, so the events since are projected again over the new ones.
     */
    synchronized void finishReplay() {
        Rebuild made = rebuild;
        if (made == null || made.folded().number() < folded().number() || !runsAlone()) {
            return;
        }
        wanted = false;
        processor.shutDown();
        try {
            if (hasProjected(made, cluster.progress().commit(source.createHeadToken())) && runsAlone()) {
                made.stop();
                made.takeOver(documents, deadLetters);
                takeOvers = takeOvers + 1;
                rebuild = null;
            }
        } finally {
            wanted = true;
            processor.start();
        }
    }

    /** How many replays have taken over since the start: what was made of the documents before is no longer right. */
    public int takeOvers() {
        return takeOvers;
    }

    /** Waits for the end of the ledger, beyond which the stopped processor cannot have come. */
    private static boolean hasProjected(Rebuild made, CommitToken end) {
        long begin = System.nanoTime();
        while (made.folded().number() < end.number()) {
            if (System.nanoTime() - begin > LAST_STEPS.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
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

    /** Performs a retry that another process requested. */
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

    synchronized void stop() {
        wanted = false;
        Rebuild unfinished = rebuild;
        if (unfinished != null) {
            unfinished.stop();
        }
        processor.shutDown();
    }
}
