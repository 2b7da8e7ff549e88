package vn.soto.edge.server;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.soto.web.Problem;

/** Looks at a connection again and again while it is open. Netty calls it on one thread. */
abstract class LimitWatch extends ChannelDuplexHandler {

    /** How long a refused client may take to read why: closing at once could lose the answer on its way. */
    static final long FAREWELL = TimeUnit.SECONDS.toNanos(2);

    final HttpLimits limits;
    final HttpMeters meters;

    /** The answer to the first request, if this connection is beyond a limit. */
    final @Nullable Problem refusal;

    private @Nullable Future<?> ticks;

    /** Since when the client has asked for nothing. */
    long waitingSince;

    /** Whether there was a request. */
    boolean asked;

    /** Whether what comes is not handled any more. */
    boolean leaving;

    LimitWatch(HttpLimits limits, HttpMeters meters, @Nullable Problem refusal) {
        this.limits = limits;
        this.meters = meters;
        this.refusal = refusal;
    }

    abstract void check(ChannelHandlerContext ctx);

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        waitingSince = now(ctx);
        ticks = limits.tick(ctx.executor(), () -> check(ctx));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        handlerRemoved(ctx);
        ctx.fireChannelInactive();
    }

    static long now(ChannelHandlerContext ctx) {
        return ctx.executor().ticker().nanoTime();
    }
}
