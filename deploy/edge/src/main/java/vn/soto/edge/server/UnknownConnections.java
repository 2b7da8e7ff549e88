package vn.soto.edge.server;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections over which no account has asked yet, by their address, in the order of their opening. Thread-safe. Where a limit is
 * reached, the oldest of them gives its place to a new one: of the same address, or of the one that has most.
 */
final class UnknownConnections {

    private static final AttributeKey<Boolean> KNOWN = AttributeKey.valueOf(UnknownConnections.class, "known");

    private final Map<Network, Set<Channel>> open = new HashMap<>();

    static boolean isKnown(Channel connection) {
        return connection.hasAttr(KNOWN);
    }

    synchronized void add(Network client, Channel connection) {
        open.computeIfAbsent(client, same -> new LinkedHashSet<>()).add(connection);
        var _ = connection.closeFuture().addListener(closed -> remove(client, connection));
    }

    void known(@Nullable Network client, Channel connection) {
        if (!isKnown(connection)) {
            connection.attr(KNOWN).set(true);
            if (client != null) {
                remove(client, connection);
            }
        }
    }

    private synchronized void remove(Network client, Channel connection) {
        open.computeIfPresent(client, (same, connections) -> {
            connections.remove(connection);
            return connections.isEmpty() ? null : connections;
        });
    }

    /** Ends one of this address; false if there is none. */
    synchronized boolean endOneOf(Network client) {
        Set<Channel> connections = open.get(client);
        if (connections == null) {
            return false;
        }
        Channel oldest = connections.iterator().next();
        remove(client, oldest);
        var _ = oldest.close();
        return true;
    }

    /** Ends one of the address that has most; false if there is none at all. */
    synchronized boolean endOne() {
        Optional<Network> crowd = open.entrySet().stream()
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .map(Map.Entry::getKey);
        return crowd.isPresent() && endOneOf(crowd.get());
    }
}
