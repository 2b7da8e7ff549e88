package vn.soto.edge;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands requests that Spring Security's firewall rejects to the handler of all failures, which answers with a problem.
 * Such requests have an unusual method or an address with an encoded slash. Spring Security's own handler answers with
 * an empty body.
 */
final class RejectedRequests implements ServerExchangeRejectedHandler {

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        return Mono.error(new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }
}
