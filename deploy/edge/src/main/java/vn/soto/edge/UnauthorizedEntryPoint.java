package vn.soto.edge;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers a request of nobody known with a problem and the challenge of the sign-in in use. */
public final class UnauthorizedEntryPoint implements ServerAuthenticationEntryPoint {

    private final Function<AuthenticationException, Challenge> challenges;

    private UnauthorizedEntryPoint(Function<AuthenticationException, Challenge> challenges) {
        this.challenges = challenges;
    }

    /** For accounts with passwords. */
    public static UnauthorizedEntryPoint basic() {
        return new UnauthorizedEntryPoint(error -> Challenge.ACCOUNT);
    }

    /** For access tokens. */
    static UnauthorizedEntryPoint token() {
        return new UnauthorizedEntryPoint(UnauthorizedEntryPoint::token);
    }

    private static Challenge token(AuthenticationException error) {
        if (!(error instanceof InvalidBearerTokenException)) {
            return Challenge.NO_TOKEN;
        }
        return error.getCause() instanceof JwtValidationException invalid
                        && invalid.getErrors().contains(TokenRules.EXPIRED)
                ? Challenge.EXPIRED
                : Challenge.REFUSED;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        Challenge challenge = challenges.apply(error);
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge.header());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = challenge.problem(Language.english(exchange)).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
