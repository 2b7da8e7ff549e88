package vn.soto.page.assistance;

import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Receipt;
import vn.soto.page.form.Typed;

/**
 * Takes back a visit that was recorded a moment ago: an ordinary void with a reason of its own, which the command side checks. As with
 * every void, the request that was settled with it waits again.
 */
@FormAt("/visit/undo")
record UndoVisitPage(VisitReceiptPage receipts) implements FormPage {

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(new GoTo(VisitPage.PATH));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed sent) {
        Typed typed = VisitForm.keyed(sent, asked);
        String record = Addresses.encoded(typed.text("assistance"));
        return asked.give(new CommandBody("/api/assistances/" + record + "/void", body(asked)), typed.text("_key"))
                .flatMap(reply -> {
                    if (!reply.isAccepted()) {
                        return receipts.shown(
                                asked, typed, List.of(new Fault("", reply.fault(asked.page()))), VisitForm.REFUSED);
                    }
                    String page = "/assistances/" + record;
                    return Mono.just(new GoTo(
                            reply.isProposed()
                                    ? Receipt.address("void-assistance", reply.part(), "", page, "")
                                    : Addresses.with(
                                            page,
                                            "atLeast",
                                            reply.part().get("commit").text())));
                });
    }

    private static ObjectNode body(FormExchange asked) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", "JUST_RECORDED");
        asked.page().me().ownMember().ifPresent(member -> body.put("by", member));
        return body;
    }
}
