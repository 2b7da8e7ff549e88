package vn.soto.edge.oidc;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Begins the session of a browser whose user the issuer has confirmed. */
public interface SessionStart {

    /** Sets the session's cookie on the answer; false if the account may not sign in. */
    Mono<Boolean> begin(IdTokens.SignedIn who, ServerWebExchange exchange);
}
