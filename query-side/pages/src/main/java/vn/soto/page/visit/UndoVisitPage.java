package vn.soto.page.visit;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.Part;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Receipt;
import vn.soto.page.form.Typed;

/**
 * Takes back a visit that was recorded a moment ago: an ordinary void with a reason of its own, which the command side checks. The
 * request that was settled with it is open again, and taken by whom it was taken before.
 */
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
    public Mono<Outcome> sent(FormExchange asked, Typed sent) {
        Typed typed = VisitForm.keyed(sent, asked);
        String record = Addresses.encoded(typed.text("assistance"));
        return asked.give(
                        new CommandBody("/api/assistances/" + record + "/void", by(asked, "JUST_RECORDED")),
                        typed.text("_key"))
                .flatMap(reply -> {
                    if (!reply.isAccepted()) {
                        return receipts.shown(
                                asked, typed, List.of(new Fault("", reply.fault(asked.page()))), VisitForm.REFUSED);
                    }
                    String page = "/assistances/" + record;
                    return reply.isProposed()
                            ? Mono.just(new GoTo(Receipt.address("void-assistance", reply.part(), "", page, "")))
                            : reopen(asked, typed, reply);
                });
    }

    private static ObjectNode by(FormExchange asked, String reason) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        asked.page().me().answer().get("member").optional().ifPresent(member -> body.put("by", member));
        return body;
    }

    private Mono<Outcome> reopen(FormExchange asked, Typed typed, CommandReply undone) {
        String commit = undone.part().get("commit").text();
        String request = typed.text(VisitReceiptPage.REQUEST);
        Part visit = new Part("", JsonNodeFactory.instance.objectNode().put("assistance", typed.text("assistance")));
        if (request.isEmpty()) {
            return Mono.just(undone(typed, commit));
        }
        return asked.ask(Addresses.with(VisitForm.of(request), "atLeast", commit))
                .flatMap(answer -> VisitReceiptPage.settles(visit, answer)
                        ? reopen(asked, typed, answer.answer(), commit)
                        : Mono.just(undone(typed, commit)));
    }

    private Mono<Outcome> reopen(FormExchange asked, Typed typed, Part request, String commit) {
        String id = typed.text(VisitReceiptPage.REQUEST);
        CommandBody reopening = new CommandBody(
                VisitForm.of(id) + "/reopen", by(asked, "WRONG_ENTRY").put("reopenedOn", VisitForm.today(asked)));
        return asked.give(reopening, VisitForm.derived(typed.text("_key"), "reopen"))
                .flatMap(reply -> reply.isAccepted() && typed.has("taken")
                        ? asked.give(
                                VisitForm.taking(
                                        id,
                                        request.get("team").text(),
                                        request.get("member").text(),
                                        asked),
                                VisitForm.derived(typed.text("_key"), "take"))
                        : Mono.just(reply))
                .flatMap(reply -> reply.isAccepted() && !reply.isProposed()
                        ? Mono.just(undone(typed, reply.part().get("commit").text()))
                        : receipts.shown(
                                asked,
                                typed.with("commit", commit),
                                List.of(new Fault("", asked.page().t("visit.not-reopened", reply.fault(asked.page())))),
                                VisitForm.REFUSED));
    }

    private static Outcome undone(Typed typed, String commit) {
        return new GoTo(
                Addresses.with("/assistances/" + Addresses.encoded(typed.text("assistance")), "atLeast", commit));
    }
}
