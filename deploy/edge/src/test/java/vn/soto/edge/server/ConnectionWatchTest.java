package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.soto.edge.server.HttpMeters.End;

/** The times and rates of one connection, in virtual time. */
final class ConnectionWatchTest {

    private static final UnknownSenders UNKNOWN =
            new UnknownSenders(10, DataSize.ofKilobytes(4), Duration.ofSeconds(5), 50, 5);

    static final HttpLimits LIMITS = new HttpLimits(
            10,
            10,
            10,
            10,
            10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(75),
            Duration.ofSeconds(30),
            DataSize.ofKilobytes(1),
            UNKNOWN,
            List.of(),
            List.of(),
            List.of());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    ConnectionWatchTest() {
        channel.config().setAutoRead(false);
        channel.freezeTime();
        channel.pipeline().addLast(new ConnectionWatch(LIMITS, new HttpMeters(registry, "api"), null));
    }

    private void pass(Duration time) {
        for (long seconds = 0; seconds < time.toSeconds(); seconds++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private void head(HttpMethod method) {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, "/"));
    }

    private void body(int bytes) {
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
        channel.read();
    }

    private void answer(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private double ended(End reason) {
        return registry.counter(
                        "soto.http.connections.ended",
                        "port",
                        "api",
                        "reason",
                        reason.name().toLowerCase(java.util.Locale.ROOT))
                .count();
    }

    @Test
    void theFirstHeadHasTenSeconds() {
        pass(Duration.ofSeconds(10));
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(channel.isOpen()).isFalse();
        assertThat(ended(End.HEADER)).isEqualTo(1);
    }

    @Test
    void theServerHasAllTheTimeItNeeds() {
        head(HttpMethod.GET);
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        pass(Duration.ofHours(1));
        assertThat(channel.isOpen()).isTrue();

        answer(HttpResponseStatus.OK);
        pass(Duration.ofSeconds(75));
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(channel.isOpen()).isFalse();
        assertThat(ended(End.IDLE)).isEqualTo(1);
    }

    /** 10 MB over an hour and a half, from a phone at the edge of its network. */
    @Test
    void aSlowHonestUploadPasses() {
        head(HttpMethod.POST);
        for (int part = 0; part < 2_000; part++) {
            body(5 << 10);
            pass(Duration.ofSeconds(3));
        }
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aDrippingBodyEnds() {
        head(HttpMethod.POST);
        for (int part = 0; part < 30; part++) {
            body(1);
            pass(Duration.ofSeconds(1));
        }
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(channel.isOpen()).isFalse();
        assertThat(ended(End.BODY)).isEqualTo(1);
    }

    /** The rate is that of the whole body, not of its last part: a pause after much is no attack. */
    @Test
    void aPauseAfterAGoodBeginningPasses() {
        head(HttpMethod.POST);
        body(100 << 10);
        pass(Duration.ofMinutes(2));
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void timeInWhichTheServerDoesNotReadIsNotTheClients() {
        head(HttpMethod.POST);
        pass(Duration.ofMinutes(10));
        assertThat(channel.isOpen()).as("nobody asked for the body").isTrue();
        channel.read();
        pass(Duration.ofSeconds(32));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBodyAfterItsAnswerIsTheClients() {
        head(HttpMethod.POST);
        answer(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE);
        pass(Duration.ofSeconds(32));
        assertThat(channel.isOpen()).isFalse();
        assertThat(ended(End.BODY)).isEqualTo(1);
    }

    @Test
    void continueIsNoAnswer() {
        head(HttpMethod.POST);
        answer(HttpResponseStatus.CONTINUE);
        body(10 << 10);
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        pass(Duration.ofMinutes(10));
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void tooManyRequestsAtOnceEndTheConnection() {
        for (int request = 0; request < ConnectionWatch.MOST_PIPELINED; request++) {
            head(HttpMethod.GET);
            channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        assertThat(channel.isOpen()).isTrue();
        head(HttpMethod.GET);
        assertThat(channel.isOpen()).isFalse();
        assertThat(ended(End.PIPELINE)).isEqualTo(1);
    }

    @Test
    void aHeadThatIsTooLargeIsAProblemInTheReadersLanguage() {
        DefaultHttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        request.headers().set("Accept-Language", "en");
        request.setDecoderResult(DecoderResult.failure(new TooLongHttpHeaderException("long")));
        channel.writeInbound(request);

        FullHttpResponse answer = Objects.requireNonNull(channel.readOutbound());
        assertThat(answer.status().code()).isEqualTo(431);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.content().toString(StandardCharsets.UTF_8))
                .contains("urn:soto:problem:headers-too-large", "The head of the request is too large");
        answer.release();
        assertThat(channel.<Object>readInbound())
                .as("nothing goes on to the server")
                .isNull();
        pass(Duration.ofSeconds(4));
        assertThat(channel.isOpen()).isFalse();
    }

    /** It is not passed on: the server would take what came so far for the whole body. */
    @Test
    void aBodyThatBreaksOffItsCodingEndsTheConnection() {
        head(HttpMethod.POST);
        DefaultHttpContent broken = new DefaultHttpContent(Unpooled.EMPTY_BUFFER);
        broken.setDecoderResult(DecoderResult.failure(new NumberFormatException("chunk size")));
        channel.writeInbound(broken);

        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.<Object>readInbound()).isInstanceOf(DefaultHttpRequest.class);
        assertThat(channel.<Object>readInbound()).isNull();
        assertThat(ended(End.MALFORMED)).isEqualTo(1);
    }
}
