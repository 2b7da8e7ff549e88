package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the server answers, a browser is told what its pages never do, and nobody what the server is made of. */
@Tag("threads")
final class SecurityHeadersIT {

    static final Map<String, String> HEADERS = Map.of(
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src"
                    + " 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "permissions-policy",
            "camera=(), geolocation=(), microphone=()",
            "referrer-policy",
            "same-origin",
            "cross-origin-opener-policy",
            "same-origin",
            "cross-origin-resource-policy",
            "same-origin",
            "x-content-type-options",
            "nosniff",
            "x-frame-options",
            "DENY",
            "cache-control",
            "no-store");

    @AutoClose
    private static LimitedServer server;

    @BeforeAll
    static void start() {
        server = LimitedServer.withProbes("trusted-proxies=127.0.0.0/8");
    }

    /** Name in small letters, and value; a name that is there twice has two values. */
    private static Map<String, String> headers(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n"))
                .lines()
                .skip(1)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (one, other) -> one + "|" + other));
    }

    private static void assertHeaders(int status, String answer) {
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(headers(answer)).containsAllEntriesOf(HEADERS);
        assertThat(headers(answer)).doesNotContainKeys("strict-transport-security", "server", "x-powered-by");
        assertThat(answer).doesNotContainIgnoringCase("netty", "spring", "java.", "exception", "\tat ");
    }

    private static String sent(String request) {
        Socket socket = server.connect();
        LimitedServer.send(socket, request);
        return LimitedServer.toTheEnd(socket);
    }

    @Test
    void everyAnswerOfEveryPartHasThem() {
        assertHeaders(200, server.once("/quick"));
        assertHeaders(500, server.once("/broken"));
        assertHeaders(404, server.once("/nothing"));
        assertHeaders(
                405,
                sent("POST /quick HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length:"
                        + " 0\r\nConnection: close\r\n\r\n"));
        assertHeaders(
                415, sent("POST /size HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        assertHeaders(
                403,
                sent("POST /size HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nContent-Length:"
                        + " 0\r\nConnection: close\r\n\r\n"));
        assertHeaders(400, sent("nonsense\r\n\r\n"));
        assertHeaders(414, sent("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\n\r\n"));
        assertHeaders(431, sent("GET / HTTP/1.1\r\nx: " + "x".repeat(20_000) + "\r\n\r\n"));
    }

    @Test
    void theManagementPortHasThemToo() {
        Socket socket = server.connect("local.management.port");
        LimitedServer.send(socket, LimitedServer.get("/actuator/health", "Connection: close"));

        assertHeaders(200, LimitedServer.toTheEnd(socket));
    }

    @Test
    void whoIsRefusedBeyondALimitIsToldTheSame() throws IOException {
        try (LimitedServer full = LimitedServer.start("max-connections=1");
                Socket first = full.admitted()) {
            assertHeaders(503, full.once("/quick"));
            LimitedServer.send(first, LimitedServer.get("/quick", "X-Forwarded-Proto: https", "Connection: close"));
            assertThat(headers(LimitedServer.toTheEnd(first)))
                    .as("of no trusted proxy")
                    .doesNotContainKey("strict-transport-security");
        }
    }

    @Test
    void behindAProxyThatEndsTlsBrowsersAreToldToKeepToIt() {
        assertThat(headers(server.once("/quick", "X-Forwarded-Proto: https")))
                .containsEntry("strict-transport-security", "max-age=31536000");
    }

    @Test
    void noHeaderIsThereTwice() {
        assertThat(headers(server.once("/quick")).entrySet().stream()
                        .filter(each -> each.getValue().contains("|"))
                        .map(Map.Entry::getKey))
                .isEqualTo(List.of());
    }
}
