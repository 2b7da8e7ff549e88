package vn.soto.allinone.account;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.contracts.access.AccountId;
import vn.soto.edge.BrowserEntryPoint;
import vn.soto.web.Problem;
import vn.soto.web.ProblemResponses;

/**
 * Lets an account with a one-time password do nothing but change it, and one that lacks a required second factor nothing but set it up. A
 * browser gets the page on which that is done.
 */
record UnfinishedSignIn(AccountStore accounts, RequiredFactors required, Scheduler threads) implements WebFilter {

    private static final Set<String> ALWAYS = Set.of(
            "/api/me/sign-in",
            "/sign-out",
            "/sign-out-everywhere",
            UnfinishedPageEndpoint.PATH,
            ChangesPageEndpoint.PATH,
            "/preferences",
            "/help");

    /** Pages that need no sign-in stay open to an unfinished one. */
    private static final Set<String> BELOW = Set.of("/assets/", "/help/");

    private static final String PASSWORD = "/api/me/password";
    private static final Set<String> FACTOR =
            Set.of(PASSWORD, "/api/me/second-factor", "/api/me/second-factor/confirm");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        if (ALWAYS.contains(path) || BELOW.stream().anyMatch(path::startsWith)) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .flatMap(context -> Mono.justOrEmpty(account(context)))
                .flatMap(account -> unfinished(account, path))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(problem -> problem.isPresent() ? refuse(problem.get(), exchange) : chain.filter(exchange));
    }

    private static Mono<Void> refuse(Problem problem, ServerWebExchange exchange) {
        return BrowserEntryPoint.asksForAPage(exchange.getRequest())
                ? BrowserEntryPoint.goTo(UnfinishedPageEndpoint.PATH, exchange)
                : ProblemResponses.write(problem, AccountProblems.TEXTS, exchange);
    }

    private Optional<LocalAccount> account(SecurityContext context) {
        return Optional.ofNullable(context.getAuthentication())
                .map(who -> who.getName())
                .filter(AccountId::isWellFormed)
                .flatMap(name -> accounts.find(new AccountId(name)));
    }

    private Mono<Problem> unfinished(LocalAccount account, String path) {
        if (account.oneTime()) {
            return path.equals(PASSWORD) ? Mono.empty() : Mono.just(AccountProblems.passwordMustChange());
        }
        if (required.none() || account.confirmedFactor().isPresent() || FACTOR.contains(path)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> required.isMissing(account))
                .subscribeOn(threads)
                .filter(missing -> missing)
                .map(missing -> AccountProblems.factorMissing());
    }

    /** Asked for at each request. */
    @Override
    public String toString() {
        return "UnfinishedSignIn";
    }
}
