package vn.soto.edge.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.soto.edge.Applications;

/** A server with the product's limits, that lets everybody in, and believes {@code X-Account}. */
record LimitedServer(ConfigurableApplicationContext context) implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({HttpServerConfiguration.class, Endpoint.class})
    static class Application {

        @Bean
        SecurityWebFilterChain everybody(ServerHttpSecurity http) {
            return http.authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                    .addFilterAt(
                            (exchange, chain) -> Mono.justOrEmpty(
                                            exchange.getRequest().getHeaders().getFirst("X-Account"))
                                    .map(name -> chain.filter(exchange)
                                            .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                                    UsernamePasswordAuthenticationToken.authenticated(
                                                            name, "", List.of()))))
                                    .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                                    .flatMap(filtered -> filtered),
                            SecurityWebFiltersOrder.AUTHENTICATION)
                    .csrf(ServerHttpSecurity.CsrfSpec::disable)
                    .build();
        }
    }

    @RestController
    static final class Endpoint {

        private final Sinks.One<String> release = Sinks.one();
        private final AtomicInteger held = new AtomicInteger();
        private final CountDownLatch abandoned = new CountDownLatch(1);

        @GetMapping("/quick")
        String quick() {
            return "quick";
        }

        /** Answers when it is told to, and reads no body. */
        @RequestMapping(
                path = "/held",
                method = {RequestMethod.GET, RequestMethod.POST})
        Mono<String> held() {
            held.incrementAndGet();
            return release.asMono();
        }

        /** A stream that says something at once and ends when it is told to. */
        @GetMapping(path = "/stream", produces = "text/event-stream")
        Flux<String> stream() {
            return Flux.concat(Flux.just("begun"), release.asMono());
        }

        @GetMapping("/broken")
        Mono<String> broken() {
            return Mono.error(new IllegalStateException("broken on purpose"));
        }

        /** Unless less is asked for, many more megabytes than the buffers of two sockets take. */
        @GetMapping("/large")
        Flux<String> large(@RequestParam(defaultValue = "24") int megabytes) {
            return Flux.range(0, megabytes)
                    .map(part -> "x".repeat(1 << 20))
                    .doOnCancel(abandoned::countDown)
                    .doOnError(error -> abandoned.countDown());
        }

        @PostMapping(path = "/size", consumes = "text/csv")
        int size(@RequestBody byte[] body) {
            return body.length;
        }

        void release() {
            var _ = release.tryEmitValue("released");
        }

        int waiting() {
            return held.get();
        }

        CountDownLatch abandoned() {
            return abandoned;
        }
    }

    /** As {@link #start}, with a port for probes, which is a server of its own. */
    static LimitedServer withProbes(String... settings) {
        return run("0", settings);
    }

    /** @param settings below {@code soto.http.}, or whole arguments */
    static LimitedServer start(String... settings) {
        return run("-1", settings);
    }

    private static LimitedServer run(String managementPort, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=" + managementPort,
                "--management.server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--spring.http.codecs.max-in-memory-size=16MB",
                "--spring.main.register-shutdown-hook=false"));
        for (String setting : settings) {
            arguments.add(setting.startsWith("--") ? setting : "--soto.http." + setting);
        }
        return new LimitedServer(Applications.of(Application.class).run(arguments.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Socket connect() {
        return connect("local.server.port");
    }

    /** A connection to a port; a read that waits longer than {@link #PATIENCE} fails. */
    Socket connect(String port) {
        try {
            Socket socket = new Socket(
                    InetAddress.ofLiteral("127.0.0.1"),
                    Integer.parseInt(
                            Objects.requireNonNull(context.getEnvironment().getProperty(port))));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes that the server sends until it ends the connection, in order or with a reset. */
    static String toTheEnd(Socket socket) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (socket) {
            socket.getInputStream().transferTo(read);
        } catch (SocketException e) {
            // A reset: what the client had sent was not read.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    /** A connection over which an account has asked, so that it gives its place to nobody. */
    Socket admitted() {
        return asked("X-Account: lan");
    }

    /** A connection whose first request was answered, so that the server has certainly counted it. */
    Socket asked(String... headers) {
        Socket socket = connect();
        send(socket, get("/quick", headers));
        try {
            StringBuilder answer = new StringBuilder();
            while (!answer.toString().endsWith("quick")) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError("not admitted: " + answer);
                }
                answer.append((char) next);
            }
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + String.join(
                        "",
                        List.of(headers).stream().map(header -> header + "\r\n").toList()) + "\r\n";
    }

    String once(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Connection: close");
        Socket socket = connect();
        send(socket, get(path, all.toArray(String[]::new)));
        return toTheEnd(socket);
    }

    @Override
    public void close() {
        bean(Endpoint.class).release();
        context.close();
    }
}
