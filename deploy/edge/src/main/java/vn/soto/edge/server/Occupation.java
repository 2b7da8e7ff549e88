package vn.soto.edge.server;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts what each client occupies, up to a limit. Thread-safe; clients that occupy nothing take no memory. */
final class Occupation {

    private final int limit;
    private final ConcurrentMap<Network, Integer> counts = new ConcurrentHashMap<>();

    Occupation(int limit) {
        this.limit = limit;
    }

    /** Whether the client got a place, which it gives back with {@link #leave}. */
    boolean enter(Network client) {
        boolean[] entered = new boolean[1];
        counts.compute(client, (key, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < limit;
            return entered[0] ? Integer.valueOf(before + 1) : count;
        });
        return entered[0];
    }

    void leave(Network client) {
        counts.computeIfPresent(client, (key, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }

    int clients() {
        return counts.size();
    }
}
