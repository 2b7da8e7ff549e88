package vn.soto.edge.oidc;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.soto.edge.server.Transport;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;
import vn.soto.web.ProblemTexts;

/**
 * Sends a browser to the issuer ({@code GET /sign-in?to=}, with {@code fresh} for somebody who has to be asked anew)
 * and takes it back ({@code GET /sign-in/callback}). It uses the authorization code with PKCE (RFC 7636), {@code state}
 * and {@code nonce} (OpenID Connect Core 3.1), and {@code iss} (RFC 9207). Between the two, the server remembers
 * nothing.
 */
public final class OidcSignIn implements WebFilter {

    static final String BEGIN = "/sign-in";
    static final String CALLBACK = "/sign-in/callback";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final ProblemTexts TEXTS = new ProblemTexts(List.of("vn.soto.edge.oidc.problems"));
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
    private static final String ATTEMPT = "soto-sign-in";
    private static final int LONGEST_CODE = 4_096;

    private final AtomicReference<Instant> told = new AtomicReference<>(Instant.EPOCH);
    private final String issuer;
    private final BrowserSignInSettings settings;
    private final IssuerCalls calls;
    private final AttemptSignature signature;
    private final IdTokens idTokens;
    private final SessionStart sessions;
    private final Clock clock;
    private final SecureRandom random;

    public OidcSignIn(
            String issuer,
            BrowserSignInSettings settings,
            AttemptSignature signature,
            IdTokens idTokens,
            SessionStart sessions,
            Clock clock,
            SecureRandom random) {
        this.issuer = issuer;
        this.settings = settings;
        this.calls = new IssuerCalls(issuer, settings);
        this.signature = signature;
        this.idTokens = idTokens;
        this.sessions = sessions;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getMethod().equals(HttpMethod.GET)) {
            return chain.filter(exchange);
        }
        return switch (exchange.getRequest().getPath().pathWithinApplication().value()) {
            case BEGIN -> guarded(begin(exchange), exchange);
            case CALLBACK -> guarded(finish(exchange), exchange);
            default -> chain.filter(exchange);
        };
    }

    private Mono<Void> guarded(Mono<Void> answer, ServerWebExchange exchange) {
        return answer.onErrorResume(IssuerUnavailableException.class, failure -> {
            tell(failure);
            return refuse(Problem.of(503, "issuer-unavailable").retryAfter(SOON), exchange);
        });
    }

    /** Once in a while, because anybody can begin a sign-in. */
    private void tell(IssuerUnavailableException failure) {
        Instant now = clock.instant();
        Instant before = told.getAndUpdate(last -> now.isBefore(last.plus(TOLD_EVERY)) ? last : now);
        if (!now.isBefore(before.plus(TOLD_EVERY))) {
            LOG.warn("the issuer {} cannot be used to sign in: {}", issuer, failure.getMessage());
        }
    }

    private Mono<Void> begin(ServerWebExchange exchange) {
        String to = single(exchange, "to").orElse("/");
        return calls.endpoints().flatMap(known -> {
            SignInAttempt attempt = SignInAttempt.begin(to, clock.instant(), random);
            exchange.getResponse().addCookie(attemptCookie(exchange, attempt.signed(signature), SignInAttempt.LIFE));
            boolean fresh = single(exchange, "fresh").isPresent();
            return redirect(question(known.authorization(), attempt, fresh), exchange);
        });
    }

    /** @param fresh whether the issuer asks its user anew, and tells when it did */
    private URI question(URI authorization, SignInAttempt attempt, boolean fresh) {
        return UriComponentsBuilder.fromUri(authorization)
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("scope", "{scope}")
                .queryParam("state", attempt.state())
                .queryParam("nonce", attempt.nonce())
                .queryParam("code_challenge", attempt.challenge())
                .queryParam("code_challenge_method", "S256")
                .queryParamIfPresent("prompt", fresh ? Optional.of("login") : Optional.ofNullable(settings.prompt()))
                .queryParamIfPresent("max_age", fresh ? Optional.of(0) : Optional.empty())
                .encode()
                .buildAndExpand(settings.client(), settings.redirect(), String.join(" ", settings.scopes()))
                .toUri();
    }

    /** The attempt ends here, whatever comes of it. */
    private Mono<Void> finish(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(attemptCookie(exchange, "", Duration.ZERO));
        Optional<SignInAttempt> attempt = Optional.ofNullable(
                        exchange.getRequest().getCookies().getFirst(attemptName(exchange)))
                .map(HttpCookie::getValue)
                .flatMap(signed -> SignInAttempt.read(signed, signature, clock.instant()))
                .filter(mine -> single(exchange, "state").filter(mine::isOf).isPresent());
        if (attempt.isEmpty()) {
            return refuse(Problem.of(400, "sign-in-lost"), exchange);
        }
        Optional<String> code = single(exchange, "code").filter(text -> text.length() <= LONGEST_CODE);
        if (code.isEmpty() || !single(exchange, "iss").orElse(issuer).equals(issuer)) {
            return refuse(Problem.of(403, "sign-in-refused"), exchange);
        }
        return calls.exchange(code.get(), attempt.get())
                .flatMap(token -> idTokens.read(token, attempt.get().nonce()))
                .flatMap(who -> sessions.begin(who, exchange))
                .defaultIfEmpty(false)
                .flatMap(begun -> begun
                        ? redirect(URI.create(attempt.get().to()), exchange)
                        : refuse(Problem.of(403, "sign-in-refused"), exchange));
    }

    /** A parameter that is there once. */
    private static Optional<String> single(ServerWebExchange exchange, String name) {
        MultiValueMap<String, String> parameters = exchange.getRequest().getQueryParams();
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.ofNullable(values.getFirst()) : Optional.empty();
    }

    private String attemptName(ServerWebExchange exchange) {
        return (settings.secure() ? Transport.TLS : Transport.LOOPBACK).cookie(ATTEMPT, exchange.getRequest());
    }

    /** Lax, because the issuer's answer comes as a link from the issuer's site. */
    private ResponseCookie attemptCookie(ServerWebExchange exchange, String value, Duration life) {
        return ResponseCookie.from(attemptName(exchange), value)
                .httpOnly(true)
                .secure(settings.secure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }

    private static Mono<Void> redirect(URI to, ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(to);
        return exchange.getResponse().setComplete();
    }

    private static Mono<Void> refuse(Problem problem, ServerWebExchange exchange) {
        return ProblemResponses.write(problem, TEXTS, exchange);
    }
}
