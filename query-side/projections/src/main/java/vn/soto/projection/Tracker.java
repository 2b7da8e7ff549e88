package vn.soto.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.soto.ledger.Hash;
import vn.soto.projection.progress.LaneLostException;
import vn.soto.projection.progress.LaneStore;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.progress.TrackerProgress;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;
import vn.soto.projection.source.WakeUpSignal;

/**
 * Reads the ledger once for many projectors. Each has its place in one of the lanes, which run in parallel, all in this
 * process or all in another. The projectors of the first lanes share their progress, which is that of the slowest of these
 * lanes; each further lane has its own.
 */
final class Tracker {

    /** Of the read models that processes share, in each of these; another number begins anew. */
    static final int LANES = 4;

    private static final int NAME = 8;

    /** Commits between those who read what one has decoded, while they fold a ledger. */
    private static final int LEAD = 2_000;

    /** A lane without an event of its own moves on without a batch. Looks for that start soon, and slow down with the wait. */
    private static final Duration LOOK_SOON = Duration.ofMillis(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final String name;
    private final List<Lane> lanes;
    private final int common;
    private final ProjectionCluster cluster;
    private final LaneStore stored;
    private final TrackerLoop loop;
    private final List<AtomicReference<CommitToken>> reached;
    private final WakeUpSignal projected = new WakeUpSignal();
    private List<CommitToken> noted = List.of();

    /**
     * @param projectors of each lane, the same in all processes
     * @param common     number of the lanes that share their progress
     * @param leader     last commit of a tracker that this one follows
     */
    Tracker(
            String name,
            List<List<BoundProjector>> projectors,
            int common,
            LedgerEventSource source,
            ProjectionCluster cluster,
            Pool pool,
            LongSupplier leader) {
        this.name = name;
        this.cluster = cluster;
        this.common = common;
        this.stored = cluster.lanes(name, projectors.size());
        this.lanes = IntStream.range(0, projectors.size())
                .mapToObj(lane -> new Lane(
                        name + "/" + lane,
                        projectors.get(lane),
                        cluster.beginning(),
                        token -> stored.store(lane, token),
                        cluster::together,
                        pool.batchSize()))
                .toList();
        this.reached = lanes.stream()
                .map(lane -> new AtomicReference<>(cluster.beginning()))
                .toList();
        this.loop = new TrackerLoop(
                name,
                lanes,
                new LaneClaims(name, lanes, stored, cluster, source),
                source,
                pool.workers(),
                cluster.claims().look(),
                cluster.isShared(),
                projected,
                leader);
        loop.leads(() -> Long.MAX_VALUE, LEAD);
    }

    /** One that follows no other. */
    Tracker(
            String name,
            List<List<BoundProjector>> projectors,
            int common,
            LedgerEventSource source,
            ProjectionCluster cluster,
            Pool pool) {
        this(name, projectors, common, source, cluster, pool, () -> Long.MAX_VALUE);
    }

    /** The last commit that any lane has projected in this process. */
    private long front() {
        return lanes.stream().mapToLong(lane -> lane.position().number()).max().orElse(0);
    }

    /** The last commit up to which another may read what this one has decoded; without an end if other processes may project it. */
    LongSupplier leads() {
        return cluster.isShared() ? () -> Long.MAX_VALUE : this::front;
    }

    /** Stays near a tracker that reads what this one has decoded. */
    void leads(Tracker follower) {
        loop.leads(follower::front, LEAD);
    }

    /** The fixed shares of projectors, by their order. */
    static List<List<BoundProjector>> shares(List<BoundProjector> projectors) {
        return IntStream.range(0, LANES)
                .mapToObj(lane -> IntStream.iterate(lane, place -> place < projectors.size(), place -> place + LANES)
                        .mapToObj(projectors::get)
                        .toList())
                .toList();
    }

    /**
     * The name under which the progress of these projectors is stored. A version of the product with others has another
     * name, and projects the ledger from its beginning over the documents that are there.
     */
    static String named(List<BoundProjector> projectors) {
        String names = projectors.stream().map(BoundProjector::name).collect(Collectors.joining("\n"));
        return "tracker-"
                + Hash.sha256((LANES + "\n" + names).getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, NAME);
    }

    String name() {
        return name;
    }

    /**
     * The last commit that a lane, and every one that shares its progress, has projected completely, in any process.
     * Later commits may be projected in part. Never moves back.
     */
    CommitToken folded(int lane) {
        int first = lane < common ? 0 : lane;
        int end = lane < common ? common : lane + 1;
        CommitToken least = stored.progress().stream()
                .flatMap(known -> IntStream.range(first, end)
                        .mapToObj(each -> folded(lanes.get(each), known.folded().get(each))))
                .reduce((a, b) -> a.number() <= b.number() ? a : b)
                .orElse(cluster.beginning());
        return reached.get(first).accumulateAndGet(least, CommitToken::later);
    }

    /** The progress of a lane; for one that this process runs, its own state is newer than the stored one. */
    private static CommitToken folded(Lane lane, CommitToken known) {
        return lane.isClaimed() ? CommitToken.later(known, lane.position()) : known;
    }

    /** Waits until {@link #folded} reaches {@code number}; returns false after {@code limit}, and if it is interrupted. */
    boolean await(int lane, long number, Duration limit) {
        long begin = System.nanoTime();
        Duration pause = LOOK_SOON;
        try {
            long seen = projected.version();
            while (folded(lane).number() < number) {
                if (System.nanoTime() - begin > limit.toNanos()) {
                    return false;
                }
                projected.await(seen, pause.toNanos());
                seen = projected.version();
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : longer;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isMine(TrackerProgress known) {
        return cluster.claims().owner().equals(known.owner());
    }

    /**
     * Whether a lane has stopped on a failure other than a dead letter, no process runs it, or the ledger cannot be read.
     * The batch of a stopped lane is tried again by itself.
     */
    boolean failing() {
        return loop.isFailing() || stored.progress().map(this::stopped).orElse(true);
    }

    private boolean stopped(TrackerProgress known) {
        boolean othersCare = known.owner() != null && !isMine(known);
        return known.abandoned() || (!othersCare && lanes.stream().anyMatch(Lane::failing));
    }

    /** The place of a projector. */
    int lane(BoundProjector projector) {
        return IntStream.range(0, lanes.size())
                .filter(lane -> lanes.get(lane).has(projector))
                .findFirst()
                .orElseThrow();
    }

    /** The last commit that this process has projected in a lane that it runs. */
    CommitToken position(int lane) {
        return lanes.get(lane).position();
    }

    /** Whether this process runs a lane. */
    boolean runs(int lane) {
        return lanes.get(lane).isClaimed();
    }

    /** Whether no other process runs it. */
    boolean isFree() {
        return stored.progress()
                .map(known -> known.owner() == null || isMine(known))
                .orElse(true);
    }

    /** Does what changes documents of a lane outside its batches. */
    void betweenBatches(int lane, Runnable change) {
        lanes.get(lane).betweenBatches(change);
    }

    /** Requests a retry of a projector's dead letters, of whichever process runs its lane. */
    void requestRetry(BoundProjector projector) {
        stored.requestRetry(projector.name());
    }

    /** How often a retry of a projector's dead letters was requested. */
    int retries(BoundProjector projector) {
        return stored.progress()
                .map(known -> known.retries().getOrDefault(projector.name(), 0))
                .orElse(0);
    }

    /** Stores this process's progress for others. If it was taken over, its lanes end with their next batches. */
    synchronized void note() {
        List<CommitToken> now = lanes.stream().map(Lane::position).toList();
        if (cluster.isShared() && lanes.stream().allMatch(Lane::isClaimed) && !now.equals(noted)) {
            try {
                stored.renew(now);
                noted = now;
            } catch (LaneLostException e) {
                lanes.forEach(Lane::end);
            }
        }
    }

    void start() {
        loop.start();
    }

    void stop() {
        loop.stop();
    }
}
