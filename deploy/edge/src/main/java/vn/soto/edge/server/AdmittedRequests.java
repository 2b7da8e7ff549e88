package vn.soto.edge.server;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.web.Problem;
import vn.soto.web.ProblemException;
import vn.soto.web.ProblemResponses;

/**
 * Admits requests to work once it is known who sends them and their body is there. The body of an unknown sender is
 * received here, and is small and quick. That of an account is received by its reader, for as long as it takes, in
 * which the request is not at work. A request about health is at work for its sender alone: a full server is alive. A
 * stream of events is at work until its head is sent; who opens streams bounds their number.
 */
final class AdmittedRequests implements WebFilter, Ordered {

    /** Spring Security's filters have the order -100. */
    private static final int AFTER_SIGN_IN = -90;

    private static final String HEALTH = "/actuator/health";

    private final ClientAddress clients;
    private final RequestLimit rate;
    private final ConnectionLimit connections;
    private final UnknownSenders limits;
    private final Workload work;
    private final Workload bodies;
    private final UnknownBodies unknownBodies;

    AdmittedRequests(
            HttpLimits limits,
            ClientAddress clients,
            RequestLimit rate,
            ConnectionLimit connections,
            HttpMeters meters) {
        this.clients = clients;
        this.rate = rate;
        this.connections = connections;
        this.limits = limits.unknown();
        int each = limits.maxRequestsPerClient();
        int all = limits.maxRequests();
        this.work = new Workload(each, each, all, Math.ceilDiv(all, 2), meters);
        this.bodies = new Workload(Math.ceilDiv(each, 2), 0, all, 0, meters);
        this.unknownBodies = new UnknownBodies(this.limits, meters);
        meters.requests(work.all());
        meters.bodies(() -> bodies.all().get() + unknownBodies.size());
    }

    @Override
    public int getOrder() {
        return AFTER_SIGN_IN;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return sender(exchange.getRequest())
                .flatMap(sender -> Mono.deferContextual(context -> {
                    Duration wait = rate.admit(sender, exchange);
                    return wait.isPositive()
                            ? rate.refuse(wait, exchange)
                            : admitted(sender, context.get(ObservedBody.class), exchange, chain);
                }))
                .onErrorResume(ProblemException.class, e -> ProblemResponses.write(e.problem(), e.texts(), exchange));
    }

    private Mono<Requester> sender(ServerHttpRequest request) {
        return ReactiveSecurityContextHolder.getContext()
                .flatMap(context -> Mono.justOrEmpty(context.getAuthentication()))
                .filter(Authentication::isAuthenticated)
                .map(known -> Requester.known(known.getName()))
                .switchIfEmpty(Mono.fromSupplier(() -> Requester.unknown(clients.of(request))));
    }

    private Mono<Void> admitted(Requester sender, ObservedBody body, ServerWebExchange exchange, WebFilterChain chain) {
        Place place = new Place(work, sender, !aboutHealth(exchange.getRequest()));
        Mono<Void> ready = Mono.fromRunnable(place::take);
        if (sender.isKnown()) {
            connections.known(exchange.getRequest());
            if (body.mayCome()) {
                body.observe(parts -> observed(parts, sender, place));
            }
        } else if (body.mayCome()) {
            ready = received(body, clients.of(exchange.getRequest())).then(ready);
        }
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    if (EventStreams.isOne(exchange.getResponse())) {
                        place.leave();
                    }
                }));
        return ready.then(ForeignSiteFilter.fault(exchange))
                .flatMap(fault -> fault.isPresent() ? refuse(fault.get(), exchange) : chain.filter(exchange))
                .doFinally(end -> place.leave());
    }

    /** A body of an account, on its way to whoever reads it: until it is there, the request is not at work. */
    private Flux<DataBuffer> observed(Flux<DataBuffer> parts, Requester sender, Place place) {
        Place way = new Place(bodies, sender, true);
        return Flux.defer(() -> {
                    place.pause();
                    way.take();
                    return parts;
                })
                .doFinally(end -> way.leave())
                .concatWith(Mono.fromRunnable(place::take));
    }

    private Mono<Void> received(ObservedBody body, Network client) {
        int most = (int) limits.maxBody().toBytes();
        if (body.getHeaders().getContentLength() > most) {
            return Mono.error(new ProblemException(ServerProblems.bodyTooLarge(), ServerProblems.TEXTS));
        }
        return unknownBodies
                .received(client, body.receive(most))
                .timeout(limits.bodyTimeout())
                .onErrorMap(
                        DataBufferLimitException.class,
                        e -> new ProblemException(ServerProblems.bodyTooLarge(), ServerProblems.TEXTS))
                .onErrorMap(
                        TimeoutException.class,
                        e -> new ProblemException(ServerProblems.bodyTooSlow(), ServerProblems.TEXTS));
    }

    private static Mono<Void> refuse(Problem problem, ServerWebExchange exchange) {
        return ProblemResponses.write(problem, ServerProblems.TEXTS, exchange);
    }

    private static boolean aboutHealth(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    /** A place of one request, had once at most; what was left is not taken any more. */
    private static final class Place {

        private final Workload load;
        private final Requester sender;
        private final boolean counted;
        private final AtomicReference<State> state = new AtomicReference<>(State.FREE);

        private enum State {
            FREE,
            TAKEN,
            LEFT
        }

        private Place(Workload load, Requester sender, boolean counted) {
            this.load = load;
            this.sender = sender;
            this.counted = counted;
        }

        private void take() {
            load.enter(sender, counted);
            if (!state.compareAndSet(State.FREE, State.TAKEN)) {
                load.leave(sender, counted);
            }
        }

        /** Gives the place back until it is taken again. */
        private void pause() {
            if (state.compareAndSet(State.TAKEN, State.FREE)) {
                load.leave(sender, counted);
            }
        }

        private void leave() {
            if (state.getAndSet(State.LEFT) == State.TAKEN) {
                load.leave(sender, counted);
            }
        }
    }
}
