package vn.soto.page.form;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.PageContext;
import vn.soto.page.View;

/** Tells that a form is recorded. Its address says what: it may be opened again, and sends nothing. */
@FormAt("/do/{command}/done")
final class ReceiptPage implements FormPage {

    private static final String NUMBER = "[0-9]{1,15}";

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(
                Shown.of(view(asked.given(), asked.variables().getOrDefault("command", ""), List.of(), asked.page())));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return Mono.just(new GoTo(asked.page().address()));
    }

    static View view(Typed given, String command, List<String> warnings, PageContext page) {
        String commit = given.text("commit").matches(NUMBER) ? given.text("commit") : "";
        String plan = given.text("plan").matches("[0-9a-f-]{36}") ? given.text("plan") : "";
        String from = own(given.text("from"), "");
        Receipt receipt = new Receipt(
                commit,
                plan,
                !given.text("repeat").isEmpty(),
                warnings,
                after(own(given.text("made"), ""), commit),
                after(own(given.text("to"), "/"), commit),
                plan.isEmpty() && from.equals("/do/" + command) ? from : "",
                from.isEmpty() ? "" : page.draft(from));
        return new View(page.format().first(page.command(command)), "command/receipt.jte", Map.of("receipt", receipt));
    }

    /** A page that is opened next shows what was just recorded. */
    private static String after(String address, String commit) {
        return address.isEmpty() || commit.isEmpty() ? address : Addresses.with(address, "atLeast", commit);
    }

    private static String own(String address, String otherwise) {
        return address.startsWith("/") && !address.startsWith("//") && address.indexOf('\\') < 0 ? address : otherwise;
    }
}
