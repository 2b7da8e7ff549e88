package vn.soto.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.web.Problem;

/** The requests that a page of another site can send in a user's name, and those that it cannot. */
final class ForeignSiteFilterTest {

    private static final int PASSED = 200;
    private static final String PROXY = "10.0.0.9";

    private final ForeignSiteFilter filter =
            new ForeignSiteFilter(List.of("https://so-to.example.vn"), new ClientAddress(List.of(PROXY)));

    private int status(HttpMethod method, String... headers) {
        MockServerHttpRequest.BodyBuilder request =
                MockServerHttpRequest.method(method, "http://localhost:8080/api/plans");
        request.header("Host", "localhost:8080");
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            request.header(parts[0], parts[1]);
        }
        return status(request);
    }

    private int status(MockServerHttpRequest.BaseBuilder<?> request) {
        return status(request.build());
    }

    private int status(MockServerHttpRequest request) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        AtomicBoolean passed = new AtomicBoolean();
        filter.filter(exchange, through -> Mono.fromRunnable(() -> passed.set(true)))
                .block();
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        assertThat(passed.get()).isEqualTo(status == null);
        return status == null
                ? ForeignSiteFilter.fault(exchange)
                        .blockOptional()
                        .orElseThrow()
                        .map(Problem::status)
                        .orElse(PASSED)
                : status.value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "TEXT/plain;application/json",
                "text/plain; charset=application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "json",
                "application",
                "!!!",
                ",",
                ""
            })
    void aTypeThatABrowserSendsUnaskedIsNone(String type) {
        assertThat(status(HttpMethod.POST, "Content-Type: " + type)).isEqualTo(415);
    }

    @Test
    void noTypeIsRefusedForEveryMethodThatChangesState() {
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
            assertThat(status(method)).isEqualTo(415);
        }
        assertThat(status(HttpMethod.POST, "Content-Type: application/json", "Content-Type: text/plain"))
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", "application/x-ndjson", "text/csv"})
    void aClientThatIsNoBrowserPasses(String type) {
        assertThat(status(HttpMethod.POST, "Content-Type: " + type)).isEqualTo(PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, 200",
        "https://localhost:8080, 403",
        "https://so-to.example.vn, 200",
        "http://so-to.example.vn, 403",
        "http://localhost, 403",
        "http://localhost:8081, 403",
        "https://evil.example, 403",
        "https://localhost:8080.evil.example, 403",
        "null, 403",
        "!!!, 403",
        "'http://[', 403"
    })
    void anOriginIsThisSite(String origin, int status) {
        assertThat(status(HttpMethod.POST, "Content-Type: application/json", "Origin: " + origin))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"same-origin, 200", "none, 200", "same-site, 403", "cross-site, 403", "anything, 403"})
    void aSiteIsThisSite(String site, int status) {
        assertThat(status(HttpMethod.POST, "Content-Type: application/json", "Sec-Fetch-Site: " + site))
                .isEqualTo(status);
    }

    @Test
    void whatChangesNothingPassesFromEverywhere() {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
            assertThat(status(method, "Origin: https://evil.example", "Sec-Fetch-Site: cross-site"))
                    .isEqualTo(PASSED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "so-to.example.org:443, https://SO-TO.example.org, 200",
        "so-to.example.org, https://so-to.example.org:443, 200",
        "so-to.example.org:80, https://so-to.example.org, 403",
        "so-to.example.org, http://so-to.example.org, 403"
    })
    void theUsualPortMayBeLeftOutAndTheSchemeIsWhatTheProxySays(String host, String origin, int status) {
        assertThat(status(MockServerHttpRequest.post("/api/plans")
                        .remoteAddress(new InetSocketAddress(PROXY, 5_000))
                        .header("X-Forwarded-Proto", "https")
                        .header("Host", host)
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"account=lan&password=x, 200", "account=%zz&password=x, 400", "account=lan&%=x, 400", "%c3%28=%ff, 200"
    })
    void aFormThatIsNoneIsRefusedWhateverTakesIt(String form, int status) {
        for (String path : List.of("/sign-in", "/sign-in/pin", "/sign-out", "/sign-out-everywhere")) {
            assertThat(status(MockServerHttpRequest.post("http://localhost:8080" + path)
                            .header("Host", "localhost:8080")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Sec-Fetch-Site", "same-origin")
                            .body(form)))
                    .as(path)
                    .isEqualTo(status);
        }
    }

    @Test
    void aFormThatIsTooLargeIsRefused() {
        assertThat(status(MockServerHttpRequest.post("http://localhost:8080/sign-in")
                        .header("Host", "localhost:8080")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .body("account=" + "x".repeat(300_000))))
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site: same-origin, 200",
        "Sec-Fetch-Site: none, 403",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: cross-site, 403",
        "Origin: http://localhost:8080, 200",
        "Origin: https://evil.example, 403",
        "Origin: null, 403",
        "X-Nothing: x, 403"
    })
    void aRequestWithTheCookieOfASessionComesFromAPageOfThisSite(String header, int status) {
        for (String name : List.of("soto-8080", "__Host-soto")) {
            assertThat(statusWithCookie(name, header)).as(name).isEqualTo(status);
        }
    }

    @Test
    void otherCredentialsGoBeforeTheCookieHereToo() {
        assertThat(statusWithCookie("soto-8080", "Authorization: Basic eDp4")).isEqualTo(PASSED);
        assertThat(statusWithCookie("something-else", "X-Nothing: x")).isEqualTo(PASSED);
        assertThat(statusWithCookie("soto-8081", "X-Nothing: x"))
                .as("of a product on another port of this machine")
                .isEqualTo(PASSED);
    }

    private int statusWithCookie(String name, String header) {
        String[] parts = header.split(": ", 2);
        return status(MockServerHttpRequest.post("http://localhost:8080/api/plans")
                .header("Host", "localhost:8080")
                .header("Content-Type", "application/json")
                .header(parts[0], parts[1])
                .cookie(new HttpCookie(name, "x")));
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, Sec-Fetch-Site: same-origin, 200",
        "/sign-in, Origin: http://localhost:8080, 200",
        "/sign-in, Sec-Fetch-Site: cross-site, 403",
        "/sign-in, Origin: https://evil.example, 403",
        "/sign-in, X-Nothing: x, 403",
        "/sign-out, Sec-Fetch-Site: same-origin, 200",
        "/sign-out, X-Nothing: x, 403",
        "/api/plans, Sec-Fetch-Site: same-origin, 415"
    })
    void aFormSignsInFromAPageOfThisSiteAndNothingElseTakesForms(String path, String header, int status) {
        String[] parts = header.split(": ", 2);
        assertThat(status(MockServerHttpRequest.post("http://localhost:8080" + path)
                        .header("Host", "localhost:8080")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(parts[0], parts[1])))
                .isEqualTo(status);
    }
}
