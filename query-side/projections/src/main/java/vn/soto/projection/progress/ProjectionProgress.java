package vn.soto.projection.progress;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.CommitToken;

/** The progress of every segment of a tracker, in any process, and the requests of one process to the others. */
public interface ProjectionProgress {

    /** The token before the first commit. */
    CommitToken beginning();

    /** The segments of a tracker; empty before its first start. */
    List<SegmentProgress> of(String tracker);

    /** Requests the process that projects a read model to retry its dead letters. */
    void requestRetry(String tracker, String projection);

    /** Stores the progress of segments that {@code owner} runs. */
    void note(String owner, String tracker, Map<Integer, CommitToken> folded);

    /** The token's commit; everything up to it was projected. */
    default CommitToken commit(@Nullable TrackingToken token) {
        return token instanceof CommitToken commit ? commit : beginning();
    }

    static CommitToken later(CommitToken a, CommitToken b) {
        return a.number() >= b.number() ? a : b;
    }
}
