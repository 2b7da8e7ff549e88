package vn.soto.command.http;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.Role;
import vn.soto.ledgerwriter.axon.UuidV7;

/**
 * Builds a {@link CommandRequest} from the headers and the authenticated principal; without a principal it yields none.
 */
public final class CommandRequestResolver implements HandlerMethodArgumentResolver {

    static final String ID = "Idempotency-Key";
    static final String CORRELATION = "Correlation-Id";
    private static final Pattern CORRELATION_FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final UuidV7 ids;

    public CommandRequestResolver(UuidV7 ids) {
        this.ids = ids;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandRequest.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return exchange.<Authentication>getPrincipal()
                .filter(Authentication::isAuthenticated)
                .switchIfEmpty(Mono.error(NotAllowedException::new))
                .map(principal -> request(principal, exchange.getRequest().getHeaders()));
    }

    private CommandRequest request(Authentication principal, HttpHeaders headers) {
        UUID id = id(headers.getFirst(ID));
        return new CommandRequest(
                id, principal.getName(), roles(principal), correlation(headers.getFirst(CORRELATION), id));
    }

    private UUID id(@Nullable String header) {
        if (header == null) {
            return ids.get();
        }
        try {
            UUID id = UUID.fromString(header);
            if (id.toString().equalsIgnoreCase(header)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // not a UUID: refused below
        }
        throw new InvalidFieldException(ID, "uuid");
    }

    private static String correlation(@Nullable String header, UUID id) {
        if (header == null) {
            return id.toString();
        }
        if (!CORRELATION_FORM.matcher(header).matches() || !FreeText.isOpaque(header)) {
            throw new InvalidFieldException(CORRELATION, "correlation");
        }
        return header;
    }

    private static Set<Role> roles(Authentication principal) {
        Set<String> authorities = principal.getAuthorities().stream()
                .map(authority -> String.valueOf(authority.getAuthority()))
                .collect(Collectors.toUnmodifiableSet());
        return Arrays.stream(Role.values())
                .filter(role -> authorities.contains("ROLE_" + role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
