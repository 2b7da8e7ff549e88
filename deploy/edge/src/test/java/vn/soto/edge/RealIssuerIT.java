package vn.soto.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.soto.edge.session.Epochs;
import vn.soto.edge.session.MemoryEpochs;
import vn.soto.issuer.TestIssuer;

/** Two nodes and a real issuer, Spring Authorization Server. */
@Tag("processes")
@Tag("long")
final class RealIssuerIT {

    private static final String SESSION_KEYS = "AAAAAAAA 1 " + "A".repeat(43);
    private static final String SITE = "http://127.0.0.1:9";
    private static final String CALLBACK = SITE + "/sign-in/callback";
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    private static final MemoryEpochs EPOCHS = MemoryEpochs.ofEverybody();

    private static RealIssuer issuer;
    private static ConfigurableApplicationContext queryNode;
    private static ConfigurableApplicationContext commandNode;

    private final Browser browser = new Browser();

    /** Its clock is that of the issuer, or ahead of it. */
    private static final class MovedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(AHEAD.get());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EdgeConfiguration.class, TokenSignInConfiguration.class, EdgeApplication.Me.class})
    static class Node {

        @Bean
        Clock clock() {
            return new MovedClock();
        }

        @Bean
        Epochs epochs() {
            return EPOCHS;
        }
    }

    @BeforeAll
    static void start() {
        issuer = new RealIssuer();
        commandNode = node(Map.of());
        queryNode = node(Map.of(
                "soto.sign-in.browser.client-id",
                "soto-web",
                "soto.sign-in.browser.client-secret",
                TestIssuer.WEB_SECRET,
                // Its port is not known yet; the browser of the test finds the node all the same.
                "soto.sign-in.browser.address",
                SITE));
    }

    private static ConfigurableApplicationContext node(Map<String, Object> more) {
        SpringApplication node = Applications.of(Node.class);
        Map<String, Object> settings = new HashMap<>(more);
        settings.putAll(Map.of(
                "server.address",
                "127.0.0.1",
                "soto.warm-up",
                false,
                "soto.sign-in.issuer",
                issuer.name(),
                "soto.sign-in.audience",
                "soto",
                "soto.sign-in.keys",
                issuer.name() + "/oauth2/jwks",
                "soto.sign-in.sessions.keys",
                SESSION_KEYS));
        node.setDefaultProperties(settings);
        return node.run("--server.port=0", "--management.server.port=0");
    }

    @AfterAll
    static void stop() {
        queryNode.close();
        commandNode.close();
        issuer.close();
    }

    private static String address(ConfigurableApplicationContext node) {
        return "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port");
    }

    /** The cookies of a browser that sees both nodes behind one address: their names are kept without the port. */
    private static final class CookiesOfOneSite extends CookieManager {

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> sent = new HashMap<>(super.get(uri, headers));
            sent.replaceAll((name, values) -> values.stream()
                    .map(value -> value.replaceAll("\\b(soto|soto-sign-in)=", "$1-" + uri.getPort() + "="))
                    .toList());
            return sent;
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> kept = new HashMap<>(headers);
            kept.replaceAll((name, values) -> values.stream()
                    .map(value -> value.replaceFirst("^(soto|soto-sign-in)-" + uri.getPort() + "=", "$1="))
                    .toList());
            super.put(uri, kept);
        }
    }

    /** Keeps cookies and follows no redirect by itself. */
    private static final class Browser {

        private final CookieManager cookies = new CookiesOfOneSite();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private HttpResponse<String> get(String address) {
            return send(HttpRequest.newBuilder(URI.create(address)));
        }

        private HttpResponse<String> post(String address, String origin) {
            return send(HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/json")
                    .header("Origin", origin)
                    .POST(BodyPublishers.noBody()));
        }

        private String location(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
            return answer.headers().firstValue("Location").orElseThrow();
        }

        /**
         * Signs in at the issuer, if it does not know the browser yet. Returns the address to which it sends the
         * browser back, at the node's own port.
         */
        private String answerOfTheIssuer(String to) {
            String question = location(get(address(queryNode) + "/sign-in?to=" + to));
            String page = location(get(question));
            if (page.startsWith(CALLBACK)) {
                return address(queryNode) + page.substring(SITE.length());
            }
            Matcher token = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"")
                    .matcher(get(page).body());
            assertThat(token.find()).isTrue();
            String form = form(Map.of("username", "lan", "password", TestIssuer.PASSWORD, "_csrf", token.group(1)));
            String again = location(send(HttpRequest.newBuilder(URI.create(issuer.name() + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))));
            String back = location(get(again));
            assertThat(back).startsWith(CALLBACK);
            return address(queryNode) + back.substring(SITE.length());
        }

        private String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue)
                    .collect(Collectors.joining());
        }

        private String signIn() {
            return location(get(answerOfTheIssuer("/me")));
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> tokens(String client, String secret, Map<String, String> fields) {
        String pair = client + ":" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return browser.send(HttpRequest.newBuilder(URI.create(issuer.name() + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    private static String value(HttpResponse<String> answer, String name) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(answer.body());
        assertThat(value.find()).as(answer.body()).isTrue();
        return value.group(1);
    }

    private String accessToken() {
        return value(
                tokens("soto-machine", TestIssuer.MACHINE_SECRET, Map.of("grant_type", "client_credentials")),
                "access_token");
    }

    private HttpResponse<String> withToken(ConfigurableApplicationContext node, String token) {
        return new Browser()
                .send(HttpRequest.newBuilder(URI.create(address(node) + "/me"))
                        .header("Authorization", "Bearer " + token));
    }

    @Test
    void aBrowserSignsInOnceAndBothNodesKnowWhoItIsUntilItSignsOutEverywhere() {
        assertThat(browser.signIn()).isEqualTo("/me");

        assertThat(browser.get(address(queryNode) + "/me").body()).isEqualTo("lan [ROLE_OFFICER]");
        assertThat(browser.get(address(commandNode) + "/me").body()).isEqualTo("lan [ROLE_OFFICER]");
        Browser phone = new Browser();
        phone.signIn();

        assertThat(browser.post(address(commandNode) + "/sign-out-everywhere", address(commandNode))
                        .statusCode())
                .isEqualTo(204);
        for (Browser each : List.of(browser, phone)) {
            assertThat(each.location(each.get(address(queryNode) + "/me"))).isEqualTo("/sign-in?to=%2Fme");
            assertThat(each.get(address(commandNode) + "/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoSignsOutIsSignedOutInThisBrowserAlone() {
        browser.signIn();
        Browser phone = new Browser();
        phone.signIn();

        String stolen = browser.cookie("soto");
        assertThat(browser.post(address(queryNode) + "/sign-out", address(queryNode))
                        .statusCode())
                .isEqualTo(204);

        assertThat(browser.cookie("soto")).isEmpty();
        for (ConfigurableApplicationContext node : List.of(commandNode, queryNode)) {
            String address = address(node);
            assertThat(new Browser()
                            .send(HttpRequest.newBuilder(URI.create(address + "/me"))
                                    .header("Accept", "application/json")
                                    .header(
                                            "Cookie",
                                            "soto-" + URI.create(address).getPort() + "=" + stolen))
                            .statusCode())
                    .as("the cookie in other hands, on each node")
                    .isNotEqualTo(200);
        }
        assertThat(phone.send(HttpRequest.newBuilder(URI.create(address(commandNode) + "/sign-out"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", address(commandNode))
                                .POST(BodyPublishers.noBody()))
                        .body())
                .as("a form, which is not sent on to the issuer, who would sign in again")
                .isEqualTo("Đã đăng xuất. / Signed out.\n");
        phone.signIn();
        assertThat(browser.get(address(queryNode) + "/me").statusCode()).isEqualTo(303);
        assertThat(phone.get(address(queryNode) + "/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aPageOfAnotherSiteSignsNobodyOut() {
        browser.signIn();

        assertThat(browser.post(address(queryNode) + "/sign-out-everywhere", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browser()
                        .post(address(queryNode) + "/sign-out-everywhere", address(queryNode))
                        .statusCode())
                .as("nobody, whom a form leads to the sign-in")
                .isEqualTo(303);
        assertThat(browser.get(address(queryNode) + "/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoPageIsAnsweredWithAProblem() {
        assertThat(new Browser().get(address(queryNode) + "/api/units").statusCode())
                .isEqualTo(401);
        assertThat(browser.location(new Browser().get(address(queryNode) + "/teams/T?asOf=7")))
                .isEqualTo("/sign-in?to=%2Fteams%2FT%3FasOf%3D7");
    }

    @Test
    void aCodeSignsInOnce() {
        String answer = browser.answerOfTheIssuer("/me");
        String attempt = browser.cookie("soto-sign-in");
        browser.location(browser.get(answer));

        HttpResponse<String> replayed = new Browser()
                .send(HttpRequest.newBuilder(URI.create(answer))
                        .header("Cookie", "soto-sign-in-" + URI.create(answer).getPort() + "=" + attempt));

        assertThat(replayed.statusCode()).isEqualTo(403);
        assertThat(replayed.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.matches("soto-\\d+=.*"));
    }

    @Test
    void anAnswerThatSomebodyElseOpensSignsThemNotIn() {
        String answer = browser.answerOfTheIssuer("/me");
        Browser other = new Browser();

        assertThat(other.get(answer).statusCode()).isEqualTo(400);
        assertThat(other.cookie("soto")).isEmpty();
    }

    @Test
    void aStolenCodeIsWorthNothingWithoutTheVerifier() {
        String code = browser.answerOfTheIssuer("/me").replaceFirst(".*[?&]code=([^&]+).*", "$1");

        assertThat(exchanged(code, "A".repeat(43)).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> exchanged(String code, String verifier) {
        return tokens(
                "soto-web",
                TestIssuer.WEB_SECRET,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        verifier));
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        String code = browser.answerOfTheIssuer("/me").replaceFirst(".*[?&]code=([^&]+).*", "$1");
        String verifier = browser.cookie("soto-sign-in").split("\\.", -1)[2];
        HttpResponse<String> tokens = exchanged(code, verifier);

        assertThat(withToken(queryNode, value(tokens, "id_token")).statusCode()).isEqualTo(401);
        assertThat(withToken(queryNode, value(tokens, "access_token")).body()).isEqualTo("lan [ROLE_OFFICER]");
    }

    @Test
    void aMachineSendsTheTokenOfItsIssuerAndAWithdrawnKeyEndsIt() {
        String old = accessToken();
        assertThat(withToken(commandNode, old).body()).isEqualTo("soto-machine [ROLE_OFFICER]");

        issuer.changeKey();
        AHEAD.updateAndGet(ahead -> ahead.plus(SignInKeys.PAUSE));
        String next = accessToken();

        assertThat(withToken(commandNode, next).body()).isEqualTo("soto-machine [ROLE_OFFICER]");
        assertThat(withToken(commandNode, old).statusCode()).isEqualTo(401);
    }
}
