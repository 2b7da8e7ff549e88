package vn.soto.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.TrackedCommit;
import vn.soto.projection.source.WakeUpSignal;

/**
 * The thread of a tracker. It reads the ledger page by page, hands each page to the lanes that this process projects, and
 * waits for them. Meanwhile it reads the next page. A lane that is late is left at its work, and no other waits for it.
 */
final class TrackerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(TrackerLoop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration WHILE_A_LANE_RESTS = Duration.ofMillis(50);

    private static final Duration BEHIND = Duration.ofMillis(5);

    /** So many times further behind than is allowed, one begins anew, and decodes for itself. */
    private static final int OUT_OF_REACH = 16;

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
    private final LongSupplier leader;
    private volatile LongSupplier follower = () -> Long.MAX_VALUE;
    private volatile int lead = Integer.MAX_VALUE;

    /** The end of the ledger when this began. Answers wait for later commits, so those are projected at once. */
    private long past = -1;

    /** Commit of the last when it did not go on: it is not waited for again before it does. */
    private long stuck = -1;

    /** The lanes at work on other threads, for the thread of the tracker; a lane has one work at a time. */
    private final Map<Lane, Future<?>> atWork = new HashMap<>();

    private volatile @Nullable Thread thread;
    private volatile boolean stopped;
    private volatile boolean failing;

    /**
     * @param look      longest wait between two looks for claims
     * @param remote    whether documents are read and written in round trips, so that lanes wait and do not work
     * @param projected given after each page of a lane
     * @param leader    last commit of the tracker that it follows: a page that this one has not read would be decoded twice
     */
    TrackerLoop(
            String name,
            List<Lane> lanes,
            LaneClaims claims,
            LedgerEventSource source,
            ExecutorService workers,
            Duration look,
            boolean remote,
            WakeUpSignal projected,
            LongSupplier leader) {
        this.name = name;
        this.lanes = lanes;
        this.claims = claims;
        this.source = source;
        this.workers = workers;
        this.look = look;
        this.remote = remote;
        this.projected = projected;
        this.leader = leader;
    }

    /**
     * Stays near the last of its lanes and near a tracker that follows: what was decoded is soon forgotten. That holds while those
     * go on, and only for what the ledger had when this began.
     *
     * @param follower last commit of the tracker that follows
     * @param most     commits between the first and the last
     */
    void leads(LongSupplier follower, int most) {
        this.follower = follower;
        this.lead = most;
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
                claims.look(this::isFree);
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

    private boolean isFree(Lane lane) {
        return !atWork.containsKey(lane);
    }

    private Duration patience() {
        return !atWork.isEmpty() || lanes.stream().anyMatch(lane -> lane.isClaimed() && !lane.isReady())
                ? WHILE_A_LANE_RESTS
                : look;
    }

    private void rest(RuntimeException failure) {
        if (!stopped) {
            failing = true;
            LOG.warn("{}: the ledger or the claims cannot be read; trying again", name, failure);
            LockSupport.parkNanos(AFTER_FAILURE.toNanos());
        }
    }

    /** After the batches under way. Claims that cannot be released expire. */
    private void release() {
        while (!atWork.isEmpty()) {
            attempt(claims::renew);
            await(List.copyOf(atWork.values()));
            attempt(this::settle);
        }
        attempt(claims::release);
    }

    private void attempt(Runnable last) {
        try {
            last.run();
        } catch (RuntimeException e) {
            LOG.info("{}: a failure while it stops: {}", name, e.getClass().getName());
        }
    }

    /** Projects the next page of each lane that is free; returns false if there is none. */
    private boolean step() {
        settle();
        if (leadsTooFar()) {
            return true;
        }
        long read = leader.getAsLong();
        Map<Lane, List<TrackedCommit>> pages = new LinkedHashMap<>();
        lanes.stream()
                .filter(lane ->
                        isFree(lane) && lane.isReady() && lane.position().number() <= read)
                .forEach(lane -> {
                    List<TrackedCommit> page = source.after(lane.position().number());
                    if (!page.isEmpty()) {
                        pages.put(lane, page);
                    }
                });
        if (pages.isEmpty()) {
            return follows(read);
        }
        if (!remote
                && pages.values().stream().allMatch(TrackerLoop::isFew)
                && pages.keySet().stream().noneMatch(Lane::isHeld)) {
            pages.forEach(this::project);
        } else {
            together(pages);
        }
        return true;
    }

    /** Whether the last has to come nearer first; waits until it goes on, a second at most. */
    private boolean leadsTooFar() {
        if (past < 0) {
            past = source.end().number();
        }
        long front = front();
        if (front >= past) {
            return false;
        }
        long reached = last();
        long between = front - reached;
        if (between <= lead || between > (long) OUT_OF_REACH * lead || reached == stuck) {
            return false;
        }
        long begin = System.nanoTime();
        while (!stopped && last() == reached && System.nanoTime() - begin < look.toNanos()) {
            LockSupport.parkNanos(BEHIND.toNanos());
        }
        stuck = last() == reached ? reached : -1;
        return true;
    }

    /** The last commit of the follower or of a lane at work, whichever is less; one that has ended is given its next page. */
    private long last() {
        long last = follower.getAsLong();
        for (Map.Entry<Lane, Future<?>> work : atWork.entrySet()) {
            if (!work.getValue().isDone()) {
                last = Math.min(last, work.getKey().position().number());
            }
        }
        return last;
    }

    private long front() {
        return lanes.stream()
                .filter(Lane::isClaimed)
                .mapToLong(lane -> lane.position().number())
                .max()
                .orElse(0);
    }

    /** Whether the tracker that it follows has to come as far first; pauses then. */
    private boolean follows(long read) {
        boolean waits = lanes.stream()
                .anyMatch(lane -> lane.isReady() && lane.position().number() > read);
        if (waits) {
            LockSupport.parkNanos(BEHIND.toNanos());
        }
        return waits;
    }

    private static boolean isFew(List<TrackedCommit> page) {
        return page.stream().mapToInt(commit -> commit.events().size()).sum() <= FEW;
    }

    private void project(Lane lane, List<TrackedCommit> page) {
        lane.project(page);
        projected.signal();
    }

    /** A lane that is behind another one goes on by itself until it is as far. */
    private void together(Map<Lane, List<TrackedCommit>> pages) {
        long front = front();
        List<Future<?>> inStep = new ArrayList<>();
        pages.forEach((lane, page) -> {
            Future<?> work = workers.submit(() -> projectUpTo(front, lane, page));
            atWork.put(lane, work);
            if (end(page) >= front) {
                inStep.add(work);
            }
        });
        source.after(pages.values().stream().mapToLong(TrackerLoop::end).max().orElseThrow());
        await(inStep);
    }

    private static long end(List<TrackedCommit> page) {
        return page.getLast().token().number();
    }

    private void projectUpTo(long front, Lane lane, List<TrackedCommit> page) {
        project(lane, page);
        while (!stopped && lane.isReady() && lane.position().number() < front) {
            project(lane, source.after(lane.position().number()));
        }
    }

    /** Waits until works end, or until it is time to look after the claims. */
    private void await(List<Future<?>> works) {
        long begin = System.nanoTime();
        for (Future<?> work : works) {
            try {
                work.get(look.toNanos() - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return;
            } catch (InterruptedException e) {
                stopped = true;
                return;
            } catch (ExecutionException e) {
                // settle() throws it
            }
        }
    }

    /** Lanes whose work has ended are free again; fails then, if one broke off. */
    private void settle() {
        List<Future<?>> ended = new ArrayList<>();
        atWork.values().removeIf(work -> work.isDone() && ended.add(work));
        for (Future<?> work : ended) {
            if (work.state() == Future.State.FAILED) {
                throw new IllegalStateException(name + ": a lane broke off", work.exceptionNow());
            }
        }
    }
}
