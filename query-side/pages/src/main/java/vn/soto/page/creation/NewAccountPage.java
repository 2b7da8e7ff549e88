package vn.soto.page.creation;

import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.View;
import vn.soto.page.form.Typed;

/** Makes an account with a one-time password, which is shown once; then it is given a role. */
@Component
final class NewAccountPage implements FormPage {

    @Override
    public String path() {
        return "/new-account";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(Shown.of(new View(asked.page().t("new-account.title"), "creation/new-account.jte", Map.of())));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return open(asked);
    }
}
