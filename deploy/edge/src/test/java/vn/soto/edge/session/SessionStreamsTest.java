package vn.soto.edge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Streams of events end with the session that opened them. */
@Tag("threads")
final class SessionStreamsTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final Session LAN = Session.begin("s1", "lan", 3, Set.of(), MORNING);

    private final MemoryEpochs epochs = MemoryEpochs.of("lan", 3);
    private final CountDownLatch ended = new CountDownLatch(1);

    private static DataBuffer text(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ServerWebExchange exchange() {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/api/live"));
    }

    private Disposable open(SessionStreams streams, Session session, MediaType type) {
        return open(streams.bounded(exchange(), session), type);
    }

    /** Opens an answer that goes on for ever. */
    private Disposable open(ServerWebExchange exchange, MediaType type) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentType(type);
        return response.writeAndFlushWith(Flux.concat(Flux.just(Flux.just(text("x"))), Flux.never()))
                .doOnSuccess(done -> ended.countDown())
                .subscribe();
    }

    private boolean hasEnded() throws InterruptedException {
        return ended.await(2, TimeUnit.MINUTES);
    }

    @Test
    void signingOutHereEndsThem() throws InterruptedException {
        SessionStreams streams = new SessionStreams(epochs, Duration.ofDays(1));
        Disposable open = open(streams, LAN.renewed(MORNING.plusSeconds(7_200)), MediaType.TEXT_EVENT_STREAM);
        streams.end(Session.begin("s2", "hoa", 3, Set.of(), MORNING)).block();
        streams.end(Session.begin("s3", "lan", 3, Set.of(), MORNING)).block();
        assertThat(open.isDisposed()).as("another account, another device").isFalse();

        streams.end(LAN).block();
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void aRaisedEpochEndsThem() throws InterruptedException {
        open(new SessionStreams(epochs, Duration.ofMillis(1)), LAN, MediaType.TEXT_EVENT_STREAM);
        epochs.raise("lan").block();
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void aRaisedEpochEndsThoseThatWereOpenedWithAPassword() throws InterruptedException {
        SessionStreams streams = new SessionStreams(epochs, Duration.ofMillis(1));
        open(streams.bounded(exchange(), "lan", 3), MediaType.TEXT_EVENT_STREAM);
        epochs.raise("lan").block();
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void signingOutOnAnotherNodeEndsThem() throws InterruptedException {
        open(new SessionStreams(epochs, Duration.ofMillis(1)), LAN, MediaType.TEXT_EVENT_STREAM);
        new SessionStreams(epochs).end(LAN).block();
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void anAccountThatIsGoneEndsThem() throws InterruptedException {
        open(new SessionStreams(epochs, Duration.ofMillis(1)), LAN, MediaType.TEXT_EVENT_STREAM);
        epochs.forgetAccounts();
        assertThat(hasEnded()).isTrue();
    }

    @Test
    void otherAnswersGoOn() {
        SessionStreams streams = new SessionStreams(epochs, Duration.ofDays(1));
        List<Disposable> open =
                List.of(open(streams, LAN, MediaType.APPLICATION_JSON), open(streams, LAN, MediaType.TEXT_PLAIN));
        streams.end(LAN).block();
        assertThat(open).noneMatch(Disposable::isDisposed);
        open.forEach(Disposable::dispose);
    }
}
