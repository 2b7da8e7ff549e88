package vn.soto.edge.server;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/** Connections over which no account has asked yet. Thread-safe. */
final class UnknownConnections {

    private static final AttributeKey<Boolean> KNOWN = AttributeKey.valueOf(UnknownConnections.class, "known");

    private final OldestByAddress<Channel> open = new OldestByAddress<>();

    static boolean isKnown(Channel connection) {
        return connection.hasAttr(KNOWN);
    }

    void add(Network client, Channel connection) {
        open.add(client, connection);
        var _ = connection.closeFuture().addListener(closed -> open.remove(client, connection));
    }

    void known(@Nullable Network client, Channel connection) {
        if (!isKnown(connection)) {
            connection.attr(KNOWN).set(true);
            if (client != null) {
                open.remove(client, connection);
            }
        }
    }

    int sizeOf(Network client) {
        return open.sizeOf(client);
    }

    /** Ends one of this address; false if there is none. */
    boolean endOneOf(Network client) {
        return end(open.takeOf(client));
    }

    /** Ends one of the address that has most; false if there is none at all. */
    boolean endOne() {
        return end(open.take());
    }

    private static boolean end(@Nullable Channel connection) {
        if (connection != null) {
            var _ = connection.close();
        }
        return connection != null;
    }
}
