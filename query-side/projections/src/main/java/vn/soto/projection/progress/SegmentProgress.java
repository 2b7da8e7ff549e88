package vn.soto.projection.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.CommitToken;

/**
 * The stored state of one segment of a tracker.
 *
 * @param owner   process that claims it, or claimed it last
 * @param claimed time of the claim's last renewal
 * @param folded  last commit projected completely, as far as is stored
 * @param retries number of requests to retry the dead letters, by projection
 */
public record SegmentProgress(
        int segment, @Nullable String owner, Instant claimed, CommitToken folded, Map<String, Integer> retries) {

    /** Whether the claim has not been renewed for twice the timeout. */
    public boolean abandoned(Instant now, Duration timeout) {
        return claimed.plus(timeout.multipliedBy(2)).isBefore(now);
    }
}
