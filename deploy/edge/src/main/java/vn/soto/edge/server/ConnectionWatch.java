package vn.soto.edge.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.edge.server.HttpMeters.End;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;

/**
 * Ends connections that occupy the server without use:
 * <ul>
 * <li>a head or the next request does not come in time;
 * <li>a body is sent, or an answer taken, more slowly than {@link HttpLimits} allow;
 * <li>an unknown sender goes on sending a body after its answer;
 * <li>more requests are pipelined than {@link #MOST_PIPELINED}.
 * </ul>
 *
 * <p>Time in which the server itself does not read, or has nothing to send, is not counted. It answers what is no HTTP
 * with a problem, and the first request of a connection beyond the limits with the refusal. It stands behind the codec
 * of its connection.
 */
final class ConnectionWatch extends LimitWatch {

    static final int MOST_PIPELINED = 16;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);

    /** The address of a request with scheme and host. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*).*");

    private @Nullable ChannelHandlerContext context;

    /** Requests whose answers are not written completely. */
    private int unanswered;

    private boolean bodyUnderWay;
    private Next framing = Next.HEAD;
    private long bodyLeft;
    private boolean reading;
    private long bodySince;
    private long bodyBytes;

    private boolean informational;
    private long written;
    private boolean answerPending;
    private long answerSince;
    private long answerBytes;

    /** The next part expected on the connection. */
    enum Next {
        HEAD,
        /** a body of {@link #bodyLeft} bytes more */
        LENGTH,
        CHUNKS,
        /** nothing that is handled any more */
        NOTHING
    }

    /** @param refusal the answer to the first request, if this connection is beyond a limit */
    ConnectionWatch(HttpLimits limits, HttpMeters meters, @Nullable Problem refusal) {
        super(limits, meters, refusal);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        super.handlerAdded(ctx);
        context = ctx;
    }

    Next next() {
        return leaving ? Next.NOTHING : bodyUnderWay ? framing : Next.HEAD;
    }

    long bodyLeft() {
        return bodyLeft;
    }

    /** A line of the head that comes is folded: it is answered as no HTTP. */
    void folded() {
        malformed(
                Objects.requireNonNull(context), Unpooled.EMPTY_BUFFER, new IllegalArgumentException("a folded line"));
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        reading = true;
        ctx.read();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        reading = false;
        if (leaving) {
            ctx.read();
        } else {
            ctx.fireChannelReadComplete();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (leaving) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof DecoderResultProvider decoded
                && decoded.decoderResult().isFailure()) {
            malformed(ctx, message, decoded.decoderResult().cause());
        } else if (message instanceof HttpRequest request && namesTwoHosts(request)) {
            malformed(ctx, message, new IllegalArgumentException("two hosts"));
        } else if (message instanceof HttpRequest request && refusal != null) {
            String languages = request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
            ReferenceCountUtil.release(message);
            leave(ctx, refusal, Language.of(languages));
        } else {
            count(ctx, message);
            if (unanswered > MOST_PIPELINED) {
                ReferenceCountUtil.release(message);
                end(ctx, End.PIPELINE);
            } else {
                ctx.fireChannelRead(message);
            }
        }
    }

    /** By two fields, or by an address and a field that differ (RFC 9112 section 3.2). */
    private static boolean namesTwoHosts(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        Matcher absolute = ABSOLUTE.matcher(request.uri());
        return hosts.size() > 1
                || (absolute.matches() && !hosts.isEmpty() && !hosts.getFirst().equalsIgnoreCase(absolute.group(1)));
    }

    private void count(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            framing = HttpUtil.isTransferEncodingChunked(request) ? Next.CHUNKS : Next.LENGTH;
            bodyLeft = HttpUtil.getContentLength(request, 0L);
            asked = true;
            unanswered++;
            bodyUnderWay = true;
            bodySince = now(ctx);
            bodyBytes = 0;
        }
        if (message instanceof HttpContent content) {
            bodyBytes += content.content().readableBytes();
            bodyLeft -= content.content().readableBytes();
            bodyUnderWay = !(message instanceof LastHttpContent);
        }
    }

    /**
     * A head that is no HTTP is answered. A body that breaks off its transfer coding ends the connection, which fails
     * its reader. Left to Reactor Netty, it would look like a body that has ended.
     */
    private void malformed(ChannelHandlerContext ctx, Object message, Throwable cause) {
        LOG.debug("not HTTP: {}", cause.getMessage());
        Locale locale = message instanceof HttpRequest request
                ? Language.of(request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE))
                : Language.VIETNAMESE;
        ReferenceCountUtil.release(message);
        if (unanswered > 0) {
            end(ctx, End.MALFORMED);
        } else {
            meters.ended(End.MALFORMED);
            leave(ctx, ServerProblems.malformed(cause), locale);
        }
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = response.status().code() < 200;
        }
        written += switch (message) {
            case ByteBufHolder holder -> holder.content().readableBytes();
            case ByteBuf bytes -> bytes.readableBytes();
            case FileRegion file -> file.count();
            default -> 0;
        };
        if (message instanceof LastHttpContent && !informational) {
            unanswered--;
            waitingSince = now(ctx);
        }
        var _ = ctx.write(message, promise);
    }

    /** A reset by the client reaches the server as the end of the connection alone. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("the client hung up: {}", cause.getMessage());
            var _ = ctx.close();
        } else {
            ctx.fireExceptionCaught(cause);
        }
    }

    @Override
    void check(ChannelHandlerContext ctx) {
        long now = now(ctx);
        if (leaving) {
            if (now - waitingSince > FAREWELL) {
                var _ = ctx.close();
            }
            return;
        }
        checkAnswer(ctx, now);
        checkBody(ctx, now);
        checkWaiting(ctx, now);
    }

    private void checkWaiting(ChannelHandlerContext ctx, long now) {
        if (bodyUnderWay || answerPending || unanswered > 0) {
            return;
        }
        long header = limits.headerTimeout().toNanos();
        long limit = asked ? limits.idleTimeout().toNanos() : refusal == null ? header : Math.min(FAREWELL, header);
        if (now - waitingSince > limit) {
            end(ctx, asked ? End.IDLE : End.HEADER);
        }
    }

    private void checkAnswer(ChannelHandlerContext ctx, long now) {
        ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
        long pending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        long taken = written - pending + (buffer == null ? 0 : buffer.currentProgress());
        if (pending == 0) {
            answerPending = false;
        } else if (!answerPending) {
            answerPending = true;
            answerSince = now;
            answerBytes = taken;
        } else if (limits.tooSlow(now - answerSince, taken - answerBytes)) {
            end(ctx, End.ANSWER);
        }
    }

    private void checkBody(ChannelHandlerContext ctx, long now) {
        if (!bodyUnderWay) {
            return;
        }
        boolean answered = unanswered <= 0;
        boolean serverWaits = reading || answered;
        if (answered
                && !UnknownConnections.isKnown(ctx.channel())
                && now - waitingSince > limits.unknown().bodyTimeout().toNanos()) {
            end(ctx, End.BODY);
        } else if (!serverWaits) {
            bodySince = now;
            bodyBytes = 0;
        } else if (limits.tooSlow(now - bodySince, bodyBytes)) {
            end(ctx, End.BODY);
        }
    }

    private void end(ChannelHandlerContext ctx, End reason) {
        if (!leaving) {
            leaving = true;
            meters.ended(reason);
            var _ = ctx.close();
        }
    }

    /** Answers with a problem, then reads and drops what comes until the client closes or {@link #FAREWELL} is over. */
    private void leave(ChannelHandlerContext ctx, Problem problem, Locale locale) {
        leaving = true;
        waitingSince = now(ctx);
        var _ = ctx.writeAndFlush(response(problem, locale, ctx.pipeline().get(SslHandler.class) != null))
                .addListener(sent -> {
                    if (ctx.channel() instanceof DuplexChannel duplex) {
                        var _ = duplex.shutdownOutput();
                    }
                });
        ctx.read();
    }

    private static FullHttpResponse response(Problem problem, Locale locale, boolean secure) {
        byte[] body = ProblemResponses.json(problem, ServerProblems.TEXTS, locale);
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, "close");
        SecurityHeaders.forEach(secure, (name, value) -> response.headers().set(name, value));
        if (problem.retryAfter() != null) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, problem.retryAfter());
        }
        return response;
    }
}
