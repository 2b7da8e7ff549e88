package vn.soto.edge.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the end of a TLS handshake, which decides between HTTP/1.1 and HTTP/2, and holds what was decrypted until
 * the connection has its watch.
 */
final class Negotiation extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(Negotiation.class);

    private final Runnable negotiated;
    private final Runnable failed;
    private final Queue<Object> held = new ArrayDeque<>();

    /**
     * @param negotiated called when the handlers of the protocol are in place
     * @param failed     called when there was no handshake, before the connection is closed
     */
    Negotiation(Runnable negotiated, Runnable failed) {
        this.negotiated = negotiated;
        this.failed = failed;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        held.add(message);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent completion && !completion.isSuccess()) {
            end(ctx, completion.cause());
            return;
        }
        ctx.fireUserEventTriggered(event);
        if (event instanceof SslHandshakeCompletionEvent) {
            negotiated.run();
            ctx.pipeline().remove(this);
        }
    }

    /** Bytes that are no TLS end here: a scanner does not fill the log. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        end(ctx, cause);
    }

    private void end(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("no TLS: {}", cause.getMessage());
        if (ctx.channel().isOpen()) {
            failed.run();
            var _ = ctx.close();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        for (Object message = held.poll(); message != null; message = held.poll()) {
            ctx.fireChannelRead(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        for (Object message = held.poll(); message != null; message = held.poll()) {
            ReferenceCountUtil.release(message);
        }
        ctx.fireChannelInactive();
    }
}
