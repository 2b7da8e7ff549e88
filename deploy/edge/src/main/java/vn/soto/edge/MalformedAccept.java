package vn.soto.edge;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Ignores a header {@code Accept} that cannot be parsed, so that any answer may be sent. Kept, it would refuse the
 * problem that says so as well, and the answer would be empty.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MalformedAccept implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(
                isMalformed(exchange)
                        ? exchange.mutate()
                                .request(request -> request.headers(headers -> headers.remove(HttpHeaders.ACCEPT)))
                                .build()
                        : exchange);
    }

    private static boolean isMalformed(ServerWebExchange exchange) {
        try {
            exchange.getRequest().getHeaders().getAccept();
            return false;
        } catch (InvalidMediaTypeException e) {
            return true;
        }
    }
}
