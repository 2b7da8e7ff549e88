package vn.soto.query.http;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The reader of personal data.
 *
 * @param account  name of the account; empty for an anonymous reader
 * @param role     role that permits reading names; absent for a reader who may not: an auditor reviews actions, not
 *                 addresses, and gets pseudonyms
 * @param question address that was asked, with its parameters
 */
public record Viewer(String account, @Nullable String role, String question) {

    private static final String PREFIX = "ROLE_";

    /** Roles that permit reading names; the first one an account has applies. */
    private static final List<String> READERS = List.of("ADMINISTRATOR", "OFFICER", "LEADER", "MEMBER");

    /** An anonymous reader may read no names. */
    public static Mono<Viewer> of(ServerWebExchange exchange) {
        String question = question(exchange.getRequest().getURI());
        return exchange.<Authentication>getPrincipal()
                .filter(Authentication::isAuthenticated)
                .map(who -> new Viewer(who.getName(), role(who), question))
                .defaultIfEmpty(new Viewer("", null, question));
    }

    private static String question(URI address) {
        String parameters = address.getRawQuery();
        return parameters == null ? address.getRawPath() : address.getRawPath() + "?" + parameters;
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
