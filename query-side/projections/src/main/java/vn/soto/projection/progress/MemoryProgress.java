package vn.soto.projection.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GenericEventMessage;
import vn.soto.projection.source.CommitToken;

/** Progress of a process without others: its tokens, and how often a retry was requested. */
final class MemoryProgress implements ProjectionProgress {

    private final MemoryTokens tokens;
    private final String owner;
    private final CommitToken beginning;
    private final Map<String, Integer> retries = new ConcurrentHashMap<>();

    MemoryProgress(MemoryTokens tokens, String owner, CommitToken beginning) {
        this.tokens = tokens;
        this.owner = owner;
        this.beginning = beginning;
    }

    @Override
    public CommitToken beginning() {
        return beginning;
    }

    @Override
    public List<SegmentProgress> of(String projection) {
        int requested = retries.getOrDefault(projection, 0);
        return Arrays.stream(tokens.fetchSegments(projection))
                .mapToObj(segment -> new SegmentProgress(
                        segment,
                        owner,
                        GenericEventMessage.clock.instant(),
                        commit(tokens.fetchToken(projection, segment)),
                        requested))
                .toList();
    }

    @Override
    public void requestRetry(String projection) {
        retries.merge(projection, 1, Integer::sum);
    }

    @Override
    public void note(String owner, String projection, Map<Integer, CommitToken> folded) {
        // No other process reads it.
    }
}
