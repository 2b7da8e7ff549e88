package vn.soto.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

final class SendableTest {

    private final Sendable answer = Sendable.of("an answer ".repeat(1_000).getBytes(StandardCharsets.UTF_8));

    private MockServerWebExchange asked(MockServerHttpRequest.BaseBuilder<?> request) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        answer.sendUnlessKnown(exchange, true).block();
        return exchange;
    }

    @Test
    void whoTakesItCompressedGetsItSoAndItIsCompressedOnce() throws IOException {
        asked(MockServerHttpRequest.get("/").header("Accept-Encoding", "br, gzip;q=0.8"));

        assertThat(answer.gzip()).isSameAs(answer.gzip());
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.gzip()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(answer.bytes());
        }
    }

    @Test
    void whoRefusesGzipGetsTheBytes() {
        MockServerWebExchange exchange = asked(MockServerHttpRequest.get("/").header("Accept-Encoding", "gzip;q=0"));

        assertThat(exchange.getResponse().getHeaders().getContentLength()).isEqualTo(10_000);
    }

    @Test
    void whoHasItIsToldSo() {
        String tag = Objects.requireNonNull(
                asked(MockServerHttpRequest.get("/")).getResponse().getHeaders().getETag());
        MockServerWebExchange again = asked(MockServerHttpRequest.get("/").ifNoneMatch(tag));

        assertThat(again.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(again.getResponse().getBodyAsString().block()).isNullOrEmpty();
    }
}
