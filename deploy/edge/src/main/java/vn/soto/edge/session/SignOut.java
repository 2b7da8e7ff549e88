package vn.soto.edge.session;

import java.net.URI;
import java.security.Principal;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Ends sessions: {@code POST /sign-out} takes the cookie from this browser, {@code POST /sign-out-everywhere} raises the account's
 * epoch besides, which ends its sessions on every device and node. A form goes on to the sign-in, a script gets 204. It follows the
 * sign-in.
 */
public final class SignOut implements WebFilter {

    private static final String HERE = "/sign-out";
    private static final String EVERYWHERE = "/sign-out-everywhere";
    private static final URI SIGN_IN = URI.create("/sign-in");

    private final SessionCookies cookies;
    private final Epochs epochs;

    public SignOut(SessionCookies cookies, Epochs epochs) {
        this.cookies = cookies;
        this.epochs = epochs;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
            return chain.filter(exchange);
        }
        return switch (exchange.getRequest().getPath().pathWithinApplication().value()) {
            case HERE -> ended(exchange);
            case EVERYWHERE -> everywhere(exchange, chain);
            default -> chain.filter(exchange);
        };
    }

    /** Nobody known is told to sign in, by what follows. */
    private Mono<Void> everywhere(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .flatMap(account -> epochs.raise(account).thenReturn(true))
                .defaultIfEmpty(false)
                .flatMap(raised -> raised ? ended(exchange) : chain.filter(exchange));
    }

    private Mono<Void> ended(ServerWebExchange exchange) {
        cookies.clear(exchange);
        boolean form = MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                exchange.getRequest().getHeaders().getContentType());
        exchange.getResponse().setStatusCode(form ? HttpStatus.SEE_OTHER : HttpStatus.NO_CONTENT);
        if (form) {
            exchange.getResponse().getHeaders().setLocation(SIGN_IN);
        }
        return exchange.getResponse().setComplete();
    }
}
