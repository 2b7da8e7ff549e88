package vn.soto.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.projection.progress.KeptProgress;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/** All projections of the query side and their common progress. */
public final class Projections implements AutoCloseable {

    private volatile boolean started;
    private final List<Projection> all;
    private final List<Projection> shared;
    private final List<Tracker> trackers;

    private final Pool pool;
    private final Pool rebuilding;
    private final ProjectionMaintenance maintenance;

    /**
     * One tracker projects all; what this process keeps for itself has a lane of its own, for which no other answer waits.
     * If the other read models outlast the process, it has a tracker of its own, with the progress that it keeps itself.
     */
    public Projections(
            List<Projector> projectors,
            Documents documents,
            LedgerEventSource source,
            ProjectionCluster cluster,
            int workers,
            int batchSize) {
        this.pool = Pool.of(workers, batchSize);
        this.rebuilding = Pool.of(workers, batchSize);
        boolean apart = cluster.outlastsProcess();
        ProjectionCluster alone = apart
                ? ProjectionCluster.alone(cluster.claims(), source.beginning(), ownProgress(projectors))
                : cluster;
        Map<Boolean, List<Projector>> byPlace = projectors.stream()
                .sorted(Comparator.comparing(Projector::name))
                .collect(Collectors.partitioningBy(projector -> projector.own().isPresent()));
        List<BoundProjector> ofAll = bound(byPlace.getOrDefault(false, List.of()), documents, cluster, source);
        List<BoundProjector> ofThis = bound(byPlace.getOrDefault(true, List.of()), documents, alone, source);
        List<List<BoundProjector>> lanes = new ArrayList<>(Tracker.shares(ofAll));
        lanes.addAll(apart ? List.of() : List.of(ofThis));
        Tracker first = new Tracker(Tracker.named(ofAll), lanes, Tracker.LANES, source, cluster, pool);
        Tracker second = apart ? new Tracker("own", List.of(ofThis), 1, source, alone, pool, first.leads()) : first;
        if (apart) {
            first.leads(second);
        }
        this.trackers = apart ? List.of(first, second) : List.of(first);
        this.shared = projections(ofAll, first, source, cluster);
        this.all = Stream.concat(shared.stream(), projections(ofThis, second, source, alone).stream())
                .toList();
        this.maintenance = new ProjectionMaintenance(trackers, all, cluster);
    }

    private static KeptProgress ownProgress(List<Projector> projectors) {
        return projectors.stream()
                .map(Projector::ownProgress)
                .filter(KeptProgress::isLasting)
                .findFirst()
                .orElse(KeptProgress.NONE);
    }

    private static List<BoundProjector> bound(
            List<Projector> projectors, Documents shared, ProjectionCluster cluster, LedgerEventSource source) {
        return projectors.stream()
                .map(projector -> new BoundProjector(
                        projector, projector.own().orElse(shared), cluster.deadLetters(projector.name(), source)))
                .toList();
    }

    private List<Projection> projections(
            List<BoundProjector> projectors, Tracker tracker, LedgerEventSource source, ProjectionCluster of) {
        return projectors.stream()
                .map(projector -> new Projection(projector, tracker, source, of, rebuilding))
                .toList();
    }

    public List<Projection> all() {
        return all;
    }

    /** Those whose documents the processes share, which all answers are made of. */
    public List<Projection> shared() {
        return shared;
    }

    public void start() {
        trackers.forEach(Tracker::start);
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
        return trackers.getFirst().folded(0);
    }

    /** Waits until {@link #folded} reaches {@code number}; returns false after {@code limit}. */
    public boolean await(long number, Duration limit) {
        return trackers.getFirst().await(0, number, limit);
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
        trackers.forEach(Tracker::stop);
        all.forEach(Projection::stop);
        pool.close();
        rebuilding.close();
    }
}
