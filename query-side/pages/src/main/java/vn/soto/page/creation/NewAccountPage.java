package vn.soto.page.creation;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.View;
import vn.soto.page.form.Typed;

/** Makes an account with a one-time password, which the answer shows once and nothing keeps; then it is given a role. */
@Component
final class NewAccountPage implements FormPage {

    @Override
    public String path() {
        return "/new-account";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(Shown.of(view(asked, Map.of())));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        String name = typed.text("name");
        return asked.newAccount(name)
                .map(reply -> reply.isAccepted()
                        ? Shown.of(view(asked, Map.of("made", reply.part())))
                        : Shown.refused(
                                view(asked, Map.of("name", name, "fault", reply.fault(asked.page()))),
                                reply.refusal()));
    }

    private static View view(FormExchange asked, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "", "fault", ""));
        values.putAll(more);
        return new View(asked.page().t("new-account.title"), "creation/new-account.jte", values);
    }
}
