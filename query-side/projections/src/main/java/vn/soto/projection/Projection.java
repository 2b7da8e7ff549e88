package vn.soto.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.projection.progress.DeadLetterCounts;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.TrackedCommit;

/**
 * One read model, in this process and others: its progress, which is its tracker's, its dead letters, its replay. While
 * a replay makes the read model anew, the one that is there goes on.
 */
public final class Projection {

    /** A replay that has caught up takes over within this time, or tries again later. */
    private static final Duration LAST_STEPS = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(2);

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final BoundProjector projector;
    private final Tracker tracker;
    private final int lane;
    private final LedgerEventSource source;
    private final ProjectionCluster cluster;
    private final Pool rebuilding;
    private int retries;

    private volatile int takeOvers;

    private volatile @Nullable Rebuild rebuild;

    private volatile @Nullable DocumentDifferences differences;

    /** @param rebuilding threads of replays, which a held lane must not wait for */
    Projection(
            BoundProjector projector,
            Tracker tracker,
            LedgerEventSource source,
            ProjectionCluster cluster,
            Pool rebuilding) {
        this.projector = projector;
        this.tracker = tracker;
        this.lane = tracker.lane(projector);
        this.source = source;
        this.cluster = cluster;
        this.rebuilding = rebuilding;
    }

    public String name() {
        return projector.name();
    }

    /** The last commit that it has projected completely, and all that share its progress; never moves back. */
    public CommitToken folded() {
        return tracker.folded(lane);
    }

    /** Waits until {@link #folded} reaches {@code number}; returns false after {@code limit}. */
    public boolean await(long number, Duration limit) {
        return tracker.await(lane, number, limit);
    }

    /** Whether its tracker or its replay has stopped on a failure other than a dead letter. */
    public boolean failing() {
        Rebuild made = rebuild;
        return tracker.failing() || (made != null && made.failing());
    }

    /** Number of dead letters, as {@link DeadLetterCounts} knows it: the failed events and the later events of their sequences. */
    public long deadLetters() {
        return cluster.deadLetterCounts().of(name());
    }

    /**
     * Retries the dead letters sequence by sequence until one fails again; returns how many remain. The process that
     * runs its lane retries them, because no other may change its documents; another process requests it.
     */
    public synchronized long retry() {
        tracker.requestRetry(projector);
        retries = tracker.retries(projector);
        retryMine();
        cluster.deadLetterCounts().count();
        return deadLetters();
    }

    private void retryMine() {
        if (tracker.runs(lane)) {
            tracker.betweenBatches(lane, projector::retry);
        }
    }

    /** Performs a retry that another process requested. */
    synchronized void retryIfRequested() {
        int now = tracker.retries(projector);
        if (now > retries) {
            retries = now;
            retryMine();
        }
    }

    /**
     * Begins to make the read model anew, from the beginning of the ledger, beside the present one. Once it has
     * projected as much, it {@linkplain #finishReplay takes over}. A replay that is running begins again.
     *
     * @throws ProjectionClaimedException if another process projects it
     */
    public synchronized void replay() {
        if (!tracker.isFree()) {
            throw new ProjectionClaimedException(name());
        }
        Rebuild before = rebuild;
        if (before != null) {
            before.stop();
        }
        Rebuild next = new Rebuild(projector, source, cluster, rebuilding);
        rebuild = next;
        next.start();
    }

    /** Last commit that a running replay has projected; empty if none is running. */
    public Optional<CommitToken> replayed() {
        return Optional.ofNullable(rebuild).map(Rebuild::folded);
    }

    /**
     * Lets a replay that has caught up take over, while its lane waits. In this order a failure between the steps loses
     * nothing. The token of the lane is that of an earlier commit, so the events since are projected again over the new
     * documents.
     */
    synchronized void finishReplay() {
        Rebuild made = rebuild;
        if (made != null && made.folded().number() >= folded().number() && tracker.isFree()) {
            tracker.betweenBatches(lane, () -> takeOver(made));
        }
    }

    /** The lane cannot have come beyond the end of the ledger. */
    private synchronized void takeOver(Rebuild made) {
        if (hasProjected(made, source.end()) && tracker.isFree()) {
            made.stop();
            Optional<DocumentDifferences> found = compared(made);
            cluster.together(made::takeOver);
            found.ifPresent(this::tell);
            takeOvers = takeOvers + 1;
            rebuild = null;
        }
    }

    /**
     * Brings the old documents to the commit of the new ones first. The take-over needs nothing of it: if it fails, the
     * differences are not known.
     */
    private Optional<DocumentDifferences> compared(Rebuild made) {
        try {
            long end = made.folded().number();
            long next = tracker.position(lane).number();
            while (next < end) {
                List<TrackedCommit> page = source.after(next);
                cluster.together(() -> projector.project(page.stream()
                        .filter(commit -> commit.token().number() <= end)
                        .flatMap(commit -> commit.events().stream())
                        .toList()));
                next = page.getLast().token().number();
            }
            return Optional.of(made.differences());
        } catch (RuntimeException e) {
            LOG.warn("{}: how its documents differ from those made anew is not known", name(), e);
            return Optional.empty();
        }
    }

    private void tell(DocumentDifferences found) {
        differences = found;
        LOG.info(
                "Đã dựng lại {} / is made anew: khác trước / differ from before: {}, không còn / are gone: {}, mới / are new: {}",
                name(),
                found.other(),
                found.gone(),
                found.added());
    }

    /** How the last replay since the start has changed the documents; empty if there was none, or if it is not known. */
    public Optional<DocumentDifferences> differences() {
        return Optional.ofNullable(differences);
    }

    /** Ends a replay that is running; nothing of it is left. */
    public synchronized void cancelReplay() {
        Rebuild running = rebuild;
        if (running != null) {
            running.stop();
            running.leave();
            rebuild = null;
        }
    }

    /** How many replays have taken over since the start: what was made of the documents before is no longer right. */
    public int takeOvers() {
        return takeOvers;
    }

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

    /** Retries that were requested before the start count as done. A replay that the start before left goes on. */
    synchronized void start() {
        retries = tracker.retries(projector);
        if (Rebuild.isLeft(projector, cluster)) {
            Rebuild left = new Rebuild(projector, source, cluster, rebuilding);
            rebuild = left;
            left.goOn();
        }
    }

    synchronized void stop() {
        Rebuild unfinished = rebuild;
        if (unfinished != null) {
            unfinished.stop();
        }
    }
}
