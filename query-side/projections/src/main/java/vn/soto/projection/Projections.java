package vn.soto.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/** All projections of the query side and their common progress. */
public final class Projections implements AutoCloseable {

    /** Polling starts short, because most commits are projected at once, and slows down with the wait. */
    private static final Duration LOOK_SOON = Duration.ofMillis(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private volatile boolean started;
    private final List<Projection> all;
    private final List<Projection> shared;

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
        ProjectionCluster alone = ProjectionCluster.alone(cluster.claims(), source.createTailToken());
        this.shared = projectors.stream()
                .filter(projector -> projector.own().isEmpty())
                .map(projector -> new Projection(projector, documents, source, cluster, pool))
                .toList();
        Stream<Projection> own = projectors.stream()
                .flatMap(projector ->
                        projector.own().stream().map(kept -> new Projection(projector, kept, source, alone, pool)));
        this.all = Stream.concat(shared.stream(), own).toList();
        this.maintenance = new ProjectionMaintenance(all, cluster.claims().look(), cluster.deadLetterCounts());
    }

    public List<Projection> all() {
        return all;
    }

    /** Those whose documents the processes share, which all answers are made of. */
    public List<Projection> shared() {
        return shared;
    }

    public void start() {
        cluster.processes().start(heart);
        all.forEach(Projection::start);
        maintenance.start();
        started = true;
    }

    /** Whether they were started: before that no commit comes, however long one waits. */
    public boolean isStarted() {
        return started;
    }

    /** The last commit that every shared read model has projected completely. */
    public CommitToken folded() {
        return shared.stream()
                .map(Projection::folded)
                .reduce((a, b) -> a.number() <= b.number() ? a : b)
                .orElseThrow();
    }

    /** Waits until {@link #folded} reaches {@code number}; returns false after {@code limit}. */
    public boolean await(long number, Duration limit) {
        return await(this::folded, number, limit);
    }

    /** Waits until one projection has projected {@code number}; returns false after {@code limit}. */
    public static boolean await(Projection projection, long number, Duration limit) {
        return await(projection::folded, number, limit);
    }

    private static boolean await(Supplier<CommitToken> folded, long number, Duration limit) {
        long begin = System.nanoTime();
        Duration pause = LOOK_SOON;
        while (folded.get().number() < number) {
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

    /** As {@link Projection#deadLetters}, of all projections with shared read models. */
    public long deadLetters() {
        return shared.stream().mapToLong(Projection::deadLetters).sum();
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
