package vn.soto.projection.progress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import vn.soto.projection.source.CommitToken;

/** The lanes of a process without others, which begins anew at each start. */
final class MemoryLanes implements LaneStore {

    private final String owner;
    private final CommitToken beginning;
    private final Map<Integer, CommitToken> tokens = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> retries = new ConcurrentHashMap<>();

    MemoryLanes(String owner, CommitToken beginning) {
        this.owner = owner;
        this.beginning = beginning;
    }

    @Override
    public List<LaneProgress> lanes() {
        return tokens.entrySet().stream()
                .map(lane -> new LaneProgress(lane.getKey(), owner, false, lane.getValue(), retries))
                .toList();
    }

    @Override
    public Optional<CommitToken> claim(int lane) {
        tokens.putIfAbsent(lane, beginning);
        return Optional.ofNullable(tokens.get(lane));
    }

    @Override
    public void store(int lane, CommitToken token) {
        tokens.put(lane, token);
    }

    @Override
    public void renew(int lane, CommitToken token) {
        tokens.put(lane, token);
    }

    @Override
    public void release(int lane, CommitToken token) {
        tokens.put(lane, token);
    }

    @Override
    public void requestRetry(String projection) {
        retries.merge(projection, 1, Integer::sum);
    }
}
