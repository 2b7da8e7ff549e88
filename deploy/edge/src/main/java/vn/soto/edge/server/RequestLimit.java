package vn.soto.edge.server;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.soto.web.ProblemResponses;

/** Refuses requests of a client that has too many at work, before anything else is done for them. */
final class RequestLimit implements WebFilter, Ordered {

    private final ClientAddress clients;
    private final HttpMeters meters;
    private final Occupation atWork;

    RequestLimit(HttpLimits limits, ClientAddress clients, HttpMeters meters) {
        this.clients = clients;
        this.meters = meters;
        this.atWork = new Occupation(limits.maxRequestsPerClient());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            Network client = clients.of(exchange.getRequest());
            if (!atWork.enter(client)) {
                meters.requestRefused();
                return ProblemResponses.write(ServerProblems.tooManyRequests(), ServerProblems.TEXTS, exchange);
            }
            return chain.filter(exchange).doFinally(end -> atWork.leave(client));
        });
    }
}
