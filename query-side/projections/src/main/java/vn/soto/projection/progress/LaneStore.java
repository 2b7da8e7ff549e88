package vn.soto.projection.progress;

import java.util.List;
import java.util.Optional;
import vn.soto.projection.source.CommitToken;

/** The progress of a tracker's lanes, of which each is claimed by one process at a time. Thread-safe. */
public interface LaneStore {

    /** The lanes that were ever claimed, in any process; slightly out of date. */
    List<LaneProgress> lanes();

    /** Claims a lane; returns where to go on, or nothing if another process has the claim. */
    Optional<CommitToken> claim(int lane);

    /**
     * Stores the progress of a lane, whose documents are written. Of calls in quick succession only some write, since a
     * token that lags loses nothing.
     *
     * @throws LaneLostException another process has the claim
     */
    void store(int lane, CommitToken token);

    /**
     * Stores the progress of a lane at once and renews its claim.
     *
     * @throws LaneLostException another process has the claim
     */
    void renew(int lane, CommitToken token);

    /** Stores the progress of a lane and gives up its claim, if this process has it. */
    void release(int lane, CommitToken token);

    /** Requests the process that projects a read model to retry its dead letters. */
    void requestRetry(String projection);
}
