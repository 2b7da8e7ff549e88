package vn.soto.projection.progress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import vn.soto.projection.source.CommitToken;

/** The lanes of a process without others. A start goes on with the progress that was kept, if any was. */
final class MemoryLanes implements LaneStore {

    private final String owner;
    private final String tracker;
    private final CommitToken beginning;
    private final KeptProgress kept;
    private final Map<Integer, CommitToken> tokens = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> retries = new ConcurrentHashMap<>();

    MemoryLanes(String owner, String tracker, CommitToken beginning, KeptProgress kept) {
        this.owner = owner;
        this.tracker = tracker;
        this.beginning = beginning;
        this.kept = kept;
    }

    @Override
    public List<LaneProgress> lanes() {
        return tokens.entrySet().stream()
                .map(lane -> new LaneProgress(lane.getKey(), owner, false, lane.getValue(), retries))
                .toList();
    }

    @Override
    public Optional<CommitToken> claim(int lane) {
        return Optional.of(
                tokens.computeIfAbsent(lane, first -> kept.token(tracker, first).orElse(beginning)));
    }

    @Override
    public void store(int lane, CommitToken token) {
        tokens.put(lane, token);
        kept.store(tracker, lane, token);
    }

    @Override
    public void renew(int lane, CommitToken token) {
        store(lane, token);
    }

    @Override
    public void release(int lane, CommitToken token) {
        store(lane, token);
    }

    @Override
    public void requestRetry(String projection) {
        retries.merge(projection, 1, Integer::sum);
    }
}
