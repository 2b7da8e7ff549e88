package vn.soto.edge.server;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.soto.edge.server.HttpMeters.Limit;
import vn.soto.web.ProblemResponses;
import vn.soto.web.RequestRate;

/**
 * Counts the requests of a minute, before anything else is done for them. A request counts for its address until the
 * sign-in knows its account, which has a minute of its own. So refused and unknown senders take nothing from the
 * others.
 */
final class RequestLimit implements WebFilter, Ordered {

    private static final String WAIT = RequestLimit.class.getName() + ".wait";

    private final ClientAddress clients;
    private final HttpMeters meters;
    private final RequestRate<Requester> known;
    private final RequestRate<Requester> unknown;

    RequestLimit(HttpLimits limits, ClientAddress clients, HttpMeters meters) {
        this.clients = clients;
        this.meters = meters;
        this.known = new RequestRate<>(limits.maxRequestsPerMinute(), System::nanoTime);
        this.unknown = new RequestRate<>(limits.unknown().maxRequestsPerMinute(), System::nanoTime);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            Duration wait = unknown.admit(Requester.unknown(clients.of(exchange.getRequest())));
            if (wait.isPositive() && !showsCredentials(exchange.getRequest())) {
                return refuse(wait, exchange);
            }
            exchange.getAttributes().put(WAIT, wait);
            return chain.filter(exchange);
        });
    }

    /** Credentials that turn out to be wrong cost no more than they do at the sign-in, which counts them by itself. */
    private static boolean showsCredentials(ServerHttpRequest request) {
        return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION) || SessionCookieName.isSentWith(request);
    }

    /** The time after which a request of this sender would be admitted; zero if this one is. */
    Duration admit(Requester sender, ServerWebExchange exchange) {
        Duration wait = exchange.getAttributeOrDefault(WAIT, Duration.ZERO);
        if (!sender.isKnown()) {
            return wait;
        }
        if (!wait.isPositive()) {
            unknown.giveBack(Requester.unknown(clients.of(exchange.getRequest())));
        }
        return known.admit(sender);
    }

    Mono<Void> refuse(Duration wait, ServerWebExchange exchange) {
        meters.requestRefused(Limit.RATE);
        return ProblemResponses.write(ServerProblems.tooFast(wait), ServerProblems.TEXTS, exchange);
    }
}
