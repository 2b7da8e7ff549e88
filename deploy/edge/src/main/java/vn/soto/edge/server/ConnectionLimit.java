package vn.soto.edge.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.AttributeKey;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import vn.soto.edge.server.HttpMeters.End;
import vn.soto.edge.server.HttpMeters.Limit;
import vn.soto.web.Problem;

/**
 * Admits the connections of one port. Beyond a limit, one of the {@link UnknownConnections} ends in its place. If there
 * is none, its first request is answered 503 or 429 and the connection is closed. An eighth of the limit and
 * {@link #ANSWERED} more bound these connections too; further ones are closed without an answer. A new connection of an address
 * that crowds waits for its turn; until then it has no thread and no handlers.
 */
final class ConnectionLimit {

    private static final int ANSWERED = 16;
    private static final String WATCH = "soto.watch";
    private static final String HEADS = "soto.heads";

    /** Why the first request of a connection is refused. */
    private static final AttributeKey<Problem> REFUSAL = AttributeKey.valueOf(ConnectionLimit.class, "refusal");

    /** An address crowds that has more than this part of its places, and nobody known asks over them. */
    private static final int CROWD = 16;

    private final HttpLimits limits;
    private final ClientAddress clients;
    private final HttpMeters meters;
    private final Occupation<Network> perClient;
    private final UnknownConnections unknown = new UnknownConnections();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger excess = new AtomicInteger();
    private final Turns turns;

    ConnectionLimit(HttpLimits limits, ClientAddress clients, HttpMeters meters) {
        this.limits = limits;
        this.clients = clients;
        this.meters = meters;
        this.turns = new Turns(2 * limits.maxConnections());
        this.perClient = new Occupation<>(limits.maxConnectionsPerClient());
        meters.connections(open);
    }

    /** Stands in the channel of the server, before anything is made for a new connection. */
    ChannelHandler door() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext server, Object accepted) {
                if (accepted instanceof Channel connection) {
                    arrived(connection, server);
                } else {
                    server.fireChannelRead(accepted);
                }
            }
        };
    }

    private void arrived(Channel connection, ChannelHandlerContext server) {
        Network client = clients.of(connection.remoteAddress());
        int open = client == null ? 0 : unknown.sizeOf(client);
        if (client != null && open > 0 && crowds(client, open)) {
            turns.take(client, open, server.executor(), () -> admit(connection, client, server), () -> {
                meters.connectionRefused(Limit.CLIENT);
                connection.unsafe().closeForcibly();
            });
        } else {
            admit(connection, client, server);
        }
    }

    /** Whether it has many, or another one of its own would have to make room. */
    private boolean crowds(Network client, int unknownOnes) {
        return unknownOnes > limits.maxConnectionsPerClient() / CROWD
                || open.get() >= limits.maxConnections()
                || perClient.isFull(client);
    }

    private void admit(Channel connection, @Nullable Network client, ChannelHandlerContext server) {
        Problem refusal = refusal(connection, client);
        if (refusal != null) {
            meters.connectionRefused(refusal.status() == 503 ? Limit.SERVER : Limit.CLIENT);
            if (excess.incrementAndGet() > limits.maxConnections() / 8 + ANSWERED) {
                excess.decrementAndGet();
                connection.unsafe().closeForcibly();
                return;
            }
            var _ = connection.closeFuture().addListener(closed -> excess.decrementAndGet());
            connection.attr(REFUSAL).set(refusal);
        }
        server.fireChannelRead(connection);
    }

    private @Nullable Problem refusal(Channel channel, @Nullable Network client) {
        if (open.incrementAndGet() > limits.maxConnections() && !madeRoom(unknown.endOne())) {
            open.decrementAndGet();
            return ServerProblems.serverFull();
        }
        if (client != null && !perClient.enter(client)) {
            if (!madeRoom(unknown.endOneOf(client))) {
                open.decrementAndGet();
                return ServerProblems.tooManyConnections();
            }
            perClient.enterBeyond(client);
        }
        if (client == null) {
            // Of many people behind a proxy, one is always known.
            unknown.known(null, channel);
        } else {
            unknown.add(client, channel);
        }
        var _ = channel.closeFuture().addListener(closed -> {
            open.decrementAndGet();
            if (client != null) {
                perClient.leave(client);
            }
        });
        return null;
    }

    private boolean madeRoom(boolean ended) {
        if (ended) {
            meters.ended(End.CROWDED);
        }
        return ended;
    }

    /** An account asks over this request's connection, which gives its place to nobody any more. */
    void known(ServerHttpRequest request) {
        if (ServerHttpRequestDecorator.getNativeRequest(request) instanceof Connection asked) {
            Channel channel = asked.channel() instanceof Http2StreamChannel stream ? stream.parent() : asked.channel();
            unknown.known(clients.of(channel.remoteAddress()), channel);
        }
    }

    /**
     * Called once for each connection that was admitted, after the server put its handlers in place. The protocol of one over TLS is
     * known after its handshake.
     */
    void watch(Channel channel) {
        Problem refusal = channel.attr(REFUSAL).get();
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
