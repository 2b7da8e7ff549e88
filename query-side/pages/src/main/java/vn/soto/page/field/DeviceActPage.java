package vn.soto.page.field;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Locks a device that is lost, or unlocks one that was found. The page says what follows before the button. */
@FormAt("/device-act/{act}/{account}/{device}")
final class DeviceActPage implements FormPage {

    private static final String UNLOCK = "unlock";

    /** Parameter with the team from whose list the page was opened. */
    private static final String TEAM = "team";

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(shown(asked, asked.given(), List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return asked.onDevice(variable(asked, "account"), variable(asked, "device"), act(asked))
                .map(reply -> reply.isAccepted()
                        ? new GoTo(Addresses.with(
                                list(asked),
                                "atLeast",
                                Long.toString(reply.part().get("commit").number())))
                        : refused(asked, typed, reply));
    }

    private static Outcome refused(FormExchange asked, Typed typed, CommandReply reply) {
        return shown(asked, typed, List.of(new Fault("", reply.fault(asked.page()))), reply.refusal());
    }

    private static String variable(FormExchange asked, String name) {
        return asked.variables().getOrDefault(name, "");
    }

    private static String act(FormExchange asked) {
        return variable(asked, "act").equals(UNLOCK) ? UNLOCK : "lock";
    }

    private static String list(FormExchange asked) {
        String team = asked.given().text(TEAM);
        return team.isEmpty() ? "/me/devices" : "/teams/" + Addresses.encoded(team) + "/devices";
    }

    private static Outcome shown(FormExchange asked, Typed typed, List<Fault> faults, int status) {
        String act = act(asked);
        return FormState.of(asked, typed, Map.of(), faults)
                .shown(
                        asked.page()
                                .t(
                                        "devices." + act + ".title",
                                        asked.page().format().id(variable(asked, "device"))),
                        "field/device-act.jte",
                        Map.of("act", act, "list", list(asked)),
                        status);
    }
}
