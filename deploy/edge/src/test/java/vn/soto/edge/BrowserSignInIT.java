package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import vn.soto.edge.oidc.AttemptSignature;
import vn.soto.edge.oidc.BrowserSignInSettings;
import vn.soto.edge.oidc.OidcSignIn;
import vn.soto.testkit.SettableClock;

/** Browsers sign in at an issuer; whatever an issuer or another site sends instead, nobody is signed in. */
final class BrowserSignInIT {

    private static final String CLIENT = "soto-web";
    private static final String SECRET = "bí mật+/=";
    private static final String SESSION = "session";
    private static final ECKey KEY = Issuer.ec("k1");
    private static final RSAKey RSA = Issuer.rsa("k2");

    private final SettableClock clock = new SettableClock(Issuer.NOW);

    @AutoClose
    private final LyingIssuer issuer = new LyingIssuer();

    private final AttemptSignature signature = new AttemptSignature(new byte[32]);
    private OidcSignIn signIn = signIn("https://so-to.example.vn", null);

    @BeforeEach
    void begin() {
        signIn = signIn("https://so-to.example.vn", null);
    }

    private OidcSignIn signIn(String address, @Nullable URI tokenEndpoint) {
        SignInKeys keys = new SignInKeys(
                () -> new JWKSet(List.of(KEY, RSA)).toPublicJWKSet().toString(),
                JWSAlgorithm.ES256,
                Duration.ofHours(1),
                clock);
        return new OidcSignIn(
                issuer.name(),
                new BrowserSignInSettings(
                        CLIENT, SECRET, URI.create(address), tokenEndpoint, List.of("openid", "profile"), "login"),
                signature,
                new IssuerIdTokens(keys, SignatureAlgorithm.ES256, new IdTokenRules(issuer.name(), CLIENT, clock)),
                (who, exchange) -> Mono.fromSupplier(() -> {
                    exchange.getResponse()
                            .addCookie(ResponseCookie.from(SESSION, who.account() + who.roles())
                                    .build());
                    return !who.account().equals("locked");
                }),
                clock,
                new SecureRandom());
    }

    /** The state of the browser after the first step. */
    record Begun(Map<String, String> question, ResponseCookie cookie) {

        String state() {
            return String.valueOf(question.get("state"));
        }

        String nonce() {
            return String.valueOf(question.get("nonce"));
        }
    }

