package vn.soto.page.visit;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Takes back a visit that was recorded a moment ago: an ordinary void with a reason of its own, which the command side checks. */
@Component
final class UndoVisitPage implements FormPage {

    private final VisitReceiptPage receipts;

    UndoVisitPage(VisitReceiptPage receipts) {
        this.receipts = receipts;
    }

    @Override
    public String path() {
        return "/visit/undo";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(new GoTo(VisitPage.PATH));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        String assistance = typed.text("assistance");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", "JUST_RECORDED");
        asked.page().me().answer().get("member").optional().ifPresent(member -> body.put("by", member));
        return asked.give(
                        new CommandBody("/api/assistances/" + Addresses.encoded(assistance) + "/void", body),
                        typed.text("_key"))
                .flatMap(reply -> reply.isAccepted()
                        ? Mono.just(new GoTo(Addresses.with(
                                "/assistances/" + Addresses.encoded(assistance),
                                "atLeast",
                                reply.part().get("commit").text())))
                        : receipts.shown(
                                asked,
                                typed,
                                List.of(new Fault(
                                        "",
                                        reply.part()
                                                .get("detail")
                                                .optional()
                                                .orElse(asked.page().t("form.text.unknown")))),
                                VisitForm.REFUSED));
    }
}
