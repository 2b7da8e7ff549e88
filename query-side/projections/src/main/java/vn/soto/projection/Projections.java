package vn.soto.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/** All projections of the query side and their common progress. */
public final class Projections implements AutoCloseable {

    /** Polling starts short, because most commits are projected at once, and slows down with the wait. */
    private static final Duration LOOK_SOON = Duration.ofMillis(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final List<Projection> all;
    private final Pool pool;
    private final ProjectionCluster cluster;
    private final ProjectionMaintenance maintenance;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("query-process").daemon().factory());

    public Projections(
            List<Projector> projectors,
            Documents documents,
            LedgerEventSource source,
            ProjectionCluster cluster,
            int workers,
            int batchSize) {
        this.pool = Pool.of(workers, batchSize);
        this.cluster = cluster;
        this.all = projectors.stream()
                .map(projector -> new Projection(projector, documents, source, cluster, pool))
                .toList();
        this.maintenance = new ProjectionMaintenance(all, cluster.claims().look(), cluster.deadLetterCounts());
    }

    public List<Projection> all() {
        return all;
    }

    public void start() {
        cluster.processes().start(heart);
        all.forEach(Projection::start);
        maintenance.start();
    }

    /** The last commit that every read model has projected completely. */
    public CommitToken folded() {
        return all.stream()
                .map(Projection::folded)
                .reduce((a, b) -> a.number() <= b.number() ? a : b)
                .orElseThrow();
    }

    /** Waits until {@link #folded} reaches {@code number}; returns false after {@code limit}. */
    public boolean await(long number, Duration limit) {
        long begin = System.nanoTime();
        Duration pause = LOOK_SOON;
        while (folded().number() < number) {
            if (System.nanoTime() - begin > limit.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : longer;
        }
        return true;
    }

    public Optional<Projection> named(String name) {
        return all.stream().filter(projection -> projection.name().equals(name)).findFirst();
    }

    /** As {@link Projection#deadLetters}, of all projections. */
    public long deadLetters() {
        return all.stream().mapToLong(Projection::deadLetters).sum();
    }

    @Override
    public void close() {
        maintenance.close();
        all.forEach(Projection::stop);
        pool.close();
        heart.shutdownNow();
        cluster.processes().stop();
    }
}
