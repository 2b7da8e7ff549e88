package vn.soto.edge.watchdog;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts answers, to whomever: under a load that makes the watchdog's own requests wait, the others show that it works. */
final class SignsOfLife implements WebFilter, Ordered {

    private final AtomicLong signs = new AtomicLong();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).doFinally(end -> add());
    }

    void add() {
        signs.incrementAndGet();
    }

    long count() {
        return signs.get();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
