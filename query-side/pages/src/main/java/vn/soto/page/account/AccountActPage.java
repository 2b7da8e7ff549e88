package vn.soto.page.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.Part;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * Locks or unlocks an account, or gives it a one-time password, which the answer shows once and nothing keeps. The page says
 * what follows for its person before the button.
 */
@FormAt("/account-act/{act}/{account}")
final class AccountActPage implements FormPage {

    private static final List<String> ACTS = List.of("lock", "unlock", "reset");

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return shown(asked, asked.given(), List.of(), Map.of(), Shown.OK);
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return asked.onAccount(account(asked), act(asked), typed.has("removeSecondFactor"))
                .flatMap(reply -> reply.isAccepted() ? done(asked, typed, reply) : refused(asked, typed, reply));
    }

    private static Mono<Outcome> done(FormExchange asked, Typed typed, CommandReply reply) {
        return act(asked).equals("reset")
                ? shown(asked, typed, List.of(), Map.of("made", reply.part()), Shown.OK)
                : Mono.just(new GoTo("/accounts/" + Addresses.encoded(account(asked))));
    }

    private static Mono<Outcome> refused(FormExchange asked, Typed typed, CommandReply reply) {
        Fault fault = reply.part().get("type").text().endsWith("password-not-shown")
                ? Fault.untilSignedIn(reply.fault(asked.page()), asked.page().address())
                : new Fault("", reply.fault(asked.page()));
        return shown(asked, typed, List.of(fault), Map.of(), reply.refusal());
    }

    private static String account(FormExchange asked) {
        return asked.variables().getOrDefault("account", "");
    }

    private static String act(FormExchange asked) {
        String act = asked.variables().getOrDefault("act", "");
        return ACTS.contains(act) ? act : ACTS.getFirst();
    }

    private static Mono<Outcome> shown(
            FormExchange asked, Typed typed, List<Fault> faults, Map<String, Object> more, int status) {
        return asked.ask(AccountPage.ACCOUNTS).map(accounts -> {
            if (accounts.isProblem()) {
                return new Refused(accounts);
            }
            Part local = AccountPage.local(accounts, account(asked));
            String act = act(asked);
            Map<String, Object> values = new HashMap<>(more);
            values.put("local", local);
            values.put("act", act);
            return FormState.of(asked, typed, Map.of(), faults)
                    .shown(
                            asked.page()
                                    .t("account.act." + act, local.get("name").text()),
                            "account/act.jte",
                            values,
                            status);
        });
    }
}
