package vn.soto.allinone.account;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.soto.page.Pages;
import vn.soto.page.View;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;

/** The page on which somebody does what signing in still asks of them: a password of their own, or a second factor. */
@RestController
final class UnfinishedPageEndpoint {

    static final String PATH = "/sign-in/unfinished";

    private final Pages pages;
    private final OwnAccount own;
    private final RequiredFactors required;
    private final Scheduler threads;

    UnfinishedPageEndpoint(Pages pages, OwnAccount own, RequiredFactors required, Scheduler signInThreads) {
        this.pages = pages;
        this.own = own;
        this.required = required;
        this.threads = signInThreads;
    }

    /** @param to address of this site that follows */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<byte[]>> page(
            Principal principal, @RequestParam Optional<String> to, ServerWebExchange exchange) {
        return Mono.fromCallable(() -> own.of(principal.getName()))
                .map(account -> new View(
                        pages.text("unfinished.title", exchange),
                        "account/unfinished.jte",
                        Map.of(
                                "name", account.login(),
                                "step", step(account),
                                "to", SignInEndpoint.own(to.orElse("/")).toString())))
                .subscribeOn(threads)
                .map(view -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                        .body(pages.renderAlone(view, exchange)));
    }

    private String step(LocalAccount account) {
        if (account.oneTime()) {
            return "password";
        }
        return required.isMissing(account) ? "factor" : "";
    }
}
