package vn.soto.query.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who reads, as far as persons are concerned.
 *
 * @param account its name; empty for whoever is not known
 * @param role    by which names are shown; absent for who does not see any: an auditor looks at what was done, not at who
 *                lives where, and gets pseudonyms
 */
public record Viewer(String account, @Nullable String role) {

    private static final String PREFIX = "ROLE_";

    /** The first that somebody has is the one by which they read. */
    private static final List<String> READERS = List.of("ADMINISTRATOR", "OFFICER", "LEADER", "MEMBER");

    /** Whoever is not known reads nothing. */
    public static Mono<Viewer> of(ServerWebExchange exchange) {
        return exchange.<Authentication>getPrincipal()
                .filter(Authentication::isAuthenticated)
                .map(who -> new Viewer(who.getName(), role(who)))
                .defaultIfEmpty(new Viewer("", null));
    }

    private static @Nullable String role(Authentication who) {
        List<@Nullable String> granted = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        for (String role : READERS) {
            if (granted.contains(PREFIX + role)) {
                return role;
            }
        }
        return null;
    }

    public boolean mayRead() {
        return role != null;
    }
}
