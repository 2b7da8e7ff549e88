package vn.soto.edge;

import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.edge.server.SessionCookieName;
import vn.soto.web.ProblemResponses;

/** Answers an unauthenticated request with a problem and the challenge of the sign-in in use. */
public final class UnauthorizedEntryPoint implements ServerAuthenticationEntryPoint {

    private final Function<AuthenticationException, Challenge> challenges;
    private final Predicate<AuthenticationException> uncheckable;

    private UnauthorizedEntryPoint(
            Function<AuthenticationException, Challenge> challenges, Predicate<AuthenticationException> uncheckable) {
        this.challenges = challenges;
        this.uncheckable = uncheckable;
    }

    /** The entry point for accounts with passwords. */
    public static UnauthorizedEntryPoint basic() {
        return new UnauthorizedEntryPoint(error -> Challenge.ACCOUNT, error -> false);
    }

    /** The entry point for access tokens. */
    static UnauthorizedEntryPoint token() {
        return new UnauthorizedEntryPoint(
                UnauthorizedEntryPoint::token, error -> error.getCause() instanceof KeysStaleException);
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
        if (uncheckable.test(error)) {
            return ProblemResponses.write(EdgeProblems.uncheckable(), EdgeProblems.TEXTS, exchange);
        }
        if (error instanceof SignInProblemException other) {
            return ProblemResponses.write(other.problem(), other.texts(), exchange);
        }
        Challenge challenge =
                SessionCookieName.isSentWith(exchange.getRequest()) ? Challenge.SESSION : challenges.apply(error);
        challenge
                .header()
                .ifPresent(header -> exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, header));
        return ProblemResponses.write(EdgeProblems.unauthenticated(challenge), EdgeProblems.TEXTS, exchange);
    }
}
