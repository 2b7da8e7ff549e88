package vn.soto.edge.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2FrameStreamEvent;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.PromiseCombiner;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.edge.server.HttpMeters.End;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;

/**
 * The limits of {@link ConnectionWatch} for a connection of HTTP/2, whose requests are streams. A connection without an
 * open stream ends like one that waits for its next request. A stream is reset if its body is sent, or its answer
 * taken, more slowly than {@link HttpLimits} allow. It stands between the frame codec and the handler that gives each
 * stream a channel. How many streams are open at once, and how many frames without use come, the codec limits.
 */
final class Http2Watch extends LimitWatch {

    /** Answers leave in pieces of this size, so that progress shows however slowly they are taken. */
    private static final int PIECE = 16 * 1024;

    private final Http2FrameCodec codec;
    private final Map<Http2FrameStream, Exchange> exchanges = new HashMap<>();

    /** A request and its answer. */
    private static final class Exchange {

        private boolean bodyUnderWay = true;
        private long bodySince;
        private long bodyBytes;

        private long answerPending;
        private long answerSince;
        private long answerBytes;

        private Exchange(long now) {
            bodySince = now;
        }
    }

    /** @param refusal the answer to the first request, if this connection is beyond a limit */
    Http2Watch(HttpLimits limits, HttpMeters meters, Http2FrameCodec codec, @Nullable Problem refusal) {
        super(limits, meters, refusal);
        this.codec = codec;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (leaving && message instanceof Http2StreamFrame) {
            ReferenceCountUtil.release(message);
        } else if (refusal != null && message instanceof Http2HeadersFrame head) {
            refuse(ctx, head, refusal);
        } else {
            switch (message) {
                case Http2HeadersFrame head -> asked(ctx, head);
                case Http2DataFrame data -> received(data);
                default -> {
                    // Settings, pings and the like occupy nobody.
                }
            }
            ctx.fireChannelRead(message);
        }
    }

    private void asked(ChannelHandlerContext ctx, Http2HeadersFrame head) {
        asked = true;
        Exchange exchange = exchanges.computeIfAbsent(head.stream(), stream -> new Exchange(now(ctx)));
        exchange.bodyUnderWay &= !head.isEndStream();
    }

    private void received(Http2DataFrame data) {
        Exchange exchange = exchanges.get(data.stream());
        if (exchange != null) {
            exchange.bodyBytes += data.content().readableBytes();
            exchange.bodyUnderWay &= !data.isEndStream();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof Http2FrameStreamEvent changed
                && changed.type() == Http2FrameStreamEvent.Type.State
                && changed.stream().state() == Http2Stream.State.CLOSED
                && exchanges.remove(changed.stream()) != null) {
            waitingSince = now(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        Exchange exchange = message instanceof Http2DataFrame data ? exchanges.get(data.stream()) : null;
        if (exchange == null) {
            var _ = ctx.write(message, promise);
        } else {
            writePieces(ctx, (Http2DataFrame) message, exchange, promise);
        }
    }

    private void writePieces(
            ChannelHandlerContext ctx, Http2DataFrame data, Exchange exchange, ChannelPromise promise) {
        ByteBuf rest = data.content();
        if (rest.readableBytes() <= PIECE) {
            var _ = ctx.write(data, taken(ctx, exchange, rest.readableBytes(), promise));
            return;
        }
        PromiseCombiner all = new PromiseCombiner(ctx.executor());
        while (rest.isReadable()) {
            int size = Math.min(PIECE, rest.readableBytes());
            boolean last = size == rest.readableBytes();
            Http2DataFrame piece = new DefaultHttp2DataFrame(rest.readRetainedSlice(size), last && data.isEndStream());
            all.add((Future<Void>)
                    ctx.write(piece.stream(data.stream()), taken(ctx, exchange, size, ctx.newPromise())));
        }
        data.release();
        all.finish(promise);
    }

    private static ChannelPromise taken(
            ChannelHandlerContext ctx, Exchange exchange, int bytes, ChannelPromise promise) {
        if (exchange.answerPending == 0) {
            exchange.answerSince = now(ctx);
            exchange.answerBytes = 0;
        }
        exchange.answerPending += bytes;
        ChannelPromise observed = promise.unvoid();
        var _ = observed.addListener(sent -> {
            exchange.answerPending -= bytes;
            exchange.answerBytes += bytes;
        });
        return observed;
    }

    @Override
    void check(ChannelHandlerContext ctx) {
        long now = now(ctx);
        if (leaving) {
            if (now - waitingSince > FAREWELL) {
                var _ = ctx.channel().close();
            }
            return;
        }
        // A copy, because a reset ends an exchange.
        List.copyOf(exchanges.entrySet()).forEach(each -> {
            Exchange exchange = each.getValue();
            if (exchange.answerPending > 0 && limits.tooSlow(now - exchange.answerSince, exchange.answerBytes)) {
                reset(ctx, each.getKey(), End.ANSWER);
            } else if (exchange.bodyUnderWay) {
                checkBody(ctx, each.getKey(), exchange, now);
            }
        });
        checkWaiting(ctx, now);
    }

    /** A client whose window is used up waits for the server. */
    private void checkBody(ChannelHandlerContext ctx, Http2FrameStream stream, Exchange exchange, long now) {
        Http2Connection connection = codec.connection();
        Http2Stream open = connection.stream(stream.id());
        if (open != null && connection.local().flowController().windowSize(open) <= 0) {
            exchange.bodySince = now;
            exchange.bodyBytes = 0;
        } else if (limits.tooSlow(now - exchange.bodySince, exchange.bodyBytes)) {
            reset(ctx, stream, End.BODY);
        }
    }

    private void reset(ChannelHandlerContext ctx, Http2FrameStream stream, End reason) {
        exchanges.remove(stream);
        waitingSince = now(ctx);
        meters.ended(reason);
        var _ = ctx.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL).stream(stream));
    }

    private void checkWaiting(ChannelHandlerContext ctx, long now) {
        if (!exchanges.isEmpty()) {
            return;
        }
        long limit = (asked ? limits.idleTimeout() : limits.headerTimeout()).toNanos();
        if (now - waitingSince > limit) {
            leaving = true;
            meters.ended(asked ? End.IDLE : End.HEADER);
            var _ = ctx.close();
        }
    }

    private void refuse(ChannelHandlerContext ctx, Http2HeadersFrame head, Problem problem) {
        leaving = true;
        waitingSince = now(ctx);
        CharSequence languages = head.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
        Locale locale = Language.of(languages == null ? null : languages.toString());
        byte[] body = ProblemResponses.json(problem, ServerProblems.TEXTS, locale);
        Http2Headers headers = new DefaultHttp2Headers()
                .status(Integer.toString(problem.status()))
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        SecurityHeaders.forEach(true, (name, value) -> headers.set(name.toLowerCase(Locale.ROOT), value));
        if (problem.retryAfter() != null) {
            headers.setInt(HttpHeaderNames.RETRY_AFTER, problem.retryAfter());
        }
        var _ = ctx.write(new DefaultHttp2HeadersFrame(headers, false).stream(head.stream()));
        var _ = ctx.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(body), true).stream(head.stream()));
    }
}
