package vn.soto.projection;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.projection.progress.LaneLostException;
import vn.soto.projection.progress.LaneStore;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.LedgerEventSource;

/**
 * The lanes that this process projects. It claims as many as its share, renews the claims, and gives up what is above its
 * share. For one thread.
 */
final class LaneClaims {

    private static final Logger LOG = LoggerFactory.getLogger(LaneClaims.class);

    private final String tracker;
    private final List<Lane> lanes;
    private final LaneStore stored;
    private final ProjectionCluster cluster;
    private final LedgerEventSource source;
    private long looked;
    private long renewed;

    LaneClaims(
            String tracker, List<Lane> lanes, LaneStore stored, ProjectionCluster cluster, LedgerEventSource source) {
        this.tracker = tracker;
        this.lanes = lanes;
        this.stored = stored;
        this.cluster = cluster;
        this.source = source;
        this.looked = System.nanoTime() - cluster.claims().look().toNanos();
        this.renewed = System.nanoTime();
    }

    /**
     * Renews claims and looks for lanes without one, if it is time for that.
     *
     * @param free lanes that may be claimed or given up: no batch of theirs is under way
     */
    void look(Predicate<Lane> free) {
        renew();
        long now = System.nanoTime();
        if (now - looked >= cluster.claims().look().toNanos()) {
            looked = now;
            int share = cluster.processes().share(lanes.size());
            each(lane -> lane.isClaimed() && free.test(lane) && claimed() > share, this::release);
            each(lane -> !lane.isClaimed() && free.test(lane) && claimed() < share, this::claim);
        }
    }

    /** Renews claims, if it is time for that; also while lanes are at work. */
    void renew() {
        long now = System.nanoTime();
        if (now - renewed >= cluster.claims().renewal().toNanos()) {
            renewed = now;
            each(Lane::isClaimed, this::renew);
        }
    }

    private void each(Predicate<Lane> which, IntConsumer action) {
        IntStream.range(0, lanes.size())
                .filter(lane -> which.test(lanes.get(lane)))
                .forEach(action);
    }

    private long claimed() {
        return lanes.stream().filter(Lane::isClaimed).count();
    }

    /** Fails if the stored progress is that of another ledger. */
    private void claim(int lane) {
        stored.claim(lane).ifPresent(token -> {
            lanes.get(lane).begin(source.checked(token));
            LOG.info("{}: this process projects lane {}, from commit {} on", tracker, lane, token.number() + 1);
        });
    }

    private void renew(int lane) {
        try {
            stored.renew(lane, lanes.get(lane).position());
        } catch (LaneLostException e) {
            LOG.info("{}: another process has taken lane {} over", tracker, lane);
            lanes.get(lane).end();
        }
    }

    private void release(int lane) {
        lanes.get(lane).end();
        stored.release(lane, lanes.get(lane).position());
    }

    /** Lets other processes take the lanes over at once. */
    void releaseAll() {
        each(Lane::isClaimed, this::release);
    }
}
