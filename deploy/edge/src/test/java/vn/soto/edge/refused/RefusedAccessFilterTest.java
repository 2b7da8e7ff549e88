package vn.soto.edge.refused;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.soto.privacy.refused.MemoryRefusedAccess;
import vn.soto.privacy.refused.RefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;
import vn.soto.testkit.SettableClock;
import vn.soto.web.Problem;
import vn.soto.web.RefusalNotes;

/** The accounts whose refusals are recorded. */
@Tag("threads")
final class RefusedAccessFilterTest {

    private static final Instant NINE = Instant.parse("2026-07-01T02:00:00Z");

    private final RefusedAccessStore register = new MemoryRefusedAccess();
    private final RefusedAccessRecorder recorder = new RefusedAccessRecorder(
            register, new SettableClock(NINE), new SimpleMeterRegistry(), Executors.newSingleThreadScheduledExecutor());
    private final RefusedAccessFilter filter = new RefusedAccessFilter(recorder);

    private List<RefusedAccess> afterwards(Mono<Void> request) {
        recorder.start();
        request.onErrorComplete().timeout(Duration.ofMinutes(1), Mono.empty()).block();
        recorder.stop();
        return register.latest(Long.MAX_VALUE, 10).stream()
                .map(RefusedAccessStore.Numbered::entry)
                .toList();
    }

    private Mono<Void> asked(WebFilterChain rest) {
        ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/api/plans"));
        return filter.filter(exchange.mutate().principal(Mono.just(() -> "lan")).build(), rest);
    }

    private static WebFilterChain refusing(int status) {
        return exchange -> Mono.fromRunnable(() -> RefusalNotes.add(Problem.of(status, "not-allowed"), exchange));
    }

    private static RefusedAccess once() {
        return new RefusedAccess("lan", "POST", "not-allowed", NINE, NINE, 1);
    }

    @Test
    void whoHadNoRightIsRecorded() {
        assertThat(afterwards(asked(refusing(403)))).containsExactly(once());
    }

    @Test
    void whoSentSomethingWrongIsNot() {
        assertThat(afterwards(asked(refusing(422)))).isEmpty();
    }

    @Test
    void aBatchWhoseClientHangsUpIsRecordedUpToThere() {
        Mono<Void> broken = asked(exchange ->
                refusing(403).filter(exchange).then(Mono.error(new IllegalStateException("the client hung up"))));

        assertThat(afterwards(broken)).containsExactly(once());
    }
}
