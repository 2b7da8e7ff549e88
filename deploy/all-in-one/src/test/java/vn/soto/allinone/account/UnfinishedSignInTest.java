package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.events.EventCodec;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.SettableClock;

/** A sign-in that is not finished leads a browser to the page where it is, and everybody else to a problem. */
final class UnfinishedSignInTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private final LedgerRights rights =
            new LedgerRights(new MemoryLedger("test/accounts", clock), EventCodec.product(), clock);
    private final MemoryAccountStore accounts = new MemoryAccountStore();
    private final List<String> passed = new ArrayList<>();

    @BeforeEach
    void addAccounts() {
        accounts.add(
                List.of(
                        LocalAccount.fresh(new AccountId("fresh"), "fresh", "hash"),
                        LocalAccount.takenOver("officer", "hash", Role.OFFICER)),
                List.of());
    }

    private MockServerHttpResponse answer(
            String account, MockServerHttpRequest.BaseBuilder<?> request, Set<Role> required) {
        UnfinishedSignIn filter =
                new UnfinishedSignIn(accounts, new RequiredFactors(required, rights), Schedulers.immediate());
        MockServerWebExchange exchange = MockServerWebExchange.from(request);
        filter.filter(exchange, next -> {
                    passed.add(next.getRequest().getPath().value());
                    return Mono.empty();
                })
                .contextWrite(
                        ReactiveSecurityContextHolder.withAuthentication(new TestingAuthenticationToken(account, null)))
                .block();
        return exchange.getResponse();
    }

    private static MockServerHttpRequest.BaseBuilder<?> page(String address) {
        return MockServerHttpRequest.get(address).header("Accept", "text/html");
    }

    @Test
    void aBrowserWithAOneTimePasswordGetsThePageAndThenGoesOn() {
        MockServerHttpResponse answer = answer("fresh", page("/units/u?on=2026-01-01"), Set.of());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(answer.getHeaders().getLocation())
                .hasToString("/sign-in/unfinished?to=%2Funits%2Fu%3Fon%3D2026-01-01");
        assertThat(passed).isEmpty();
    }

    @Test
    void aBrowserThatLacksARequiredFactorGetsThePage() {
        MockServerHttpResponse answer = answer("officer", page("/"), Set.of(Role.OFFICER));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SEE_OTHER);
        assertThat(answer.getHeaders().getLocation()).hasToString("/sign-in/unfinished?to=%2F");
    }

    @Test
    void aScriptThatPutsAnswersIntoPagesIsSentOnAsAWhole() {
        MockServerHttpResponse answer = answer(
                "fresh",
                MockServerHttpRequest.get("/units")
                        .header("Accept", "text/html")
                        .header("HX-Request", "true"),
                Set.of());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(answer.getHeaders().getFirst("HX-Redirect")).isEqualTo("/sign-in/unfinished?to=%2Funits");
    }

    @Test
    void whoAsksTheApiGetsAProblem() {
        MockServerHttpResponse answer = answer("fresh", MockServerHttpRequest.get("/api/units"), Set.of());
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getBodyAsString().block()).contains("password-must-be-changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in/unfinished",
                "/assets/x/soto.css",
                "/preferences",
                "/help",
                "/help/words",
                "/api/me/sign-in",
                "/api/me/password"
            })
    void whatFinishesASignInIsNotKeptBack(String path) {
        answer("fresh", page(path), Set.of());
        assertThat(passed).containsExactly(path);
    }

    @Test
    void aFinishedSignInIsLeftAlone() {
        answer("officer", page("/units"), Set.of());
        assertThat(passed).containsExactly("/units");
    }
}
