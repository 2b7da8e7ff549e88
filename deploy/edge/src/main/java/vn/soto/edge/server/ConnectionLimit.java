package vn.soto.edge.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2FrameCodec;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import vn.soto.edge.server.HttpMeters.End;
import vn.soto.edge.server.HttpMeters.Limit;
import vn.soto.web.Problem;

/**
 * Admits the connections of one port. Beyond a limit, a connection's first request is answered 503 or 429 and the
 * connection is closed; an eighth of the limit and {@link #ANSWERED} more bound these connections too, further ones are
 * closed without an answer.
 */
final class ConnectionLimit {

    private static final int ANSWERED = 16;
    private static final String WATCH = "soto.watch";
    private static final String HEADS = "soto.heads";

    private final HttpLimits limits;
    private final ClientAddress clients;
    private final HttpMeters meters;
    private final Occupation perClient;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger excess = new AtomicInteger();

    ConnectionLimit(HttpLimits limits, ClientAddress clients, HttpMeters meters) {
        this.limits = limits;
        this.clients = clients;
        this.meters = meters;
        this.perClient = new Occupation(limits.maxConnectionsPerClient());
        meters.connections(open);
    }

    /** Called once for each new connection, after the server put its handlers in place. */
    void admit(Channel channel) {
        Network client = clients.of(channel.remoteAddress());
        Problem refusal = refusal(channel, client);
        if (refusal == null) {
            watch(channel, null);
            return;
        }
        meters.connectionRefused(refusal.status() == 503 ? Limit.SERVER : Limit.CLIENT);
        if (excess.incrementAndGet() > limits.maxConnections() / 8 + ANSWERED) {
            excess.decrementAndGet();
            var _ = channel.close();
            return;
        }
        var _ = channel.closeFuture().addListener(closed -> excess.decrementAndGet());
        watch(channel, refusal);
    }

    private @Nullable Problem refusal(Channel channel, @Nullable Network client) {
        if (open.incrementAndGet() > limits.maxConnections()) {
            open.decrementAndGet();
            return ServerProblems.serverFull();
        }
        if (client != null && !perClient.enter(client)) {
            open.decrementAndGet();
            return ServerProblems.tooManyConnections();
        }
        var _ = channel.closeFuture().addListener(closed -> {
            open.decrementAndGet();
            if (client != null) {
                perClient.leave(client);
            }
        });
        return null;
    }

    /** Which protocol a connection over TLS speaks is known after its handshake. */
    private void watch(Channel channel, @Nullable Problem refusal) {
        if (channel.pipeline().get(NettyPipeline.H2OrHttp11Codec) == null) {
            watchProtocol(channel, refusal);
        } else {
            channel.pipeline()
                    .addBefore(
                            NettyPipeline.H2OrHttp11Codec,
                            "soto.negotiation",
                            new Negotiation(() -> watchProtocol(channel, refusal), () -> meters.ended(End.MALFORMED)));
        }
    }

    private void watchProtocol(Channel channel, @Nullable Problem refusal) {
        ChannelPipeline handlers = channel.pipeline();
        Http2FrameCodec streams = handlers.get(Http2FrameCodec.class);
        if (streams != null) {
            handlers.addAfter(
                    handlers.context(streams).name(), WATCH, new Http2Watch(limits, meters, streams, refusal));
        } else if (handlers.get(NettyPipeline.HttpTrafficHandler) != null) {
            ConnectionWatch watch = new ConnectionWatch(limits, meters, refusal);
            handlers.addBefore(NettyPipeline.HttpTrafficHandler, WATCH, watch);
            handlers.addBefore(NettyPipeline.HttpCodec, HEADS, new UnfoldedHeads(watch));
        } else {
            throw new IllegalStateException("no watch fits a connection with the handlers " + handlers.names());
        }
    }
}
