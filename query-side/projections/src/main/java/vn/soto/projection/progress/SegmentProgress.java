package vn.soto.projection.progress;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.CommitToken;

/**
 * What is stored about one segment of a projection.
 *
 * @param owner   who claims it, or claimed it last
 * @param claimed when that was last renewed
 * @param folded  everything up to here is folded, as far as is stored
 * @param replays how often the projection was folded anew
 * @param retries how often all processes were asked to try again what is set aside
 */
public record SegmentProgress(
        int segment, @Nullable String owner, Instant claimed, CommitToken folded, int replays, int retries) {

    /** Nobody has folded it for longer than it takes to take it over. */
    public boolean abandoned(Instant now, Duration timeout) {
        return claimed.plus(timeout.multipliedBy(2)).isBefore(now);
    }
}
