package vn.soto.allinone.account;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.contracts.access.AccountId;
import vn.soto.page.Pages;
import vn.soto.page.View;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** The page that tells, after a sign-in, what was changed about how the account signs in. */
@RestController
final class ChangesPageEndpoint {

    static final String PATH = "/sign-in/changes";

    private final Pages pages;
    private final OwnAccount own;
    private final AccountStore accounts;
    private final UntoldChanges changes;
    private final Scheduler threads;

    ChangesPageEndpoint(
            Pages pages, OwnAccount own, AccountStore accounts, UntoldChanges changes, Scheduler signInThreads) {
        this.pages = pages;
        this.own = own;
        this.accounts = accounts;
        this.changes = changes;
        this.threads = signInThreads;
    }

    /** The page with the changes from a time on, which leads to another. */
    static URI address(Instant from, URI to) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("from", from.toEpochMilli())
                .queryParam("to", "{to}")
                .encode()
                .buildAndExpand(to.toString())
                .toUri();
    }

    /**
     * @param from time of the earliest change
     * @param to   address of this site that follows
     */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<byte[]>> page(
            Principal principal,
            @RequestParam long from,
            @RequestParam Optional<String> to,
            ServerWebExchange exchange) {
        Instant since = Instant.ofEpochMilli(from).minusMillis(1);
        return Mono.fromCallable(() -> own.of(principal.getName()))
                .map(account -> new View(
                        pages.text("changes.title", exchange),
                        "account/changes.jte",
                        Map.of(
                                "changes", listed(changes.after(since, account), account.id()),
                                "to", SignInEndpoint.own(to.orElse("/")).toString())))
                .subscribeOn(threads)
                .map(view -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .body(pages.renderAlone(view, exchange)));
    }

    private List<Map<String, String>> listed(List<AccountChange> found, AccountId self) {
        return found.stream()
                .map(change -> Map.of(
                        "at", change.at().toString(),
                        "action", change.action().name(),
                        "by", login(change.by(), self),
                        "of", login(change.account().value(), self)))
                .toList();
    }

    /** The login name of somebody else; empty for the account itself. */
    private String login(String name, AccountId self) {
        if (name.equals(self.value())) {
            return "";
        }
        return AccountId.isWellFormed(name)
                ? accounts.find(new AccountId(name)).map(LocalAccount::login).orElse(name)
                : name;
    }
}
