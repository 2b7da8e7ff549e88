package vn.soto.allinone.account;

import java.security.Principal;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.allinone.account.AccountRefusedException.Reason;
import vn.soto.privacy.MasterKey;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/**
 * Seals the key of a phone's queue for its owner, who keeps it on the phone: a forgotten PIN loses nothing. Nothing of it is kept here,
 * and it is opened for the password alone.
 */
@RestController
final class PhoneKeyEndpoint {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final int KEY_BYTES = 32;
    private static final int LONGEST = 200;

    /** Sets these keys apart from other secrets of the account. */
    private static final String PHONE = "phone ";

    private final OwnAccount own;
    private final MasterKey master;
    private final Browsers browsers;
    private final HashQueue hashes;
    private final Scheduler threads;

    PhoneKeyEndpoint(OwnAccount own, MasterKey master, Browsers browsers, HashQueue hashes, Scheduler signInThreads) {
        this.own = own;
        this.master = master;
        this.browsers = browsers;
        this.hashes = hashes;
        this.threads = signInThreads;
    }

    /** @param key 256 bits in Base64 */
    record PhoneKey(@Nullable String key) {}

    record SealedPhoneKey(@Nullable String sealed, @Nullable String password) {}

    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/phone-key", consumes = JSON)
    Mono<SealedPhoneKey> seal(Principal principal, @RequestBody PhoneKey given) {
        byte[] key = bytes(given.key());
        if (key.length != KEY_BYTES) {
            throw new ServerWebInputException("a key has 32 bytes");
        }
        return Mono.fromCallable(() -> new SealedPhoneKey(
                        Base64.getEncoder()
                                .encodeToString(master.sealSecret(
                                        PHONE + own.of(principal.getName()).id(), key)),
                        null))
                .subscribeOn(threads);
    }

    /** An open session is not the person: the password is asked for again. */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/phone-key/open", consumes = JSON)
    Mono<PhoneKey> open(Principal principal, @RequestBody SealedPhoneKey given, ServerWebExchange exchange) {
        byte[] sealed = bytes(given.sealed());
        String password = given.password() == null ? "" : given.password();
        return hashes.ofAccount(() -> {
            LocalAccount account = own.shown(new SignIn.Attempt(
                    own.of(principal.getName()).login(),
                    password,
                    null,
                    browsers.client(exchange.getRequest()),
                    browsers.device(exchange.getRequest()).orElse("")));
            return new PhoneKey(master.openSecret(PHONE + account.id(), sealed)
                    .map(Base64.getEncoder()::encodeToString)
                    .orElseThrow(() -> new AccountRefusedException(Reason.PHONE_KEY_UNREADABLE)));
        });
    }

    private static byte[] bytes(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            throw new ServerWebInputException("a field is missing");
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new ServerWebInputException("not Base64");
        }
    }
}
