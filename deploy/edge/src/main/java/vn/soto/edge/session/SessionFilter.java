package vn.soto.edge.session;

import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.soto.edge.server.SessionCookieName;
import vn.soto.web.ProvenAt;

/**
 * Signs a request in by its session, unless it has other credentials, and renews the cookie of a session in use. A session that
 * is over is taken away, and the request goes on as one of nobody known.
 */
public record SessionFilter(SessionCookies cookies, Epochs epochs, SessionStreams streams) implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!SessionCookieName.isSentWith(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return Mono.justOrEmpty(cookies.read(exchange.getRequest()))
                .filterWhen(epochs::accept)
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(found -> found.isEmpty() ? without(exchange, chain) : with(found.getFirst(), exchange, chain));
    }

    private Mono<Void> with(Session session, ServerWebExchange exchange, WebFilterChain chain) {
        cookies.renewed(session)
                .ifPresent(renewed -> unlessItSetsACookie(exchange, () -> cookies.set(renewed, exchange)));
        return chain.filter(streams.bounded(exchange, session))
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(authentication(session)));
    }

    private Mono<Void> without(ServerWebExchange exchange, WebFilterChain chain) {
        unlessItSetsACookie(exchange, () -> cookies.clear(exchange));
        return chain.filter(exchange);
    }

    /** Changes the cookie with the answer, unless the answer itself begins or ends a session. */
    private static void unlessItSetsACookie(ServerWebExchange exchange, Runnable change) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    if (exchange.getResponse().getCookies().isEmpty()) {
                        change.run();
                    }
                }));
    }

    /** The principal of a session, as other sign-ins make it. */
    public static Authentication authentication(Session session) {
        Collection<SimpleGrantedAuthority> authorities = session.sortedAuthorities().stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        UsernamePasswordAuthenticationToken known =
                UsernamePasswordAuthenticationToken.authenticated(session.account(), "", authorities);
        known.setDetails(new ProvenAt(session.proven()));
        return known;
    }

    /** Asked for at each request. */
    @Override
    public String toString() {
        return "SessionFilter";
    }
}
