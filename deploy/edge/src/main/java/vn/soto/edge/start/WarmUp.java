package vn.soto.edge.start;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.web.WarmUpTask;

/**
 * Loads the product's classes, in the background once the port is open. If the {@link WarmUpMode} says so, it does that
 * before the port opens and handles {@link WarmUpRequests} too. They go through a server of the same make on a port of
 * loopback. That server serves connections of this process alone and is closed afterwards. Somebody is signed in there
 * who may read everything, so that it never runs beside requests of others. A start that is only rehearsed sends
 * {@link RehearsalRequests} besides.
 */
final class WarmUp implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int LIMIT_MILLIS = 60_000;

    private final WarmUpMode mode;
    private final Duration after;
    private final HttpHandler handler;
    private final List<RequestMappingInfoHandlerMapping> mappings;
    private final List<WarmUpTask> tasks;
    private final JsonMapper json;
    private final MeterRegistry meters;
    private final AutowireCapableBeanFactory beans;
    private volatile @Nullable SocketAddress client;
    private volatile boolean observed = true;
    private volatile List<String> roles = List.of();
    private volatile boolean running;

    /** @param after from the opening of the port until the loading in the background */
    WarmUp(
            WarmUpMode mode,
            Duration after,
            HttpHandler handler,
            List<RequestMappingInfoHandlerMapping> mappings,
            List<WarmUpTask> tasks,
            JsonMapper json,
            MeterRegistry meters,
            AutowireCapableBeanFactory beans) {
        this.mode = mode;
        this.after = after;
        this.handler = handler;
        this.mappings = mappings;
        this.tasks = tasks;
        this.json = json;
        this.meters = meters;
        this.beans = beans;
    }

    @Override
    public boolean isAutoStartup() {
        return mode != WarmUpMode.OFF;
    }

    @Override
    public void start() {
        running = true;
        if (mode == WarmUpMode.ON) {
            Thread.ofPlatform().name("warm-up").daemon().start(this::loadLater);
        } else {
            load();
            int requests = handle(WarmUpRequests.of(mappings).iterator(), answer -> {});
            LOG.debug("{} requests", requests);
        }
    }

    /** Whoever waited for the start asks first, and has the processors and the compilers alone. */
    private void loadLater() {
        LockSupport.parkNanos(after.toNanos());
        if (running) {
            load();
        }
    }

    /** Changes nothing that requests see, so that it may run beside them. */
    private void load() {
        long begun = System.nanoTime();
        int classes = RequestClasses.load(getClass().getClassLoader());
        int answers = AnswerTypes.prepare(mappings, json);
        tasks.stream().takeWhile(task -> running).forEach(WarmUpTask::run);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        LOG.info(
                "Đã nạp sẵn {} lớp / loaded ahead {} classes ({} types of answers, {} s)",
                classes,
                classes,
                answers,
                millis / 1000.0);
    }

    /** A start that is only rehearsed shows pages of what it recorded, and ends. */
    @EventListener(ApplicationReadyEvent.class)
    void onReady(ApplicationReadyEvent ready) {
        if (mode == WarmUpMode.ONLY) {
            RehearsalRequests rehearsal = new RehearsalRequests();
            handle(rehearsal, rehearsal::answered);
            LOG.info("Đã diễn tập / rehearsed: {}", rehearsal.said());
            System.exit(SpringApplication.exit(ready.getApplicationContext()));
        }
    }

    private int handle(Iterator<WarmUpRequests.WarmUpRequest> requests, Consumer<WarmUpAnswers.WarmUpAnswer> answered) {
        WebServer server = server();
        server.start();
        int sent = 0;
        try {
            while (requests.hasNext()) {
                sent += handle(requests, answered, server.getPort());
            }
        } catch (IOException e) {
            // What is not loaded now is loaded by the first requests.
            LOG.warn("Khởi động trước không trọn vẹn / warming up ended early: {}", e.toString());
        } finally {
            client = null;
            observed = true;
            server.stop();
            // Nobody sent what was counted here.
            List.copyOf(meters.find("http.server.requests").meters()).forEach(meters::remove);
        }
        return sent;
    }

    /** Sends requests over one connection for as long as the server keeps it; returns their number, at least one. */
    private int handle(
            Iterator<WarmUpRequests.WarmUpRequest> requests, Consumer<WarmUpAnswers.WarmUpAnswer> answered, int port)
            throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(loopback, 0));
            socket.setSoTimeout(LIMIT_MILLIS);
            client = socket.getLocalSocketAddress();
            socket.connect(new InetSocketAddress(loopback, port), LIMIT_MILLIS);
            WarmUpAnswers answers = new WarmUpAnswers(socket.getInputStream());
            int sent = 0;
            boolean kept = true;
            while (kept && requests.hasNext()) {
                WarmUpRequests.WarmUpRequest request = requests.next();
                sent++;
                roles = request.roles();
                observed = request.observed();
                socket.getOutputStream().write(request.text().getBytes(StandardCharsets.UTF_8));
                WarmUpAnswers.WarmUpAnswer answer = answers.next();
                answered.accept(answer);
                kept = answer.kept();
            }
            return sent;
        }
    }

    /** A server with the settings of the product's own, but for its address. */
    private WebServer server() {
        NettyReactiveWebServerFactory factory = new NettyReactiveWebServerFactory();
        // Every customizer of the product's own server.
        beans.initializeBean(factory, "warmUpServer");
        factory.setResourceFactory(beans.getBean(ReactorResourceFactory.class));
        factory.setPort(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        return factory.getWebServer(this::handle);
    }

    /** No other process can have the address and port that this process's own socket is bound to. */
    private Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        InetSocketAddress from = request.getRemoteAddress();
        if (from == null || !from.equals(client)) {
            response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            return response.setComplete();
        }
        Mono<Void> handled = handler.handle(request, response);
        List<SimpleGrantedAuthority> rights = roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return rights.isEmpty()
                ? handled
                : handled.contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated("warm-up", "", rights)));
    }

    /** Whether meters observe the requests handled now. */
    boolean observed() {
        return observed;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE + (mode == WarmUpMode.ON ? 1 : -2);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
