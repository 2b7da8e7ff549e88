package vn.soto.edge.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.soto.edge.server.HttpMeters.Limit;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;

/**
 * Refuses requests of a client that sends too many in a minute or has too many at work, and those beyond what the server has at work in all, before
 * anything else is done for them. A request about health counts for its client alone: a full server is alive. A stream of events is at
 * work until its head is sent; who opens streams bounds their number.
 */
final class RequestLimit implements WebFilter, Ordered {

    private static final String HEALTH = "/actuator/health";

    private final ClientAddress clients;
    private final HttpMeters meters;
    private final Occupation perClient;
    private final RequestRate rate;
    private final int limit;
    private final AtomicInteger atWork = new AtomicInteger();

    RequestLimit(HttpLimits limits, ClientAddress clients, HttpMeters meters) {
        this.clients = clients;
        this.meters = meters;
        this.perClient = new Occupation(limits.maxRequestsPerClient());
        this.rate = new RequestRate(limits.maxRequestsPerMinute(), System::nanoTime);
        this.limit = limits.maxRequests();
        meters.requests(atWork);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            Network client = clients.of(exchange.getRequest());
            Duration wait = rate.admit(client);
            if (wait.isPositive()) {
                return refuse(Limit.RATE, ServerProblems.tooFast(wait), exchange);
            }
            if (!perClient.enter(client)) {
                return refuse(Limit.CLIENT, ServerProblems.tooManyRequests(), exchange);
            }
            boolean counted = !aboutHealth(exchange.getRequest());
            if (counted && atWork.incrementAndGet() > limit) {
                leave(client, true);
                return refuse(Limit.SERVER, ServerProblems.serverBusy(), exchange);
            }
            AtomicBoolean left = new AtomicBoolean();
            Runnable leave = () -> {
                if (left.compareAndSet(false, true)) {
                    leave(client, counted);
                }
            };
            exchange.getResponse()
                    .beforeCommit(() -> Mono.fromRunnable(() -> {
                        if (EventStreams.isOne(exchange.getResponse())) {
                            leave.run();
                        }
                    }));
            return chain.filter(exchange).doFinally(end -> leave.run());
        });
    }

    private void leave(Network client, boolean counted) {
        perClient.leave(client);
        if (counted) {
            atWork.decrementAndGet();
        }
    }

    private Mono<Void> refuse(Limit beyond, Problem problem, ServerWebExchange exchange) {
        meters.requestRefused(beyond);
        return ProblemResponses.write(problem, ServerProblems.TEXTS, exchange);
    }

    private static boolean aboutHealth(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }
}
