package vn.soto.allinone.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.page.OpenVerify;
import vn.soto.page.Pages;
import vn.soto.page.View;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** The page on which people sign in; over a demo it says which accounts there are to try. */
@RestController
final class SignInPageEndpoint {

    /** In the order of the work: those in the field first. */
    private static final List<String> DEMO =
            List.of("member", "leader", "officer", "administrator", "administrator-2", "auditor", "viewer");

    private static final Set<String> REASONS = Set.of("wrong", "code", "tls", "pause", "missing");

    private final Pages pages;
    private final AccountFiles files;
    private final AccountStore accounts;
    private final Browsers browsers;
    private final OpenVerify open;
    private final Scheduler threads;

    SignInPageEndpoint(
            Pages pages,
            AccountFiles files,
            AccountStore accounts,
            Browsers browsers,
            OpenVerify open,
            Scheduler signInThreads) {
        this.pages = pages;
        this.files = files;
        this.accounts = accounts;
        this.browsers = browsers;
        this.open = open;
        this.threads = signInThreads;
    }

    /**
     * @param to      address of this site that follows
     * @param account login name to fill in
     * @param refused why the attempt before was refused
     */
    @Requires(EndpointRight.SIGN_IN)
    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<byte[]>> page(
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> account,
            @RequestParam Optional<String> refused,
            ServerWebExchange exchange) {
        return pinAccounts(exchange)
                .map(pins -> new View(
                        pages.text("sign-in.page", exchange),
                        "sign-in.jte",
                        Map.of(
                                "demo", files.demo(),
                                "open", open.isOpen(),
                                "demoAccounts", DEMO,
                                "pinAccounts", pins,
                                "refused", refused.filter(REASONS::contains).orElse(""),
                                "account",
                                        account.filter(name -> name.length() <= 64)
                                                .orElse(""),
                                "to", SignInEndpoint.own(to.orElse("/")).toString())))
                .map(view -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .body(pages.renderAlone(view, exchange)));
    }

    /** A device that was never here waits for nobody. */
    private Mono<List<String>> pinAccounts(ServerWebExchange exchange) {
        return Mono.justOrEmpty(browsers.device(exchange.getRequest()))
                .flatMap(device -> Mono.fromCallable(() -> SignInEndpoint.withPins(accounts, device))
                        .subscribeOn(threads))
                .defaultIfEmpty(List.of());
    }
}
