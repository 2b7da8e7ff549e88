package vn.soto.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.projection.progress.LaneLostException;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.ProjectedEvent;
import vn.soto.projection.source.TrackedCommit;

/** A fixed share of a tracker's projectors. One thread at a time projects its events, in batches. */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long FIRST_REST = 250_000_000;
    private static final long LONGEST_REST = 10_000_000_000L;

    private final String name;
    private final List<BoundProjector> projectors;
    private final Consumer<CommitToken> progress;
    private final Consumer<Runnable> together;
    private final int batchSize;

    /** By event class, so that an event costs nothing to those that do not want it. */
    private final Map<Class<?>, List<BoundProjector>> wanting = new ConcurrentHashMap<>();

    /** Held by an open batch, and by whoever else changes its documents. */
    private final ReentrantLock documents = new ReentrantLock();

    private volatile CommitToken position;
    private volatile boolean claimed;
    private volatile boolean failing;
    private long rest = FIRST_REST;
    private long restsUntil = System.nanoTime();

    /**
     * @param progress  stores it after the documents of a batch; fails with {@link LaneLostException}
     * @param together  does the writes of a batch
     * @param batchSize number of events projected before their documents are written
     */
    Lane(
            String name,
            List<BoundProjector> projectors,
            CommitToken beginning,
            Consumer<CommitToken> progress,
            Consumer<Runnable> together,
            int batchSize) {
        this.name = name;
        this.projectors = projectors;
        this.position = beginning;
        this.progress = progress;
        this.together = together;
        this.batchSize = batchSize;
    }

    boolean has(BoundProjector projector) {
        return projectors.contains(projector);
    }

    /** Begins to project the events after the token: this process has claimed the lane. */
    void begin(CommitToken token) {
        position = token;
        claimed = true;
    }

    /** Another process projects it, or nobody. */
    void end() {
        claimed = false;
    }

    /** Whether this process projects it. */
    boolean isClaimed() {
        return claimed;
    }

    /** The last commit that this process has projected completely, while it has the claim. */
    CommitToken position() {
        return position;
    }

    /** Whether its last batch failed in this process. */
    boolean failing() {
        return failing;
    }

    /** Whether this process may go on with it: after a failure it rests, longer after each. */
    boolean isReady() {
        return claimed && System.nanoTime() - restsUntil >= 0;
    }

    /** Projects those of the commits that it has not yet. After a failure it takes up the batch again later. */
    void project(List<TrackedCommit> commits) {
        try {
            List<ProjectedEvent> batch = new ArrayList<>();
            for (TrackedCommit commit : commits) {
                if (commit.token().number() > position.number()) {
                    for (ProjectedEvent event : commit.events()) {
                        if (!wanting(event.event().getClass()).isEmpty()) {
                            batch.add(event);
                        }
                    }
                    if (batch.size() >= batchSize) {
                        project(batch, commit.token());
                        batch = new ArrayList<>();
                    }
                }
            }
            CommitToken last = commits.getLast().token();
            if (last.number() > position.number()) {
                project(batch, last);
            }
            failing = false;
            rest = FIRST_REST;
        } catch (LaneLostException e) {
            LOG.info("{}: another process has taken it over", name);
            end();
        } catch (RuntimeException e) {
            failing = true;
            restsUntil = System.nanoTime() + rest;
            LOG.warn("{}: a batch failed after commit {}; it is tried again", name, position.number(), e);
            rest = Math.min(LONGEST_REST, 2 * rest);
        }
    }

    private void project(List<ProjectedEvent> events, CommitToken upTo) {
        documents.lock();
        try {
            if (!events.isEmpty()) {
                Map<BoundProjector, OpenBatch> open = new LinkedHashMap<>();
                events.forEach(event -> fold(event, events, open));
                together.accept(() -> {
                    open.forEach((projector, batch) -> projector.write(batch, events));
                    progress.accept(upTo);
                });
            }
            position = upTo;
        } finally {
            documents.unlock();
        }
    }

    private void fold(ProjectedEvent event, List<ProjectedEvent> events, Map<BoundProjector, OpenBatch> open) {
        for (BoundProjector projector : wanting(event.event().getClass())) {
            projector.fold(event, open.computeIfAbsent(projector, one -> one.open(events)));
        }
    }

    private List<BoundProjector> wanting(Class<?> event) {
        List<BoundProjector> known = wanting.get(event);
        return known == null
                ? wanting.computeIfAbsent(
                        event,
                        type -> projectors.stream()
                                .filter(projector -> projector.takes(type))
                                .toList())
                : known;
    }

    /** Whether a batch or another change of its documents is under way. */
    boolean isHeld() {
        return documents.isLocked();
    }

    /** Does what changes documents outside the batches. */
    void betweenBatches(Runnable change) {
        documents.lock();
        try {
            change.run();
        } finally {
            documents.unlock();
        }
    }
}
