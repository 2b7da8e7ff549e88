package vn.soto.projection.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import vn.soto.projection.source.CommitToken;

/** Progress of a process without others: its tokens, and how often a retry was requested. */
final class MemoryProgress implements ProjectionProgress {

    private final TokenStore tokens;
    private final String owner;
    private final CommitToken beginning;
    private final Map<String, Integer> retries = new ConcurrentHashMap<>();

    MemoryProgress(TokenStore tokens, String owner, CommitToken beginning) {
        this.tokens = tokens;
        this.owner = owner;
        this.beginning = beginning;
    }

    @Override
    public CommitToken beginning() {
        return beginning;
    }

    @Override
    public List<SegmentProgress> of(String tracker) {
        return Arrays.stream(tokens.fetchSegments(tracker))
                .mapToObj(segment -> new SegmentProgress(
                        segment,
                        owner,
                        GenericEventMessage.clock.instant(),
                        commit(tokens.fetchToken(tracker, segment)),
                        retries))
                .toList();
    }

    @Override
    public void requestRetry(String tracker, String projection) {
        retries.merge(projection, 1, Integer::sum);
    }

    @Override
    public void note(String owner, String tracker, Map<Integer, CommitToken> folded) {
        // No other process reads it.
    }
}
