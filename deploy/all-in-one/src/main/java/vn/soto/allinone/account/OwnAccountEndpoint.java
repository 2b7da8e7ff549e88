package vn.soto.allinone.account;

import java.security.Principal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.edge.server.SessionCookieName;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** The acts of a person on the own account. */
@RestController
final class OwnAccountEndpoint {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final OwnAccount own;
    private final RequiredFactors required;
    private final Browsers browsers;
    private final HashQueue hashes;
    private final Scheduler threads;

    OwnAccountEndpoint(
            OwnAccount own, RequiredFactors required, Browsers browsers, HashQueue hashes, Scheduler signInThreads) {
        this.own = own;
        this.required = required;
        this.browsers = browsers;
        this.hashes = hashes;
        this.threads = signInThreads;
    }

    /**
     * How the account signs in.
     *
     * @param account      its name in commits
     * @param name         its login name
     * @param secondFactor {@code none}, {@code required} or {@code set}
     * @param pin          whether it has a PIN on this device
     * @param recoveryCodes how many are left
     */
    record SignInState(
            String account,
            String name,
            boolean mustChangePassword,
            String secondFactor,
            boolean pin,
            int recoveryCodes) {}

    /** @param password the present one */
    record PasswordChange(
            @Nullable String password, @Nullable String newPassword) {}

    record Pin(@Nullable String pin, @Nullable String password) {}

    record Password(@Nullable String password) {}

    record Code(@Nullable String code, @Nullable String password) {}

    record RecoveryCodes(List<String> recoveryCodes) {}

    @Requires(EndpointRight.OWN_ACCOUNT)
    @GetMapping("/api/me/sign-in")
    Mono<SignInState> state(Principal principal, ServerWebExchange exchange) {
        String device = browsers.device(exchange.getRequest()).orElse("");
        return blocking(() -> state(own.of(principal.getName()), device));
    }

    private SignInState state(LocalAccount account, String device) {
        boolean set = account.confirmedFactor().isPresent();
        return new SignInState(
                account.id().value(),
                account.login(),
                account.oneTime(),
                set ? "set" : required.isRequiredOf(account) ? "required" : "none",
                own.hasPin(account, SignIn.deviceHash(device)),
                account.confirmedFactor()
                        .map(SecondFactor::recovery)
                        .map(List::size)
                        .orElse(0));
    }

    /** Ends all sessions but the one that asks, which goes on with a new cookie. */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/password", consumes = JSON)
    Mono<ResponseEntity<Void>> changePassword(
            Principal principal, @RequestBody PasswordChange change, ServerWebExchange exchange) {
        String next = given(change.newPassword());
        return hashes.ofAccount(() ->
                goOn(own.changePassword(again(principal, change.password(), exchange), next), exchange));
    }

    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(
            path = "/sign-out-everywhere",
            consumes = {JSON, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
    Mono<ResponseEntity<Void>> signOutEverywhere(Principal principal, ServerWebExchange exchange) {
        return blocking(() -> {
                    own.signOutEverywhere(own.of(principal.getName()).id());
                    return ResponseEntity.noContent().<Void>build();
                })
                .flatMap(answer -> browsers.end(exchange).thenReturn(answer));
    }

    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/pin", consumes = JSON)
    Mono<ResponseEntity<Void>> setPin(Principal principal, @RequestBody Pin pin, ServerWebExchange exchange) {
        String digits = given(pin.pin());
        return hashes.ofAccount(() -> {
            own.setPin(again(principal, pin.password(), exchange), digits);
            return ResponseEntity.noContent().build();
        });
    }

    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/pin/remove", consumes = JSON)
    Mono<ResponseEntity<Void>> removePin(
            Principal principal, @RequestBody Password confirmation, ServerWebExchange exchange) {
        return hashes.ofAccount(() -> {
            own.removePin(again(principal, confirmation.password(), exchange));
            return ResponseEntity.noContent().build();
        });
    }

    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/second-factor", consumes = JSON)
    Mono<SecondFactors.Setup> beginFactor(
            Principal principal, @RequestBody Password confirmation, ServerWebExchange exchange) {
        return hashes.ofAccount(() -> own.beginFactor(again(principal, confirmation.password(), exchange)));
    }

    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/second-factor/confirm", consumes = JSON)
    Mono<RecoveryCodes> confirmFactor(Principal principal, @RequestBody Code code, ServerWebExchange exchange) {
        String digits = given(code.code());
        return hashes.ofAccount(() -> {
            OwnAccount.Confirmed confirmed = own.confirmFactor(again(principal, code.password(), exchange), digits);
            goOn(confirmed.account(), exchange);
            return new RecoveryCodes(confirmed.recoveryCodes());
        });
    }

    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/second-factor/remove", consumes = JSON)
    Mono<ResponseEntity<Void>> removeFactor(Principal principal, @RequestBody Code code, ServerWebExchange exchange) {
        String digits = given(code.code());
        return hashes.ofAccount(() ->
                goOn(own.removeFactor(again(principal, code.password(), exchange), digits), exchange));
    }

    /** The password again, for what an open session alone may not do. */
    private SignIn.Attempt again(Principal principal, @Nullable String password, ServerWebExchange exchange) {
        return new SignIn.Attempt(
                own.of(principal.getName()).login(),
                given(password),
                null,
                browsers.client(exchange.getRequest()),
                browsers.device(exchange.getRequest()).orElse(""));
    }

    private ResponseEntity<Void> goOn(LocalAccount account, ServerWebExchange exchange) {
        if (SessionCookieName.isSentWith(exchange.getRequest())) {
            browsers.begin(account, browsers.device(exchange.getRequest()).orElseGet(browsers::freshDevice), exchange);
        }
        return ResponseEntity.noContent().build();
    }

    private <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads);
    }

    private static String given(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new ServerWebInputException("a field is missing");
        }
        return value;
    }
}
