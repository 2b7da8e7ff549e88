package vn.soto.query.http;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who reads, as far as persons are concerned.
 *
 * @param mayRead whether names are shown; an auditor looks at what was done, not at who lives where, and gets pseudonyms
 */
public record Viewer(boolean mayRead) {

    private static final Set<String> READERS =
            Set.of("ROLE_MEMBER", "ROLE_LEADER", "ROLE_OFFICER", "ROLE_ADMINISTRATOR");

    /** Whoever is not known reads nothing. */
    public static Mono<Viewer> of(ServerWebExchange exchange) {
        return exchange.<Authentication>getPrincipal()
                .map(who -> new Viewer(who.isAuthenticated()
                        && who.getAuthorities().stream()
                                .anyMatch(granted -> READERS.contains(String.valueOf(granted.getAuthority())))))
                .defaultIfEmpty(new Viewer(false));
    }
}
