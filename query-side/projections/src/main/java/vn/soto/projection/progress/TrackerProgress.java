package vn.soto.projection.progress;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.projection.source.CommitToken;

/**
 * The stored state of a tracker.
 *
 * @param owner     process that claims it, or claimed it last; absent if it was released
 * @param abandoned whether its claim was seen unrenewed for twice the timeout
 * @param folded    last commit that each lane has projected completely, as far as is stored
 * @param retries   number of requests to retry the dead letters, by projection
 */
public record TrackerProgress(
        @Nullable String owner, boolean abandoned, List<CommitToken> folded, Map<String, Integer> retries) {}
