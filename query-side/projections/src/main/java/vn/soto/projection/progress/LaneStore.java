package vn.soto.projection.progress;

import java.util.List;
import java.util.Optional;
import vn.soto.projection.source.CommitToken;

/** The progress of a tracker's lanes, all of which one process claims at a time. Thread-safe. */
public interface LaneStore {

    /** The state of a tracker that was ever claimed, in any process; slightly out of date. */
    Optional<TrackerProgress> progress();

    /** Claims the tracker; returns where each lane goes on, or nothing if another process has the claim. */
    Optional<List<CommitToken>> claim();

    /**
     * Stores the progress of a lane, whose documents are written. Of calls in quick succession only some write, since a
     * token that lags loses nothing.
     *
     * @throws LaneLostException another process has the claim
     */
    void store(int lane, CommitToken token);

    /**
     * Stores the progress of all lanes at once and renews the claim.
     *
     * @throws LaneLostException another process has the claim
     */
    void renew(List<CommitToken> tokens);

    /** Stores the progress of all lanes and gives up the claim, if this process has it. */
    void release(List<CommitToken> tokens);

    /** Requests the process that projects a read model to retry its dead letters. */
    void requestRetry(String projection);
}
