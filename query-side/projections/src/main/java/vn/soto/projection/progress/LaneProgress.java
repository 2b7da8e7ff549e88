package vn.soto.projection.progress;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.CommitToken;

/**
 * The stored state of one lane of a tracker.
 *
 * @param owner     process that claims it, or claimed it last; absent if it was released
 * @param abandoned whether the claim has not been renewed for twice its timeout
 * @param folded    last commit projected completely, as far as is stored
 * @param retries   number of requests to retry the dead letters, by projection
 */
public record LaneProgress(
        int lane, @Nullable String owner, boolean abandoned, CommitToken folded, Map<String, Integer> retries) {}
