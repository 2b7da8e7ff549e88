package vn.soto.edge.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** While it lasts, nobody else gets an answer: whoever is signed in there may read everything. */
@Tag("threads")
final class WarmUpTest {

    private static final String INTRUDER = "/read-by-somebody-else";

    private final Queue<String> intruders = new ConcurrentLinkedQueue<>();
    private final Queue<String> own = new ConcurrentLinkedQueue<>();

    @Test
    void answersItsOwnConnectionAndNoneFromAnotherAddressWithTheSamePort() {
        try (AnnotationConfigApplicationContext beans =
                new AnnotationConfigApplicationContext(ReactorResourceFactory.class)) {
            WarmUp warmUp = new WarmUp(
                    WarmUpMode.BEFORE,
                    Duration.ZERO,
                    this::handle,
                    List.of(),
                    List.of(),
                    new JsonMapper(),
                    new SimpleMeterRegistry(),
                    beans.getAutowireCapableBeanFactory());

            warmUp.start();
            warmUp.stop();
        }
        assertThat(own).isNotEmpty().doesNotContain(INTRUDER);
        assertThat(intruders).isNotEmpty().allMatch(line -> line.startsWith("HTTP/1.1 503 "));
    }

    /** Has somebody else ask once, while the warm-up waits for an answer. */
    private Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        boolean first = own.isEmpty();
        own.add(request.getPath().value());
        Mono<Void> asked = first
                ? Mono.fromRunnable(() -> intruders.add(asked(request)))
                        .subscribeOn(Schedulers.boundedElastic())
                        .then()
                : Mono.empty();
        return asked.then(Mono.defer(response::setComplete));
    }

    /** The first line of the answer to a connection from the same port of another address of this machine. */
    private static String asked(ServerHttpRequest request) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(another(), port(request.getRemoteAddress())));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(request.getLocalAddress())));
            socket.getOutputStream()
                    .write(("GET " + INTRUDER + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static InetAddress another() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    }

    private static int port(@Nullable InetSocketAddress address) {
        return Objects.requireNonNull(address).getPort();
    }
}
