package vn.soto.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.TrackedCommit;
import vn.soto.projection.source.WakeUpSignal;

/**
 * The thread of a tracker. It reads the ledger page by page, hands each page to the lanes that this process projects, and
 * waits for all of them. Meanwhile it reads the next page and renews the claims.
 */
final class TrackerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(TrackerLoop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration WHILE_A_LANE_RESTS = Duration.ofMillis(50);

    /** So few events are projected faster than other threads would begin with them. */
    private static final int FEW = 32;

    private final String name;
    private final List<Lane> lanes;
    private final LaneClaims claims;
    private final LedgerEventSource source;
    private final ExecutorService workers;
    private final Duration look;
    private final boolean remote;
    private final WakeUpSignal projected;
    private volatile @Nullable Thread thread;
    private volatile boolean stopped;
    private volatile boolean failing;

    /**
     * @param look      longest wait between two looks for claims
     * @param remote    whether documents are read and written in round trips, so that lanes wait and do not work
     * @param projected given after each page of a lane
     */
    TrackerLoop(
            String name,
            List<Lane> lanes,
            LaneClaims claims,
            LedgerEventSource source,
            ExecutorService workers,
            Duration look,
            boolean remote,
            WakeUpSignal projected) {
        this.name = name;
        this.lanes = lanes;
        this.claims = claims;
        this.source = source;
        this.workers = workers;
        this.look = look;
        this.remote = remote;
        this.projected = projected;
    }

    synchronized void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Ends after the batches under way, and releases the claims. */
    synchronized void stop() {
        stopped = true;
        source.endWaits();
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether the ledger or the claims could not be read, or the thread has ended though nobody stopped it. */
    boolean isFailing() {
        Thread running = thread;
        return failing || (!stopped && running != null && !running.isAlive());
    }

    private void run() {
        for (long seen = source.signals(); !stopped; seen = source.signals()) {
            try {
                claims.look();
                if (!step()) {
                    source.awaitSignal(seen, patience());
                }
                failing = false;
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                rest(e);
            }
        }
        release();
    }

    private Duration patience() {
        return lanes.stream().anyMatch(lane -> lane.isClaimed() && !lane.isReady()) ? WHILE_A_LANE_RESTS : look;
    }

    private void rest(RuntimeException failure) {
        if (!stopped) {
            failing = true;
            LOG.warn("{}: the ledger or the claims cannot be read; trying again", name, failure);
            LockSupport.parkNanos(AFTER_FAILURE.toNanos());
        }
    }

    /** Claims that cannot be released expire. */
    private void release() {
        try {
            claims.releaseAll();
        } catch (RuntimeException e) {
            LOG.info("{}: its claims cannot be released: {}", name, e.getClass().getName());
        }
    }

    /** Projects the next page; returns false if there is none. A lane that is ahead waits for those behind. */
    private boolean step() {
        List<Lane> ready = lanes.stream().filter(Lane::isReady).toList();
        long from =
                ready.stream().mapToLong(lane -> lane.position().number()).min().orElse(Long.MAX_VALUE);
        List<TrackedCommit> page = ready.isEmpty() ? List.of() : source.after(from);
        if (page.isEmpty()) {
            return false;
        }
        if (!remote && page.stream().mapToInt(commit -> commit.events().size()).sum() <= FEW) {
            ready.forEach(lane -> project(lane, page));
        } else {
            together(ready, page);
        }
        return true;
    }

    private void project(Lane lane, List<TrackedCommit> page) {
        lane.project(page);
        projected.signal();
    }

    private void together(List<Lane> ready, List<TrackedCommit> page) {
        List<? extends Future<?>> lanesAtWork = ready.stream()
                .map(lane -> workers.submit(() -> project(lane, page)))
                .toList();
        try {
            source.after(page.getLast().token().number());
        } finally {
            lanesAtWork.forEach(this::await);
        }
    }

    private void await(Future<?> lane) {
        while (!lane.isDone()) {
            try {
                lane.get(look.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                claims.renew();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException(name + ": a lane broke off", e.getCause());
            }
        }
    }
}
