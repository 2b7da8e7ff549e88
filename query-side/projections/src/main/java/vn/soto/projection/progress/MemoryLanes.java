package vn.soto.projection.progress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import vn.soto.projection.source.CommitToken;

/** The lanes of a process without others. A start goes on with the progress that was kept, if any was. */
final class MemoryLanes implements LaneStore {

    private final String owner;
    private final String tracker;
    private final CommitToken beginning;
    private final KeptProgress kept;
    private final int lanes;
    private final List<CommitToken> tokens = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> retries = new ConcurrentHashMap<>();

    MemoryLanes(String owner, String tracker, int lanes, CommitToken beginning, KeptProgress kept) {
        this.lanes = lanes;
        this.owner = owner;
        this.tracker = tracker;
        this.beginning = beginning;
        this.kept = kept;
    }

    @Override
    public Optional<TrackerProgress> progress() {
        List<CommitToken> now = List.copyOf(tokens);
        return now.isEmpty() ? Optional.empty() : Optional.of(new TrackerProgress(owner, false, now, retries));
    }

    @Override
    public synchronized Optional<List<CommitToken>> claim() {
        if (tokens.isEmpty()) {
            tokens.addAll(IntStream.range(0, lanes)
                    .mapToObj(lane -> kept.token(tracker, lane).orElse(beginning))
                    .toList());
        }
        return Optional.of(List.copyOf(tokens));
    }

    @Override
    public void store(int lane, CommitToken token) {
        tokens.set(lane, token);
        kept.store(tracker, lane, token);
    }

    @Override
    public void renew(List<CommitToken> now) {
        IntStream.range(0, lanes).forEach(lane -> store(lane, now.get(lane)));
    }

    @Override
    public void release(List<CommitToken> last) {
        renew(last);
    }

    @Override
    public void requestRetry(String projection) {
        retries.merge(projection, 1, Integer::sum);
    }
}
