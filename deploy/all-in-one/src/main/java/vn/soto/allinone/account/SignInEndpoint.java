package vn.soto.allinone.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.allinone.account.AccountRefusedException.Reason;
import vn.soto.allinone.account.SignInPaces.Place;
import vn.soto.contracts.access.AccountId;
import vn.soto.edge.session.Session;
import vn.soto.edge.session.SessionCodec;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** Signs browsers in and out, by password or PIN, from a page's form or from a script of it. */
@RestController
final class SignInEndpoint {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final URI HOME = URI.create("/");
    private static final URI PAGE = URI.create("/sign-in");

    private final SignIn signIn;
    private final AccountStore accounts;
    private final RequiredFactors required;
    private final UntoldChanges changes;
    private final Browsers browsers;
    private final HashQueue hashes;
    private final Scheduler threads;

    SignInEndpoint(
            SignIn signIn,
            AccountStore accounts,
            RequiredFactors required,
            UntoldChanges changes,
            Browsers browsers,
            HashQueue hashes,
            Scheduler signInThreads) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.required = required;
        this.changes = changes;
        this.browsers = browsers;
        this.hashes = hashes;
        this.threads = signInThreads;
    }

    /**
     * @param account  login name
     * @param password absent if the PIN is given
     * @param code     of the second factor, or a recovery code
     * @param pin      of the account on this device
     * @param to       address of this site that follows a form
     */
    record Credentials(
            @Nullable String account,
            @Nullable String password,
            @Nullable String code,
            @Nullable String pin,
            @Nullable String to) {

        static Credentials of(MultiValueMap<String, String> form) {
            return new Credentials(
                    form.getFirst("account"),
                    form.getFirst("password"),
                    form.getFirst("code"),
                    form.getFirst("pin"),
                    form.getFirst("to"));
        }

        String required(@Nullable String value) {
            if (value == null || value.isEmpty()) {
                throw new ServerWebInputException("a field is missing");
            }
            return value;
        }

        @Override
        public String toString() {
            return "Credentials[]";
        }
    }

    /**
     * The account that is signed in.
     *
     * @param account            its name in commits
     * @param name               its login name
     * @param mustChangePassword whether nothing else is allowed before
     * @param mustSetSecondFactor likewise
     * @param until              when the session ends if it is not used
     * @param changes            changes about signing in since the last time on this device, the newest first
     */
    record SignedInAnswer(
            String account,
            String name,
            boolean mustChangePassword,
            boolean mustSetSecondFactor,
            Instant until,
            List<ToldChange> changes) {

        /** The page that tells of changes, if there are any, before the one that was asked for. */
        URI next(URI to) {
            return changes.stream()
                    .map(ToldChange::at)
                    .min(Instant::compareTo)
                    .map(first -> ChangesPageEndpoint.address(first, to))
                    .orElse(to);
        }
    }

    /** @param of login name of another who approves, whose account was changed; absent for the own */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToldChange(
            Instant at,
            String by,
            AccountChange.Action action,
            @Nullable String of) {}

    @Requires(EndpointRight.SIGN_IN)
    @PostMapping(path = "/sign-in", consumes = JSON)
    Mono<SignedInAnswer> signIn(@RequestBody Credentials given, ServerWebExchange exchange) {
        return withPassword(given, exchange);
    }

    @Requires(EndpointRight.SIGN_IN)
    @PostMapping(path = "/sign-in", consumes = FORM)
    Mono<ResponseEntity<Void>> signInByForm(ServerWebExchange exchange) {
        return byForm(exchange, this::withPassword);
    }

    @Requires(EndpointRight.SIGN_IN)
    @PostMapping(path = "/sign-in/pin", consumes = JSON)
    Mono<SignedInAnswer> signInWithPin(@RequestBody Credentials given, ServerWebExchange exchange) {
        return withPin(given, exchange);
    }

    @Requires(EndpointRight.SIGN_IN)
    @PostMapping(path = "/sign-in/pin", consumes = FORM)
    Mono<ResponseEntity<Void>> signInWithPinByForm(ServerWebExchange exchange) {
        return byForm(exchange, this::withPin);
    }

    private static Mono<ResponseEntity<Void>> byForm(
            ServerWebExchange exchange, BiFunction<Credentials, ServerWebExchange, Mono<SignedInAnswer>> signIn) {
        return exchange.getFormData()
                .map(Credentials::of)
                .flatMap(given -> signIn.apply(given, exchange)
                        .map(answer -> seeOther(answer.next(own(given.to()))))
                        .onErrorResume(
                                refused ->
                                        isForAPage(exchange) && reason(refused).isPresent(),
                                refused -> Mono.just(
                                        seeOther(again(given, reason(refused).orElseThrow())))));
    }

    private static boolean isForAPage(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getAccept().contains(MediaType.TEXT_HTML);
    }

    /** The reason of a refusal for the page; empty if it is not about an entered value. */
    private static Optional<String> reason(Throwable refused) {
        return switch (refused) {
            case SignInPausedException _ -> Optional.of("pause");
            case ServerWebInputException _ -> Optional.of("missing");
            case AccountRefusedException known ->
                switch (known.reason()) {
                    case WRONG -> Optional.of("wrong");
                    case CODE_NEEDED -> Optional.of("code");
                    case TLS_NEEDED -> Optional.of("tls");
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    /** The page again, with what was entered but the secrets. */
    private static URI again(Credentials given, String reason) {
        return UriComponentsBuilder.fromPath(PAGE.getPath())
                .queryParam("refused", reason)
                .queryParam("account", "{account}")
                .queryParam("to", "{to}")
                .encode()
                .buildAndExpand(
                        given.account() == null ? "" : given.account(),
                        own(given.to()).toString())
                .toUri();
    }

    /** The login names that have a PIN on this device. */
    @Requires(EndpointRight.SIGN_IN)
    @GetMapping("/sign-in/accounts")
    Mono<List<String>> accountsOfTheDevice(ServerWebExchange exchange) {
        Optional<String> device = browsers.device(exchange.getRequest());
        return Mono.fromCallable(
                        () -> device.map(found -> withPins(accounts, found)).orElse(List.of()))
                .subscribeOn(threads);
    }

    static List<String> withPins(AccountStore accounts, String device) {
        return accounts.withPin(SignIn.deviceHash(device)).stream()
                .flatMap(id -> accounts.find(id).stream())
                .map(LocalAccount::login)
                .toList();
    }

    @Requires(EndpointRight.SIGN_IN)
    @PostMapping(path = "/sign-out", consumes = JSON)
    Mono<ResponseEntity<Void>> signOut(ServerWebExchange exchange) {
        return browsers.end(exchange).thenReturn(ResponseEntity.noContent().build());
    }

    @Requires(EndpointRight.SIGN_IN)
    @PostMapping(path = "/sign-out", consumes = FORM)
    Mono<ResponseEntity<Void>> signOutByForm(ServerWebExchange exchange) {
        return browsers.end(exchange).thenReturn(seeOther(PAGE));
    }

    private Mono<SignedInAnswer> withPassword(Credentials given, ServerWebExchange exchange) {
        String device = browsers.device(exchange.getRequest()).orElseGet(browsers::freshDevice);
        return Mono.fromCallable(() -> new SignIn.Attempt(
                        given.required(given.account()),
                        given.required(given.password()),
                        given.code(),
                        browsers.client(exchange.getRequest()),
                        device))
                .flatMap(attempt -> begin(
                        () -> signIn.place(attempt),
                        () -> signIn.withPassword(attempt),
                        attempt.login(),
                        false,
                        device,
                        exchange));
    }

    private Mono<SignedInAnswer> withPin(Credentials given, ServerWebExchange exchange) {
        String device = browsers.device(exchange.getRequest()).orElse("");
        return Mono.fromCallable(() -> List.of(given.required(given.account()), given.required(given.pin())))
                .flatMap(both -> begin(
                        () -> signIn.placeOfPin(both.getFirst(), device),
                        () -> signIn.withPin(both.getFirst(), both.getLast(), device),
                        both.getFirst(),
                        true,
                        device,
                        exchange));
    }

    private Mono<SignedInAnswer> begin(
            Callable<Place> place,
            Callable<SignInOutcome> attempt,
            String login,
            boolean byPin,
            String device,
            ServerWebExchange exchange) {
        if (!browsers.maySignIn(exchange.getRequest())) {
            return Mono.error(new AccountRefusedException(Reason.TLS_NEEDED));
        }
        Callable<SignedInAnswer> begun = () -> {
            // The sign-in itself notes that it happened on this device.
            Instant since = changes.since(signIn.find(login), device, byPin);
            LocalAccount account = account(attempt.call());
            Session session =
                    byPin ? browsers.beginByPin(account, device, exchange) : browsers.begin(account, device, exchange);
            return answer(account, session, untold(account, since, byPin, device));
        };
        return Mono.fromCallable(place)
                .subscribeOn(threads)
                .flatMap(from -> hashes.attempt(from, browsers.client(exchange.getRequest()), begun));
    }

    /** A person with a one-time password knows that it was set, and is told after it was changed. */
    private List<AccountChange> untold(LocalAccount account, Instant since, boolean byPin, String device) {
        List<AccountChange> untold = account.oneTime() ? List.of() : changes.after(since, account);
        if (!untold.isEmpty() && !byPin) {
            changes.told(account.id(), device);
        }
        return untold;
    }

    private SignedInAnswer answer(LocalAccount account, Session session, List<AccountChange> untold) {
        return new SignedInAnswer(
                account.id().value(),
                account.login(),
                account.oneTime(),
                required.isMissing(account),
                session.issued().plus(SessionCodec.LIFE),
                untold.stream()
                        .map(change -> new ToldChange(
                                change.at(), change.by(), change.action(), other(change.account(), account)))
                        .toList());
    }

    private @Nullable String other(AccountId changed, LocalAccount self) {
        return changed.equals(self.id())
                ? null
                : accounts.find(changed).map(LocalAccount::login).orElse(changed.value());
    }

    private static LocalAccount account(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn(LocalAccount account) -> account;
            case SignInOutcome.NotAccepted _ -> throw new AccountRefusedException(Reason.WRONG);
            case SignInOutcome.CodeNeeded _ -> throw new AccountRefusedException(Reason.CODE_NEEDED);
            case SignInOutcome.TooOften(var pause) -> throw new SignInPausedException(pause);
        };
    }

    /** An address of this site; the home page instead of any other. */
    static URI own(@Nullable String to) {
        boolean path = to != null
                && to.startsWith("/")
                && !to.startsWith("//")
                && to.chars().noneMatch(c -> c == '\\' || c <= ' ' || c > '~');
        try {
            return path ? URI.create(Objects.requireNonNull(to)) : HOME;
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    private static ResponseEntity<Void> seeOther(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }
}
