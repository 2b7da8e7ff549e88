package vn.soto.projection;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.projection.progress.LaneLostException;
import vn.soto.projection.progress.LaneStore;
import vn.soto.projection.progress.ProjectionCluster;
import vn.soto.projection.source.CommitToken;
import vn.soto.projection.source.LedgerEventSource;

/** The claim of this process to project the lanes of a tracker: all of them, or none. For one thread. */
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
     * Renews the claim, or looks whether it is free, if it is time for that.
     *
     * @param free lanes without a batch under way: one that was lost under its batch is not begun again before its end
     */
    void look(Predicate<Lane> free) {
        renew();
        long now = System.nanoTime();
        if (now - looked >= cluster.claims().look().toNanos()) {
            looked = now;
            if (!isHeld() && lanes.stream().allMatch(free)) {
                claim();
            }
        }
    }

    private boolean isHeld() {
        return lanes.stream().anyMatch(Lane::isClaimed);
    }

    /** Renews the claim, if it is time for that; also while lanes are at work. Once a lane has lost it, all have. */
    void renew() {
        long now = System.nanoTime();
        boolean lost = !lanes.stream().allMatch(Lane::isClaimed);
        if (isHeld() && (lost || now - renewed >= cluster.claims().renewal().toNanos())) {
            renewed = now;
            try {
                stored.renew(positions());
            } catch (LaneLostException e) {
                LOG.info("{}: another process has taken it over", tracker);
                lanes.forEach(Lane::end);
            }
        }
    }

    private List<CommitToken> positions() {
        return lanes.stream().map(Lane::position).toList();
    }

    /** Fails if the stored progress is that of another ledger. */
    private void claim() {
        stored.claim().ifPresent(tokens -> {
            List<CommitToken> checked = tokens.stream().map(source::checked).toList();
            IntStream.range(0, lanes.size()).forEach(lane -> lanes.get(lane).begin(checked.get(lane)));
            LOG.info("{}: this process projects, after commits {}", tracker, numbers(checked));
        });
    }

    private static List<Long> numbers(List<CommitToken> tokens) {
        return tokens.stream().map(CommitToken::number).toList();
    }

    /** Lets another process take over at once. */
    void release() {
        if (isHeld()) {
            lanes.forEach(Lane::end);
            stored.release(positions());
        }
    }
}
