package vn.soto.edge.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what each holder occupies, up to a limit. Thread-safe; holders that occupy nothing take no memory. */
public final class Occupation<H> {

    private final int limit;
    private final ConcurrentMap<H, Integer> counts = new ConcurrentHashMap<>();

    public Occupation(int limit) {
        this.limit = limit;
    }

    /** Whether the holder got a place, which it gives back with {@link #leave}. */
    public boolean enter(H holder) {
        boolean[] entered = new boolean[1];
        counts.compute(holder, (key, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < limit;
            return entered[0] ? Integer.valueOf(before + 1) : count;
        });
        return entered[0];
    }

    boolean isFull(H holder) {
        return counts.getOrDefault(holder, 0) >= limit;
    }

    /** Gives a place beyond the limit, for one that is about to be left. */
    void enterBeyond(H holder) {
        counts.merge(holder, 1, Integer::sum);
    }

    public void leave(H holder) {
        counts.computeIfPresent(holder, (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }

    int holders() {
        return counts.size();
    }
}
