package vn.soto.projection.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import vn.soto.projection.source.CommitToken;

/** Progress of a process without others: its tokens, and how often a replay or a retry was requested. */
final class MemoryProgress implements ProjectionProgress {

    private static final Requests NONE = new Requests(0, 0);

    private final InMemoryTokenStore tokens;
    private final String owner;
    private final CommitToken beginning;
    private final Map<String, Requests> requests = new ConcurrentHashMap<>();

    private record Requests(int replays, int retries) {

        Requests plus(Requests more) {
            return new Requests(replays + more.replays, retries + more.retries);
        }
    }

    MemoryProgress(InMemoryTokenStore tokens, String owner, CommitToken beginning) {
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
        Requests now = requests.getOrDefault(projection, NONE);
        return Arrays.stream(tokens.fetchSegments(projection))
                .mapToObj(segment -> new SegmentProgress(
                        segment,
                        owner,
                        GenericEventMessage.clock.instant(),
                        commit(tokens.fetchToken(projection, segment)),
                        now.replays,
                        now.retries))
                .toList();
    }

    @Override
    public void requestRetry(String projection) {
        requests.merge(projection, new Requests(0, 1), Requests::plus);
    }

    @Override
    public void note(String owner, String projection, Map<Integer, CommitToken> folded) {
        // No other process reads it.
    }

    @Override
    public void markReset(String projection) {
        requests.merge(projection, new Requests(1, 0), Requests::plus);
    }
}
