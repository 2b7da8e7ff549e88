package vn.soto.edge.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls to the issuer: its description once an hour, and the exchange of a code for an ID token. Nothing is called
 * before somebody signs in. An answer has a limit of size and of time, and no redirect is followed.
 */
final class IssuerCalls {

    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration FAILED_FOR = Duration.ofSeconds(2);
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final long MOST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LONGEST).build();
    private final String issuer;
    private final BrowserSignInSettings settings;
    private final Mono<IssuerEndpoints> endpoints;

    IssuerCalls(String issuer, BrowserSignInSettings settings) {
        this.issuer = issuer;
        this.settings = settings;
        this.endpoints =
                Mono.defer(this::described).cache(known -> KNOWN_FOR, failure -> FAILED_FOR, () -> Duration.ZERO);
    }

    /**
     * @param authorization address to which browsers are sent
     * @param token         address for exchanging codes
     */
    record IssuerEndpoints(URI authorization, URI token) {}

    /** Fails with {@link IssuerUnavailableException}. */
    Mono<IssuerEndpoints> endpoints() {
        return endpoints;
    }

    private Mono<IssuerEndpoints> described() {
        URI address = URI.create(issuer.replaceFirst("/$", "") + DESCRIPTION);
        if (!SafeAddress.isCallable(address)) {
            return Mono.error(new IssuerUnavailableException("the issuer " + issuer + " has no https: address"));
        }
        return json(HttpRequest.newBuilder(address).GET()).map(this::endpoints);
    }

    private IssuerEndpoints endpoints(JsonNode description) {
        if (!issuer.equals(description.path("issuer").asString(""))) {
            throw new IssuerUnavailableException("it describes another issuer");
        }
        JsonNode methods = description.path("code_challenge_methods_supported");
        if (methods.isArray() && methods.valueStream().noneMatch(each -> "S256".equals(each.asString("")))) {
            throw new IssuerUnavailableException("it does not take PKCE with S256");
        }
        URI set = settings.tokenEndpoint();
        URI token = set == null ? onItsHost(address(description, "token_endpoint")) : set;
        return new IssuerEndpoints(address(description, "authorization_endpoint"), token);
    }

    private static URI address(JsonNode description, String name) {
        try {
            URI address = URI.create(description.path(name).asString(""));
            if (SafeAddress.isCallable(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IssuerUnavailableException("its " + name + " is no https: address");
    }

    /** The product calls no host that the operator has not named. */
    private URI onItsHost(URI token) {
        URI own = URI.create(issuer);
        if (!Objects.equals(own.getRawAuthority(), token.getRawAuthority())) {
            throw new IssuerUnavailableException(
                    "its token endpoint is on another host, %s; name it in soto.sign-in.browser.token-endpoint"
                            .formatted(token.getHost()));
        }
        return token;
    }

    /**
     * Exchanges a code for an ID token, which is not checked yet; empty if the issuer refuses the code. Fails with {@link
     * IssuerUnavailableException}.
     */
    Mono<String> exchange(String code, SignInAttempt attempt) {
        return endpoints()
                .flatMap(known -> json(request(known.token(), code, attempt)))
                .map(answer -> answer.path("id_token").asString(""))
                .filter(token -> !token.isEmpty())
                .onErrorResume(CodeRefusedException.class, refused -> Mono.empty());
    }

    private HttpRequest.Builder request(URI endpoint, String code, SignInAttempt attempt) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirect());
        form.put("code_verifier", attempt.verifier());
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint);
        String secret = settings.clientSecret();
        if (secret == null) {
            form.put("client_id", settings.client());
        } else {
            String pair = encoded(settings.client()) + ":" + encoded(secret);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Mono<JsonNode> json(HttpRequest.Builder request) {
        HttpRequest call =
                request.header("Accept", "application/json").timeout(LONGEST).build();
        return Mono.fromFuture(() -> http.sendAsync(call, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES)))
                .timeout(LONGEST)
                .map(IssuerCalls::body)
                .onErrorMap(
                        failure -> !(failure instanceof IssuerUnavailableException
                                || failure instanceof CodeRefusedException),
                        failure -> new IssuerUnavailableException(failure.getClass()
                                        .getSimpleName() + " at " + call.uri().getHost()));
    }

    private static JsonNode body(HttpResponse<String> answer) {
        if (answer.statusCode() == 400 || answer.statusCode() == 401) {
            throw new CodeRefusedException();
        }
        if (answer.statusCode() != 200) {
            throw new IssuerUnavailableException("it answers " + answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IssuerUnavailableException("it answers no JSON");
        }
    }

    /** The issuer answered that it does not take the code; it was used before, has expired or is another client's. */
    private static final class CodeRefusedException extends RuntimeException {}
}
