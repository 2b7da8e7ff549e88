package vn.soto.edge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Flux;

/** Reads claim {@code roles}; a value that is no role of this product grants nothing. */
public final class TokenRoles implements Converter<Jwt, Flux<GrantedAuthority>> {

    /** The roles of the command side, repeated because this module does not depend on it. */
    public static final Set<String> ROLES = Set.of("member", "leader", "officer", "administrator", "auditor");

    @Override
    public Flux<GrantedAuthority> convert(Jwt token) {
        Collection<?> claimed = token.getClaims().get("roles") instanceof Collection<?> list ? list : List.of();
        return Flux.fromStream(claimed.stream()
                .filter(ROLES::contains)
                .map(role ->
                        new SimpleGrantedAuthority("ROLE_" + role.toString().toUpperCase(Locale.ROOT))));
    }
}
