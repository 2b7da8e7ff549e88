package vn.soto.allinone.account;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authentication.ServerHttpBasicAuthenticationConverter;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.edge.SignInProblemException;
import vn.soto.edge.session.SessionStreams;
import vn.soto.web.ProvenAt;

/** HTTP Basic, for programs: the password comes with every request, and is hashed once in a while. */
record BasicSignIn(
        SignIn signIn, Browsers browsers, SessionStreams streams, HashQueue hashes, Scheduler threads, Clock clock) {

    WebFilter filter(ServerAuthenticationEntryPoint unauthorized) {
        ServerHttpBasicAuthenticationConverter header = new ServerHttpBasicAuthenticationConverter();
        AuthenticationWebFilter filter = new AuthenticationWebFilter(this::authenticate);
        filter.setServerAuthenticationConverter(exchange -> header.convert(exchange)
                .map(credentials -> UsernamePasswordAuthenticationToken.unauthenticated(
                        new SignIn.Attempt(
                                credentials.getName(),
                                String.valueOf(credentials.getCredentials()),
                                null,
                                browsers.client(exchange.getRequest()),
                                browsers.device(exchange.getRequest()).orElse("")),
                        "")));
        filter.setAuthenticationSuccessHandler((asked, known) -> asked.getChain()
                .filter(streams.bounded(
                        asked.getExchange(), known.getName(), (Long) Objects.requireNonNull(known.getCredentials()))));
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(unauthorized));
        return filter;
    }

    private Mono<Authentication> authenticate(Authentication presented) {
        SignIn.Attempt attempt = (SignIn.Attempt) Objects.requireNonNull(presented.getPrincipal());
        return Mono.justOrEmpty(signIn.remembered(attempt.login(), attempt.password()))
                .switchIfEmpty(Mono.fromCallable(() -> signIn.place(attempt))
                        .subscribeOn(threads)
                        .flatMap(from ->
                                hashes.attempt(from, attempt.client(), () -> account(signIn.withEveryRequest(attempt))))
                        .onErrorMap(
                                SignInPausedException.class,
                                early -> new SignInProblemException(
                                        AccountProblems.tooOften(early.pause()), AccountProblems.TEXTS))
                        .onErrorMap(
                                RejectedExecutionException.class,
                                busy -> new SignInProblemException(AccountProblems.busy(), AccountProblems.TEXTS))
                        .onErrorMap(
                                AccountsUnwritableException.class,
                                full -> new SignInProblemException(
                                        AccountProblems.unwritable(), AccountProblems.TEXTS)))
                .map(this::authenticated);
    }

    private static LocalAccount account(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn(LocalAccount account) -> account;
            case SignInOutcome.NotAccepted _ -> throw new BadCredentialsException("wrong");
            case SignInOutcome.CodeNeeded _ ->
                throw new SignInProblemException(AccountProblems.sessionNeeded(), AccountProblems.TEXTS);
            case SignInOutcome.TooOften(var pause) ->
                throw new SignInProblemException(AccountProblems.tooOften(pause), AccountProblems.TEXTS);
        };
    }

    /** The credentials are the account's epoch, under which the password held. */
    private Authentication authenticated(LocalAccount account) {
        UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(
                account.id().value(),
                account.epoch(),
                Browsers.authorities(account).stream()
                        .map(SimpleGrantedAuthority::new)
                        .toList());
        known.setDetails(new ProvenAt(clock.instant()));
        return known;
    }
}
