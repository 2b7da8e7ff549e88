package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

final class ClientAddressTest {

    private final ClientAddress clients = new ClientAddress(List.of("10.0.0.0/8", "192.168.1.7", "fd00::/8"));

    private static InetSocketAddress socket(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 1234);
    }

    private String client(String remote, String... forwarded) {
        MockServerHttpRequest.BaseBuilder<?> request =
                MockServerHttpRequest.get("/").remoteAddress(socket(remote));
        for (String header : forwarded) {
            request.header("X-Forwarded-For", header);
        }
        return clients.of(request.build()).address().getHostAddress();
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3", "192.168.1.7", "fd12::1"})
    void aProxyIsBelieved(String proxy) {
        assertThat(client(proxy, "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void nobodyElseIs() {
        assertThat(client("192.168.1.8", "203.0.113.9")).isEqualTo("192.168.1.8");
    }

    @Test
    void onlyWhatProxiesAddedCounts() {
        assertThat(client("10.0.0.1", "198.51.100.1, 203.0.113.9, 10.0.0.2")).isEqualTo("203.0.113.9");
        assertThat(client("10.0.0.1", "198.51.100.1", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("10.0.0.1", "198.51.100.1, !!!")).isEqualTo("10.0.0.1");
        assertThat(client("10.0.0.1", "x".repeat(9_000))).isEqualTo("10.0.0.1");
        assertThat(client("10.0.0.1", "10.0.0.1,".repeat(1_000) + "10.0.0.2")).startsWith("10.0.0.");
        assertThat(client("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    @Test
    void aConnectionOfAProxyIsNobodys() {
        assertThat(clients.of(socket("10.0.0.1"))).isNull();
        assertThat(clients.of(socket("203.0.113.9"))).isEqualTo(Network.parse("203.0.113.9"));
        assertThat(clients.of((java.net.SocketAddress) null)).isNotNull();
    }

    /** A household or a phone has as many IPv6 addresses as it likes. */
    @Test
    void addressesOfOneCustomerAreOneClient() {
        assertThat(client("2001:db8:0:1:aaaa::1")).isEqualTo(client("2001:db8:0:1:bbbb::2"));
        assertThat(client("2001:db8:0:1::1")).isNotEqualTo(client("2001:db8:0:2::1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", ""})
    void aNameIsNoNetwork(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
