package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Makes an account with a one-time password, which the answer shows once and nothing keeps; then it is given a role. */
@FormAt("/new-account")
final class NewAccountPage implements FormPage {

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(shown(asked, asked.given(), List.of(), Map.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return asked.newAccount(typed.text("name"))
                .map(reply -> reply.isAccepted()
                        ? shown(
                                asked,
                                typed,
                                List.of(),
                                Map.of("made", reply.part(), "member", typed.text("member")),
                                Shown.OK)
                        : shown(
                                asked,
                                typed,
                                List.of(new Fault("name", reply.fault(asked.page()))),
                                Map.of(),
                                reply.refusal()));
    }

    private static Outcome shown(
            FormExchange asked, Typed typed, List<Fault> faults, Map<String, Object> more, int status) {
        return FormState.of(asked, typed, Map.of(), faults)
                .shown(asked.page().t("new-account.title"), "creation/new-account.jte", more, status);
    }
}
