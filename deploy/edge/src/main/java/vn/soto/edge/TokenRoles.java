package vn.soto.edge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Flux;

/**
 * Reads claim {@code roles}: a list of role names in upper case, as documented, or in lower case. A value that is no
 * role of this product grants nothing.
 */
public final class TokenRoles implements Converter<Jwt, Flux<GrantedAuthority>> {

    /** The roles of the command side, repeated because this module does not depend on it. */
    public static final Set<String> ROLES = Set.of(
            "member", "leader", "officer", "administrator", "auditor", "viewer", "operator", "organisation_officer");

    private static final Map<String, String> NAMES = ROLES.stream()
            .map(role -> role.toUpperCase(Locale.ROOT))
            .flatMap(role -> Stream.of(Map.entry(role, role), Map.entry(role.toLowerCase(Locale.ROOT), role)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @Override
    public Flux<GrantedAuthority> convert(Jwt token) {
        return Flux.fromStream(claimed(token).stream()
                .filter(String.class::isInstance)
                .map(NAMES::get)
                .filter(Objects::nonNull)
                .distinct()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role)));
    }

    /** The claim's values, which its issuer chose; one that holds null is no list of names at all. */
    static boolean malformed(Jwt token) {
        return claimed(token).stream().anyMatch(Objects::isNull);
    }

    private static Collection<?> claimed(Jwt token) {
        return token.getClaims().get("roles") instanceof Collection<?> list ? list : List.of();
    }
}
