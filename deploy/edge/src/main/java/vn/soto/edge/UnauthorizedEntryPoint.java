package vn.soto.edge;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.web.Language;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;

/** Answers an unauthenticated request with a problem and the challenge of the sign-in in use. */
public final class UnauthorizedEntryPoint implements ServerAuthenticationEntryPoint {

    private static final JsonMapper JSON = new JsonMapper();

    private final Function<AuthenticationException, Challenge> challenges;

    private UnauthorizedEntryPoint(Function<AuthenticationException, Challenge> challenges) {
        this.challenges = challenges;
    }

    /** The entry point for accounts with passwords. */
    public static UnauthorizedEntryPoint basic() {
        return new UnauthorizedEntryPoint(error -> Challenge.ACCOUNT);
    }

    /** The entry point for access tokens. */
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
        byte[] body = body(EdgeProblems.unauthenticated(challenge), Language.of(exchange));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** The body repeats nothing from the request, not even its address. */
    private static byte[] body(Problem problem, Locale locale) {
        ProblemDetail detail = ProblemResponses.body(problem, EdgeProblems.TEXTS, locale);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", detail.getType());
        members.put("title", detail.getTitle());
        members.put("status", detail.getStatus());
        members.put("detail", detail.getDetail());
        return JSON.writeValueAsBytes(members);
    }
}
