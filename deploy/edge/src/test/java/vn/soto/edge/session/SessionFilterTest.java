package vn.soto.edge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Mono;
import vn.soto.edge.server.ClientAddress;
import vn.soto.testkit.SettableClock;
import vn.soto.web.ProvenAt;

/** The account that a cookie signs in. */
final class SessionFilterTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final String PROXY = "10.0.0.9";

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(MORNING);
    private final MemoryEpochs epochs = MemoryEpochs.of("lan", 3);
    private SessionCodec codec;
    private SessionFilter filter;

    @BeforeEach
    void open() {
        codec = new SessionCodec(SessionKeyFile.open(folder.resolve("session.keys"), clock), clock);
        filter = new SessionFilter(
                new SessionCookies(codec, new ClientAddress(List.of(PROXY))), epochs, new SessionStreams(epochs));
    }

    /** The handling of a request: its account, and the cookie of its answer. */
    private record Handled(
            @Nullable String account,
            List<String> authorities,
            @Nullable ResponseCookie cookie) {}

    private String cookie() {
        return codec.encode(Session.begin("s1", "lan", 3, Set.of("ROLE_LEADER"), MORNING));
    }

    private Handled handle(MockServerHttpRequest.BaseBuilder<?> request) {
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        List<String> account = new ArrayList<>();
        List<String> authorities = new ArrayList<>();
        filter.filter(
                        exchange,
                        through -> ReactiveSecurityContextHolder.getContext()
                                .map(context -> Objects.requireNonNull(context.getAuthentication()))
                                .doOnNext(found -> {
                                    account.add(found.getName());
                                    found.getAuthorities()
                                            .forEach(each -> authorities.add(String.valueOf(each.getAuthority())));
                                })
                                .then(Mono.defer(through.getResponse()::setComplete)))
                .block();
        return new Handled(
                account.isEmpty() ? null : account.getFirst(),
                authorities,
                exchange.getResponse().getCookies().toSingleValueMap().values().stream()
                        .findFirst()
                        .orElse(null));
    }

    private static MockServerHttpRequest.BaseBuilder<?> from(String address, String site) {
        URI uri = URI.create(site + "/api/units");
        return MockServerHttpRequest.get(uri.toString())
                .header("Host", uri.getRawAuthority())
                .remoteAddress(new InetSocketAddress(address, 5_000));
    }

    private static MockServerHttpRequest.BaseBuilder<?> local() {
        return from("127.0.0.1", "http://localhost:8080");
    }

    private static HttpCookie named(String name, String value) {
        return new HttpCookie(name, value);
    }

    @Test
    void aCookieOfTheCurrentEpochSignsIn() {
        Handled handled = handle(local().cookie(named("soto-8080", cookie())));

        assertThat(handled.account()).isEqualTo("lan");
        assertThat(handled.authorities()).containsExactly("ROLE_LEADER");
        assertThat(handled.cookie()).isNull();
    }

    @Test
    void aSessionSaysWhenThePasswordWasShown() {
        Session byPin = Session.begin("s1", "lan", 3, Set.of(), MORNING).provenAt(ProvenAt.NEVER.at());

        assertThat(SessionFilter.authentication(
                                codec.decode(codec.encode(byPin)).orElseThrow())
                        .getDetails())
                .isEqualTo(ProvenAt.NEVER);
        assertThat(SessionFilter.authentication(codec.decode(cookie()).orElseThrow())
                        .getDetails())
                .isEqualTo(new ProvenAt(MORNING));
    }

    @Test
    void theCookieOfAnotherPortOfThisMachineIsNotRead() {
        assertThat(handle(local().cookie(named("soto-8081", cookie()), named("soto", cookie())))
                        .account())
                .isNull();
    }

    @Test
    void aRaisedEpochEndsTheSessionAndTakesTheCookieAway() {
        String cookie = cookie();
        epochs.raise("lan").block();

        Handled handled = handle(local().cookie(named("soto-8080", cookie)));

        assertThat(handled.account()).isNull();
        assertThat(Objects.requireNonNull(handled.cookie()).getMaxAge()).isZero();
    }

    @Test
    void aSessionThatSignedOutIsOverWithEachOfItsCookies() {
        Session lan = Session.begin("s1", "lan", 3, Set.of("ROLE_LEADER"), MORNING);
        SessionStreams streams = new SessionStreams(epochs);
        streams.end(lan).block();

        assertThat(handle(local().cookie(named("soto-8080", codec.encode(lan)))).account())
                .isNull();
        assertThat(handle(local().cookie(named("soto-8080", codec.encode(lan.renewed(MORNING)))))
                        .account())
                .isNull();
        assertThat(handle(local().cookie(named(
                                "soto-8080", codec.encode(Session.begin("s2", "lan", 3, Set.of(), MORNING)))))
                        .account())
                .as("another browser, signed in at the same second")
                .isEqualTo("lan");
    }

    @Test
    void anAccountThatIsGoneIsSignedOut() {
        String cookie = cookie();
        epochs.forgetAccounts();

        assertThat(handle(local().cookie(named("soto-8080", cookie))).account()).isNull();
    }

    @Test
    void otherCredentialsGoBeforeTheCookie() {
        Handled handled = handle(local().cookie(named("soto-8080", cookie())).header("Authorization", "Basic eDp4"));

        assertThat(handled.account()).isNull();
        assertThat(handled.cookie()).isNull();
    }

    @Test
    void aSessionInUseGetsANewCookieAfterAnHour() {
        String cookie = cookie();
        clock.set(MORNING.plus(Duration.ofHours(11)));
        ResponseCookie renewed = Objects.requireNonNull(
                handle(local().cookie(named("soto-8080", cookie))).cookie());
        clock.set(MORNING.plus(Duration.ofHours(22)));

        assertThat(handle(local().cookie(named("soto-8080", renewed.getValue())))
                        .account())
                .isEqualTo("lan");
        assertThat(handle(local().cookie(named("soto-8080", cookie))).account()).isNull();
    }

    @Test
    void overTlsTheCookieIsSecureAndOfThisHostAlone() {
        clock.set(MORNING.plus(Duration.ofHours(2)));
        String cookie = cookie();

        Handled handled = handle(from("192.0.2.7", "https://so-to.example.vn").cookie(named("__Host-soto", cookie)));

        assertThat(handled.account()).isEqualTo("lan");
        ResponseCookie renewed = Objects.requireNonNull(handled.cookie());
        assertThat(renewed.getName()).isEqualTo("__Host-soto");
        assertThat(renewed.toString())
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=43200")
                .doesNotContain("Domain");
        assertThat(handle(from("192.0.2.7", "https://so-to.example.vn").cookie(named("soto-8080", cookie)))
                        .account())
                .as("a cookie that another host of the domain may have set")
                .isNull();
    }

    @Test
    void withoutTlsNoCookieSignsInOverANetwork() {
        assertThat(handle(from("192.0.2.7", "http://so-to.example.vn:8080").cookie(named("soto-8080", cookie())))
                        .account())
                .isNull();
        assertThat(handle(from("192.0.2.7", "http://so-to.example.vn:8080")
                                .header("X-Forwarded-Proto", "https")
                                .cookie(named("__Host-soto", cookie())))
                        .account())
                .as("anybody may send that header")
                .isNull();
    }

    @Test
    void aTrustedProxySaysThatItEndedTls() {
        assertThat(handle(from(PROXY, "http://so-to.example.vn:8080")
                                .header("X-Forwarded-Proto", "https")
                                .cookie(named("__Host-soto", cookie())))
                        .account())
                .isEqualTo("lan");
        assertThat(handle(from(PROXY, "http://so-to.example.vn:8080").cookie(named("soto-8080", cookie())))
                        .account())
                .isNull();
    }
}