    private Begun begun(String to) {
        MockServerHttpResponse answer = get("/sign-in?to=" + to, null);
        assertThat(answer.getStatusCode()).hasToString("303 SEE_OTHER");
        URI location = Optional.ofNullable(answer.getHeaders().getLocation()).orElseThrow();
        assertThat(location.toString()).startsWith(issuer.name() + "/authorize?tenant=bd&response_type=code&");
        return new Begun(
                UriComponentsBuilder.fromUri(location).build().getQueryParams().toSingleValueMap().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> URLDecoder.decode(String.valueOf(each.getValue()), StandardCharsets.UTF_8))),
                Optional.ofNullable(answer.getCookies().getFirst("__Host-soto-sign-in"))
                        .orElseThrow());
    }

    private MockServerHttpResponse get(String target, @Nullable String cookie) {
        MockServerHttpRequest.BaseBuilder<?> request =
                MockServerHttpRequest.method(HttpMethod.GET, URI.create("https://so-to.example.vn" + target));
        if (cookie != null) {
            request.cookie(new HttpCookie("__Host-soto-sign-in", cookie));
        }
        MockServerWebExchange exchange = MockServerWebExchange.from(request.build());
        signIn.filter(
                        exchange,
                        passed -> Mono.fromRunnable(() -> exchange.getResponse().setRawStatusCode(299)))
                .block();
        return exchange.getResponse();
    }

    private MockServerHttpResponse back(Begun begun) {
        return get(
                "/sign-in/callback?code=abc&state=" + begun.state(),
                begun.cookie().getValue());
    }

    private JWTClaimsSet.Builder claims(Begun begun) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.name())
                .audience(CLIENT)
                .subject("lan")
                .claim("nonce", begun.nonce())
                .claim("roles", List.of("officer", "emperor"))
                .issueTime(Date.from(Issuer.NOW))
                .expirationTime(Date.from(Issuer.NOW.plusSeconds(300)));
    }

    private void givesGoodToken(Begun begun) {
        issuer.gives(Issuer.sign(KEY, JWSAlgorithm.ES256, claims(begun).build()));
    }

    private static void assertRefused(MockServerHttpResponse answer, int status, String code) {
        assertThat(answer.getStatusCode()).isNotNull().matches(each -> each.value() == status);
        assertThat(answer.getBodyAsString().block())
                .contains("urn:soto:problem:" + code)
                .doesNotContain("lan", "abc", SECRET, CLIENT);
        assertThat(answer.getCookies()).doesNotContainKey(SESSION);
    }

    @Test
    void whoHasToBeAskedAnewIsAskedAnew() {
        assertThat(begun("/do/approve-plan&fresh=true").question())
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "0");
        assertThat(begun("/do/approve-plan").question()).doesNotContainKey("max_age");
    }

    @Test
    void aBrowserThatSignsInComesBackToThePageItAskedFor() throws Exception {
        Begun begun = begun("/teams/T?quarter=2026-Q3%26asOf=7");
        givesGoodToken(begun);

        MockServerHttpResponse answer = back(begun);

        assertThat(answer.getStatusCode()).hasToString("303 SEE_OTHER");
        assertThat(answer.getHeaders().getLocation()).hasToString("/teams/T?quarter=2026-Q3&asOf=7");
        assertThat(answer.getCookies().getFirst(SESSION))
                .extracting(HttpCookie::getValue)
                .isEqualTo("lan[ROLE_OFFICER]");
        assertThat(begun.question())
                .containsEntry("client_id", CLIENT)
                .containsEntry("redirect_uri", "https://so-to.example.vn/sign-in/callback")
                .containsEntry("scope", "openid profile")
                .containsEntry("prompt", "login")
                .containsEntry("code_challenge_method", "S256");
        Map<String, String> exchanged = issuer.exchanged().getFirst();
        assertThat(exchanged)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "abc")
                .containsEntry("redirect_uri", "https://so-to.example.vn/sign-in/callback")
                .containsEntry("Authorization", "Basic " + base64("soto-web:b%C3%AD+m%E1%BA%ADt%2B%2F%3D"));
        byte[] verifier = String.valueOf(exchanged.get("code_verifier")).getBytes(StandardCharsets.US_ASCII);
        assertThat(begun.question())
                .containsEntry(
                        "code_challenge",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256").digest(verifier)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void theAttemptIsACookieOfTenMinutesThatNoScriptReadsAndTheCallbackEndsIt() {
        Begun begun = begun("/");
        assertThat(begun.cookie().toString())
                .contains("; Path=/;", "Max-Age=600", "; Secure", "; HttpOnly", "; SameSite=Lax");
        givesGoodToken(begun);

        assertThat(back(begun).getCookies().getFirst("__Host-soto-sign-in"))
                .asString()
                .contains("__Host-soto-sign-in=; Path=/; Max-Age=0;", "; Secure; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/%09/evil.example",
                "///evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/%0d%0aSet-Cookie:a=b",
                "",
                "/%E1%BB%95"
            })
    void aLinkToTheSignInLeadsToNoOtherSite(String to) {
        Begun begun = begun(to.replace("\\", "%5C"));
        givesGoodToken(begun);

        assertThat(back(begun).getHeaders().getLocation()).hasToString("/");
    }

    @Test
    void aCallbackOfAnotherBrowserSignsNobodyIn() {
        Begun mine = begun("/");
        Begun theirs = begun("/");
        givesGoodToken(theirs);

        assertRefused(get("/sign-in/callback?code=abc&state=" + theirs.state(), null), 400, "sign-in-lost");
        assertRefused(
                get(
                        "/sign-in/callback?code=abc&state=" + theirs.state(),
                        mine.cookie().getValue()),
                400,
                "sign-in-lost");
        assertRefused(get("/sign-in/callback?code=abc", mine.cookie().getValue()), 400, "sign-in-lost");
        assertRefused(
                get(
                        "/sign-in/callback?code=abc&state=%s&state=%1$s".formatted(mine.state()),
                        mine.cookie().getValue()),
                400,
                "sign-in-lost");
        assertThat(issuer.exchanged()).isEmpty();
    }

    @Test
    void aChangedOrForeignAttemptIsNone() {
        Begun begun = begun("/");
        String value = begun.cookie().getValue();
        String other = value.substring(0, value.lastIndexOf('.')) + "." + "A".repeat(43);
        String elsewhere = value.replaceFirst("\\.[^.]*(\\.[^.]*)$", ".Ly9ldmlsLmV4YW1wbGU$1");
        for (String changed : List.of(other, elsewhere, "", ".", "a.b.c.d.e.f", "x".repeat(5_000), value + "é")) {
            assertRefused(get("/sign-in/callback?code=abc&state=" + begun.state(), changed), 400, "sign-in-lost");
        }
    }

    @Test
    void anAttemptEndsAfterTenMinutes() {
        Begun begun = begun("/");
        givesGoodToken(begun);
        clock.advance(Duration.ofMinutes(10));

        assertRefused(back(begun), 400, "sign-in-lost");
    }

    @Test
    void aCodeThatWasUsedBeforeSignsNobodyIn() {
        Begun begun = begun("/");
        for (int status : List.of(400, 401)) {
            issuer.refuses(status);

            assertRefused(back(begun), 403, "sign-in-refused");
        }
    }

    @Test
    void anAnswerOfAnotherIssuerOrWithoutACodeIsRefused() {
        Begun begun = begun("/");
        givesGoodToken(begun);
        String cookie = begun.cookie().getValue();
        String callback = "/sign-in/callback?state=" + begun.state();

        assertRefused(get(callback + "&code=abc&iss=https://evil.example", cookie), 403, "sign-in-refused");
        assertRefused(get(callback + "&error=access_denied&error_description=lan", cookie), 403, "sign-in-refused");
        assertRefused(get(callback + "&code=abc&code=abd", cookie), 403, "sign-in-refused");
        assertRefused(get(callback + "&code=" + "x".repeat(5_000), cookie), 403, "sign-in-refused");
        assertThat(issuer.exchanged()).isEmpty();
        assertThat(get(callback + "&code=abc&iss=" + issuer.name(), cookie).getStatusCode())
                .hasToString("303 SEE_OTHER");
    }

    @Test
    void aLockedAccountIsRefused() {
        Begun begun = begun("/");
        issuer.gives(Issuer.sign(
                KEY, JWSAlgorithm.ES256, claims(begun).subject("locked").build()));

        assertThat(back(begun).getStatusCode()).hasToString("403 FORBIDDEN");
    }

    interface Forgery extends BiFunction<BrowserSignInIT, Begun, String> {}

    private static Arguments forged(String what, Forgery forgery) {
        return Arguments.of(what, forgery);
    }

    private static Arguments claimed(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return forged(
                what,
                (test, begun) -> Issuer.sign(
                        KEY,
                        JWSAlgorithm.ES256,
                        change.apply(test.claims(begun)).build()));
    }

    private static Date at(int seconds) {
        return Date.from(Issuer.NOW.plusSeconds(seconds));
    }

    static Stream<Arguments> nobodyIsSignedInByAnIdToken() {
        return Stream.of(
                claimed("of another issuer", claims -> claims.issuer("https://evil.example")),
                claimed("without an issuer", claims -> claims.issuer(null)),
                claimed("for another client", claims -> claims.audience("another")),
                claimed("for the API", claims -> claims.audience(Issuer.AUDIENCE)),
                claimed("for nobody", claims -> claims.audience((String) null)),
                claimed("for two, of whom neither asked", claims -> claims.audience(List.of(CLIENT, "another"))),
                claimed("asked for by another", claims -> claims.claim("azp", "another")),
                claimed("expired", claims -> claims.expirationTime(at(-31))),
                claimed("without an end", claims -> claims.expirationTime(null)),
                claimed("without an issue", claims -> claims.issueTime(null)),
                claimed("issued long ago", claims -> claims.issueTime(at(-301))),
                claimed("issued in the future", claims -> claims.issueTime(at(31))),
                claimed("of another attempt", claims -> claims.claim("nonce", "another")),
                claimed("of no attempt", claims -> claims.claim("nonce", null)),
                claimed("of nobody", claims -> claims.subject(null)),
                claimed("of a subject of two lines", claims -> claims.subject("lan\nanh")),
                claimed("with a role that is null", claims -> claims.claim("roles", Collections.singletonList(null))),
                forged(
                        "without a signature",
                        (test, begun) -> new PlainJWT(test.claims(begun).build()).serialize()),
                forged("with the public key as secret", (test, begun) -> secret(test.claims(begun))),
                forged(
                        "with another algorithm",
                        (test, begun) -> Issuer.sign(
                                RSA, JWSAlgorithm.RS256, test.claims(begun).build())),
                forged(
                        "with another key of the same id",
                        (test, begun) -> Issuer.sign(
                                Issuer.ec("k1"),
                                JWSAlgorithm.ES256,
                                test.claims(begun).build())),
                forged(
                        "that is an access token",
                        (test, begun) -> Issuer.sign(
                                KEY,
                                new JWSHeader.Builder(JWSAlgorithm.ES256)
                                        .type(new JOSEObjectType("at+jwt"))
                                        .keyID("k1")
                                        .build(),
                                test.claims(begun).build())),
                forged("that is none", (test, begun) -> "none"));
    }

    private static String secret(JWTClaimsSet.Builder claims) {
        JWK key = new OctetSequenceKey.Builder(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))
                .keyID("k1")
                .build();
        return Issuer.sign(key, JWSAlgorithm.HS256, claims.build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nobodyIsSignedInByAnIdToken(String what, Forgery forgery) {
        Begun begun = begun("/");
        issuer.gives(forgery.apply(this, begun));

        assertRefused(back(begun), 403, "sign-in-refused");
    }

    @Test
    void severalAudiencesAreRightIfThisClientAsked() {
        Begun begun = begun("/");
        issuer.gives(Issuer.sign(
                KEY,
                JWSAlgorithm.ES256,
                claims(begun)
                        .audience(List.of(CLIENT, "another"))
                        .claim("azp", CLIENT)
                        .build()));

        assertThat(back(begun).getStatusCode()).hasToString("303 SEE_OTHER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nonsense",
                "{\"issuer\":\"https://evil.example\",\"authorization_endpoint\":\"%1$s/a\",\"token_endpoint\":\"%1$s/t\"}",
                "{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"javascript:alert(1)\",\"token_endpoint\":\"%1$s/t\"}",
                "{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"http://accounts.example.vn/a\",\"token_endpoint\":\"%1$s/t\"}",
                "{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/a\",\"token_endpoint\":\"https://evil.example/t\"}",
                "{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/a\",\"token_endpoint\":\"%1$s/t\","
                        + "\"code_challenge_methods_supported\":[\"plain\"]}",
                "LARGE"
            })
    void anIssuerThatDescribesItselfWronglyIsNotUsed(String description) {
        issuer.describes(name -> description.equals("LARGE")
                ? " ".repeat(70_000) + LyingIssuer.description(name)
                : description.formatted(name));

        MockServerHttpResponse answer = get("/sign-in", null);

        assertRefused(answer, 503, "issuer-unavailable");
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("10");
        assertThat(answer.getCookies()).isEmpty();
    }

    @Test
    void anIssuerThatFailsIsToldAndTriedAgain() {
        Begun begun = begun("/");
        for (int status : List.of(500, 302, 204)) {
            issuer.refuses(status);
            assertRefused(back(begun), 503, "issuer-unavailable");
        }
        assertThat(issuer.called()).as("redirects are not followed").doesNotContain("/elsewhere");
        givesGoodToken(begun);
        assertThat(back(begun).getStatusCode()).hasToString("303 SEE_OTHER");
    }

    @Test
    void nobodyIsCalledBeforeSomebodySignsIn() {
        for (String other : List.of("/", "/api/units", "/sign-in/other", "/sign-in/callback?code=a&state=b")) {
            get(other, null);
        }
        assertThat(issuer.called()).isEmpty();

        begun("/");
        begun("/");
        assertThat(issuer.called()).as("its description, once").containsExactly("/.well-known/openid-configuration");
    }

    @Test
    void otherAddressesAreLeftAlone() {
        assertThat(get("/api/units", null).getStatusCode()).isNotNull().matches(status -> status.value() == 299);
    }
}
