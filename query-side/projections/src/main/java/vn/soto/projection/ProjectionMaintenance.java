package vn.soto.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.projection.progress.DeadLetterCounts;
import vn.soto.projection.progress.ProjectionCluster;

/**
 * Regularly stores this process's progress for the others, and lets replays that have caught up take over. It also
 * performs the retries that others requested, and counts the dead letters.
 */
final class ProjectionMaintenance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionMaintenance.class);

    /** Bounds the delay after which another process sees the progress of this one. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Of a process alone, whose progress nobody waits for; a replay is told of its end a little later. */
    private static final Duration PAUSE_ALONE = Duration.ofMillis(100);

    private final List<Tracker> trackers;
    private final List<Projection> projections;
    private final Duration pause;
    private final Duration look;
    private final DeadLetterCounts deadLetters;
    private final Thread thread;
    private volatile boolean closed;

    /** Checks for requests, and counts dead letters, at each look of the cluster's claims. */
    ProjectionMaintenance(List<Tracker> trackers, List<Projection> projections, ProjectionCluster cluster) {
        this.trackers = trackers;
        this.projections = projections;
        this.pause = cluster.isShared() ? PAUSE : PAUSE_ALONE;
        this.look = cluster.claims().look();
        this.deadLetters = cluster.deadLetterCounts();
        this.thread = Thread.ofPlatform().name("progress").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        long looked = System.nanoTime();
        while (!closed) {
            LockSupport.parkNanos(pause.toNanos());
            trackers.forEach(tracker -> attempt(tracker.name(), tracker::note));
            projections.forEach(each -> attempt(each.name(), each::finishReplay));
            if (System.nanoTime() - looked > look.toNanos()) {
                projections.forEach(each -> attempt(each.name(), each::retryIfRequested));
                attempt("dead letters", deadLetters::count);
                looked = System.nanoTime();
            }
        }
    }

    /** A failure that another try may not meet; throws any other. */
    private static RuntimeException passing(RuntimeException failure) {
        if (failure instanceof IllegalStateException || StoreFailure.is(failure)) {
            return failure;
        }
        throw failure;
    }

    private static void attempt(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: the state that processes share cannot be read or written; trying again", name, passing(e));
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
