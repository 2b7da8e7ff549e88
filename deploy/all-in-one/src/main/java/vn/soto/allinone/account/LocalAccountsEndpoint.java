package vn.soto.allinone.account;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.web.EndpointRight;
import vn.soto.web.ProvenAt;
import vn.soto.web.Requires;

/** The acts of administrators on local accounts. */
@RestController
final class LocalAccountsEndpoint {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final int MOST_ENTRIES = 200;

    private final AccountAdministration administration;
    private final HashQueue hashes;
    private final Scheduler threads;

    LocalAccountsEndpoint(AccountAdministration administration, HashQueue hashes, Scheduler signInThreads) {
        this.administration = administration;
        this.hashes = hashes;
        this.threads = signInThreads;
    }

    /**
     * An account, without anything that signs it in.
     *
     * @param account  its name in commits and in commands that grant roles
     * @param name     its login name
     * @param asserted role that counts only before the ledger's first grant
     */
    record AccountView(
            String account,
            String name,
            boolean locked,
            boolean mustChangePassword,
            boolean secondFactor,
            @Nullable Role asserted) {

        static AccountView of(LocalAccount account) {
            return new AccountView(
                    account.id().value(),
                    account.login(),
                    account.locked(),
                    account.oneTime(),
                    account.confirmedFactor().isPresent(),
                    account.asserted());
        }
    }

    record NewAccount(@Nullable String name) {}

    /** @param removeSecondFactor whether the second factor goes, too; it stays if nothing is said */
    record AccountReset(@Nullable Boolean removeSecondFactor) {}

    /** @param password to be handed over; it is shown this once and must be changed at first use */
    record IssuedPassword(String account, String name, String password) {

        static IssuedPassword of(AccountAdministration.OneTimePassword issued) {
            return new IssuedPassword(
                    issued.account().id().value(), issued.account().login(), issued.password());
        }

        @Override
        public String toString() {
            return "IssuedPassword[" + account + "]";
        }
    }

    /** @param awaitsSecondAdministrator another administrator sends the same request within a day, and gets the password */
    record AwaitsAdministrator(String account, boolean awaitsSecondAdministrator) {}

    record HistoryEntry(Instant at, String by, AccountChange.Action action) {

        static HistoryEntry of(AccountChange change) {
            return new HistoryEntry(change.at(), change.by(), change.action());
        }
    }

    @Requires(EndpointRight.LOCAL_ACCOUNTS)
    @GetMapping("/api/local-accounts")
    Mono<List<AccountView>> all(Principal principal) {
        return blocking(() -> administration.all(principal.getName()).stream()
                .map(AccountView::of)
                .toList());
    }

    @Requires(EndpointRight.LOCAL_ACCOUNTS)
    @GetMapping("/api/local-accounts/{account}/history")
    Mono<List<HistoryEntry>> history(Principal principal, @PathVariable String account) {
        return blocking(() -> administration.history(principal.getName(), id(account), MOST_ENTRIES).stream()
                .map(HistoryEntry::of)
                .toList());
    }

    @Requires(EndpointRight.LOCAL_ACCOUNTS)
    @PostMapping(path = "/api/local-accounts", consumes = JSON)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IssuedPassword> create(Principal principal, @RequestBody NewAccount account) {
        String name = account.name() == null ? "" : account.name();
        return hashes.ofAccount(() -> IssuedPassword.of(administration.create(principal.getName(), name)));
    }

    @Requires(EndpointRight.LOCAL_ACCOUNTS)
    @PostMapping(path = "/api/local-accounts/{account}/reset", consumes = JSON)
    Mono<ResponseEntity<Object>> reset(
            Principal principal, @PathVariable String account, @RequestBody AccountReset reset) {
        return hashes.ofAccount(() -> administration
                .reset(
                        principal.getName(),
                        id(account),
                        Boolean.TRUE.equals(reset.removeSecondFactor()),
                        proven(principal))
                .<ResponseEntity<Object>>map(issued -> ResponseEntity.ok(IssuedPassword.of(issued)))
                .orElseGet(() -> ResponseEntity.accepted().body(new AwaitsAdministrator(account, true))));
    }

    @Requires(EndpointRight.LOCAL_ACCOUNTS)
    @PostMapping(path = "/api/local-accounts/{account}/lock", consumes = JSON)
    Mono<AccountView> lock(Principal principal, @PathVariable String account) {
        return blocking(() -> AccountView.of(administration.lock(principal.getName(), id(account))));
    }

    @Requires(EndpointRight.LOCAL_ACCOUNTS)
    @PostMapping(path = "/api/local-accounts/{account}/unlock", consumes = JSON)
    Mono<AccountView> unlock(Principal principal, @PathVariable String account) {
        return blocking(() -> AccountView.of(administration.unlock(principal.getName(), id(account))));
    }

    private static Instant proven(Principal principal) {
        return (principal instanceof Authentication known && known.getDetails() instanceof ProvenAt proven
                        ? proven
                        : ProvenAt.NEVER)
                .at();
    }

    private static AccountId id(String account) {
        if (!AccountId.isWellFormed(account)) {
            throw new ServerWebInputException("no name of an account");
        }
        return new AccountId(account);
    }

    private <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads);
    }
}
