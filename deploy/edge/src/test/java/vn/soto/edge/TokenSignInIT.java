package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Accepted and refused tokens, over HTTP. */
final class TokenSignInIT {

    private static final ECKey KEY = Issuer.ec("k1");
    private static final RSAKey RSA = Issuer.rsa("k2");
    private static final int DAY = 24 * 60 * 60;

    @TempDir
    private static Path folder;

    @AutoClose
    private static ConfigurableApplicationContext application;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        // The set also has an RSA key, so only the pinned algorithm refuses RSA tokens.
        Path keys = Files.writeString(folder.resolve("keys.json"), Issuer.published(KEY, RSA));
        SpringApplication edge = Applications.of(EdgeApplication.class);
        edge.setDefaultProperties(Map.of(
                "server.port",
                0,
                "server.address",
                "127.0.0.1",
                "management.server.port",
                0,
                "management.endpoints.web.exposure.include",
                "health,metrics",
                "soto.sign-in.issuer",
                Issuer.NAME,
                "soto.sign-in.audience",
                Issuer.AUDIENCE,
                "soto.sign-in.keys",
                keys.toUri().toString()));
        application = edge.run();
    }

    @Test
    void aGoodTokenSaysWhoAndWhat() {
        HttpResponse<String> answer = get("/me", good());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).as("unknown roles give no right").isEqualTo("lan [ROLE_OFFICER]");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void aTokenWithoutRolesIsSomebodyWithoutRights() {
        assertThat(get("/me", signed(claims -> claims.claim("roles", null))).body())
                .isEqualTo("lan []");
        assertThat(get("/me", signed(claims -> claims.claim("roles", "officer")))
                        .body())
                .as("a list, not a text")
                .isEqualTo("lan []");
        assertThat(get("/me", signed(claims -> claims.claim("roles", List.of("Officer", 7, "ROLE_OFFICER"))))
                        .body())
                .isEqualTo("lan []");
    }

    /** As deploy/README.md writes them, and as many issuers do. */
    @Test
    void rolesHaveUpperOrLowerCase() {
        assertThat(get("/me", signed(claims -> claims.claim("roles", List.of("OFFICER", "auditor", "officer"))))
                        .body())
                .isEqualTo("lan [ROLE_OFFICER, ROLE_AUDITOR]");
    }

    @Test
    void aTokenOfTheGreatestLifeIsAccepted() {
        assertThat(get("/me", signed(claims -> claims.issueTime(at(0)).expirationTime(at(DAY))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/me", signed(claims -> claims.issueTime(null).expirationTime(at(DAY))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void clocksMayDifferByHalfAMinute() {
        assertThat(get("/me", signed(claims -> claims.expirationTime(at(-20)))).statusCode())
                .isEqualTo(200);
        assertThat(get("/me", signed(claims -> claims.notBeforeTime(at(20)))).statusCode())
                .isEqualTo(200);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("expired", "token-expired", signed(claims -> claims.expirationTime(at(-31)))),
                Arguments.of("without an end", "token-refused", signed(claims -> claims.expirationTime(null))),
                Arguments.of("not valid yet", "token-refused", signed(claims -> claims.notBeforeTime(at(31)))),
                Arguments.of("wrong issuer", "token-refused", signed(claims -> claims.issuer(Issuer.NAME + "/"))),
                Arguments.of("no issuer", "token-refused", signed(claims -> claims.issuer(null))),
                Arguments.of("wrong audience", "token-refused", signed(claims -> claims.audience("others"))),
                Arguments.of("no audience", "token-refused", signed(claims -> claims.audience((String) null))),
                Arguments.of("no subject", "token-refused", signed(claims -> claims.subject(null))),
                Arguments.of("blank subject", "token-refused", signed(claims -> claims.subject(" "))),
                Arguments.of("long subject", "token-refused", signed(claims -> claims.subject("x".repeat(129)))),
                Arguments.of("two lines of subject", "token-refused", signed(claims -> claims.subject("lan\nanh"))),
                Arguments.of("subject turned round", "token-refused", signed(claims -> claims.subject("lan\u202eanh"))),
                Arguments.of("ends before it begins", "token-refused", signed(claims -> claims.issueTime(at(400)))),
                Arguments.of("lives too long", "token-refused", signed(claims -> claims.expirationTime(at(DAY - 59)))),
                Arguments.of(
                        "lives too long, issued in the future",
                        "token-refused",
                        signed(claims -> claims.issueTime(at(40)).expirationTime(at(DAY + 31)))),
                Arguments.of(
                        "lives too long, without an issue",
                        "token-refused",
                        signed(claims -> claims.issueTime(null).expirationTime(at(DAY + 31)))),
                Arguments.of(
                        "nobody's role",
                        "token-refused",
                        signed(claims -> claims.claim("roles", Collections.singletonList(null)))),
                Arguments.of("times that are texts", "token-refused", signed(claims -> claims.claim("exp", "never"))),
                Arguments.of(
                        "no signature", "token-refused", new PlainJWT(good(KEY).build()).serialize()),
                Arguments.of("public key as secret", "token-refused", sharedSecret()),
                Arguments.of("public key text as secret", "token-refused", sharedText()),
                Arguments.of("other algorithm", "token-refused", Issuer.sign(RSA, JWSAlgorithm.RS256, claims())),
                Arguments.of("other key, same id", "token-refused", sign(Issuer.ec("k1"))),
                Arguments.of("other key, no id", "token-refused", withoutId(Issuer.ec("k1"))),
                Arguments.of("unknown key", "token-refused", sign(Issuer.ec("k9"))),
                Arguments.of("key sent along", "token-refused", keySentAlong()),
                Arguments.of("another kind of token", "token-refused", ofType("logout+jwt")),
                Arguments.of("garbage", "token-refused", "not.a.token"),
                Arguments.of("changed afterwards", "token-refused", changed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, String code, String token) {
        HttpResponse<String> answer = get("/me", token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "WWW-Authenticate")).startsWith("Bearer realm=\"soto\", error=\"invalid_token\"");
        assertThat(answer.body()).contains("\"urn:soto:problem:" + code + "\"", "Cần đăng nhập");
        assertThat(answer.body() + answer.headers().map()).doesNotContain(token, "lan");
    }

    @Test
    void withoutATokenItSaysWhereToGetOne() {
        HttpResponse<String> answer = send(request("/me").header("Accept-Language", "en"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer realm=\"soto\"");
        assertThat(answer.body()).contains("\"urn:soto:problem:unauthenticated\"", "Sign in with the account system");
    }

    @Test
    void aTokenInTheAddressOrACookieIsNone() {
        assertThat(send(request("/me?access_token=" + good())).statusCode()).isEqualTo(401);
        assertThat(send(request("/me").header("Cookie", "access_token=" + good()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send(request("/me").header("Authorization", "Basic " + good()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void typesOfRfc9068AndNoneAreAccepted() {
        assertThat(get("/me", ofType("at+jwt")).statusCode()).isEqualTo(200);
        assertThat(get("/me", withoutId(KEY)).statusCode()).isEqualTo(200);
    }

    @Test
    void theActuatorIsOnItsOwnPortAlone() {
        String internal = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.management.port");

        assertThat(send(HttpRequest.newBuilder(URI.create(internal + "/actuator/health")))
                        .body())
                .contains("UP");
        assertThat(send(HttpRequest.newBuilder(URI.create(internal + "/actuator/metrics")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(URI.create(internal + "/me"))).statusCode())
                .isEqualTo(401);
        assertThat(send(request("/actuator/health")).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/metrics", good()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatNoEndpointTakesIsAProblem() {
        HttpResponse<String> absent = get("/nothing", good());
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body()).contains("urn:soto:problem:no-such-address");

        HttpResponse<String> method = send(authorized("/me", good())
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en"));
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.body()).contains("urn:soto:problem:method", "does not take that method");
    }

    private static Date at(int seconds) {
        return Date.from(Issuer.NOW.plusSeconds(seconds));
    }

    private static JWTClaimsSet.Builder good(JWK key) {
        return Issuer.claims().jwtID(key.getKeyID());
    }

    private static String good() {
        return sign(KEY);
    }

    private static JWTClaimsSet claims() {
        return Issuer.claims().build();
    }

    private static String sign(JWK key) {
        return Issuer.sign(key, JWSAlgorithm.ES256, claims());
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return Issuer.sign(
                KEY, JWSAlgorithm.ES256, change.apply(Issuer.claims()).build());
    }

    private static String withoutId(JWK key) {
        return Issuer.sign(key, new JWSHeader(JWSAlgorithm.ES256), claims());
    }

    private static String ofType(String type) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new com.nimbusds.jose.JOSEObjectType(type))
                .keyID("k1")
                .build();
        return Issuer.sign(KEY, header, claims());
    }

    private static String keySentAlong() {
        ECKey mine = Issuer.ec("k1");
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwk(mine.toPublicJWK())
                .keyID("k1")
                .build();
        return Issuer.sign(mine, header, claims());
    }

    /** Algorithm confusion: a verifier that trusts the token's algorithm would check a MAC with the public key. */
    private static String sharedSecret() {
        try {
            return mac(RSA.toRSAPublicKey().getEncoded());
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String sharedText() {
        return mac(KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
    }

    private static String mac(byte[] secret) {
        JWK key = new OctetSequenceKey.Builder(secret).keyID("k1").build();
        return Issuer.sign(key, JWSAlgorithm.HS256, claims());
    }

    private static String changed() {
        String[] parts = good().split("\\.", -1);
        String[] others = signed(claims -> claims.claim("roles", List.of("administrator")))
                .split("\\.", -1);
        return parts[0] + "." + others[1] + "." + parts[2];
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path));
    }

    private static HttpRequest.Builder authorized(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> get(String path, String token) {
        return send(authorized(path, token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
