package vn.soto.edge.server;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The things held by unknown senders, by their address, in the order of coming. At a limit, the oldest gives its place
 * to a new one. It is the oldest of the same address, or of the address that holds most. Thread-safe.
 */
final class OldestByAddress<T> {

    private final Map<Network, Set<T>> held = new LinkedHashMap<>();
    private int size;

    synchronized void add(Network client, T one) {
        if (held.computeIfAbsent(client, same -> new LinkedHashSet<>()).add(one)) {
            size++;
        }
    }

    synchronized void remove(Network client, T gone) {
        held.computeIfPresent(client, (same, all) -> {
            size -= all.remove(gone) ? 1 : 0;
            return all.isEmpty() ? null : all;
        });
    }

    synchronized int size() {
        return size;
    }

    synchronized int sizeOf(Network client) {
        return held.getOrDefault(client, Set.of()).size();
    }

    /** Removes the oldest of this address; absent if there is none. */
    synchronized @Nullable T takeOf(Network client) {
        Set<T> all = held.get(client);
        if (all == null) {
            return null;
        }
        T oldest = all.iterator().next();
        remove(client, oldest);
        return oldest;
    }

    /** Removes the oldest of the address that holds most; absent if there is none at all. */
    synchronized @Nullable T take() {
        Network crowd = null;
        int most = 0;
        for (Map.Entry<Network, Set<T>> each : held.entrySet()) {
            if (each.getValue().size() > most) {
                crowd = each.getKey();
                most = each.getValue().size();
            }
        }
        return crowd == null ? null : takeOf(crowd);
    }
}
