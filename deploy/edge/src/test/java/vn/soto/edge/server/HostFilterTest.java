package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** The names by which the server is asked. */
final class HostFilterTest {

    private static final int PASSED = 200;

    private final HostFilter filter = new HostFilter(List.of("So-To.example.vn", "192.168.1.9", "[2001:db8::9]"));

    private int status(String path, String... hosts) {
        MockServerHttpRequest.BaseBuilder<?> request =
                MockServerHttpRequest.get(path).localAddress(new InetSocketAddress("10.0.0.7", 8080));
        for (String host : hosts) {
            request.header("Host", host);
        }
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        AtomicBoolean passed = new AtomicBoolean();
        filter.filter(exchange, through -> Mono.fromRunnable(() -> passed.set(true)))
                .block();
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        assertThat(passed.get()).isEqualTo(status == null);
        return status == null ? PASSED : status.value();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8080, 200",
        "soto.localhost:8080, 200",
        "127.0.0.1:8080, 200",
        "127.8.0.1, 200",
        "[::1]:8080, 200",
        "so-to.example.vn, 200",
        "so-to.example.vn.:443, 200",
        "192.168.1.9:9000, 200",
        "[2001:db8::9], 200",
        "10.0.0.7:8080, 200",
        "10.0.0.8:8080, 400",
        "evil.example, 400",
        "localhost.evil.example, 400",
        "evillocalhost, 400",
        "so-to.example.vn.evil.example, 400",
        "x.so-to.example.vn, 400",
        "so-to.example.vn:x, 400",
        "so-to.example.vn/evil, 400",
        "user@localhost, 400",
        "'localhost, evil.example', 400",
        "localhost evil.example, 400",
        "[::2], 400",
        "'[::1', 400",
        "0.0.0.0, 400"
    })
    void onlyNamesOfThisServerAreAnswered(String host, int status) {
        assertThat(status("/api/units", host)).isEqualTo(status);
        assertThat(status("/actuator/health", host)).isEqualTo(PASSED);
    }

    @Test
    void aHostIsThereOnceAndForProbesAtMostOnce() {
        assertThat(status("/api/units")).isEqualTo(400);
        assertThat(status("/actuatorx")).isEqualTo(400);
        assertThat(status("/actuator")).isEqualTo(PASSED);
        assertThat(status("/actuator/prometheus")).isEqualTo(PASSED);
        assertThat(status("/actuator/health", "localhost", "localhost")).isEqualTo(400);
        assertThat(status("/api/units", "localhost", "evil.example")).isEqualTo(400);
        assertThat(status("/api/units", "")).isEqualTo(400);
    }

    @Test
    void aSettingThatIsNoNameRefusesTheStart() {
        assertThatThrownBy(() -> new HostFilter(List.of("https://so-to.example.vn")))
                .hasMessageContaining("soto.http.hosts");
    }
}
