package vn.soto.page.assistance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Option;
import vn.soto.page.form.Receipt;
import vn.soto.page.form.Typed;

/**
 * Records a visit. Member and team are the account's, the time is now; the household comes from the page before or from
 * the member's own. There is no preview; the receipt takes it back. Opened from a support request it takes and resolves
 * that too.
 */
@FormAt(VisitPage.PATH)
record VisitPage(VisitReceiptPage receipts) implements FormPage {

    static final String PATH = "/visit";

    private static final String COMMAND = "record-assistance";

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return request(asked, asked.given())
                .flatMap(request -> shown(asked, filled(asked, request), request, List.of(), Shown.OK));
    }

    /** The values known when the page opens. */
    private static Typed filled(FormExchange asked, Part request) {
        Map<String, List<String>> known = new HashMap<>();
        known.put("content.mode", List.of("SELF_PERFORMED"));
        known.put("content.channel", List.of("HOME_VISIT"));
        known.put("content.outcome", List.of("DONE"));
        request.get("household").optional().ifPresent(household -> known.put("household", List.of(household)));
        asked.page().only("team").ifPresent(team -> known.put("team", List.of(team)));
        asked.page().me().ownMember().ifPresent(member -> known.put("helpers", List.of(member)));
        return asked.given().orElse(known);
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return request(asked, typed).flatMap(request -> {
            Typed whole = VisitForm.keyed(filled(asked, request).merged(typed), asked);
            String step = typed.own("_step").orElse("give");
            if (!step.equals("give") || searches(typed)) {
                return shown(asked, whole, request, List.of(), Shown.OK);
            }
            List<Fault> missing = new VisitForm(asked, whole).missing(request);
            return missing.isEmpty()
                    ? take(asked, whole, request)
                    : shown(asked, whole, request, missing, VisitForm.REFUSED);
        });
    }

    private static boolean searches(Typed typed) {
        return Stream.of("household", "helpers", "team")
                .anyMatch(path -> !typed.text(Choosers.QUERY + path).isEmpty()
                        && !typed.text(Choosers.QUERY + path).equals(typed.text("_was." + path)));
    }

    /** A request is taken first, if nobody has, once the visit would be recorded: while either cannot be, nothing is. */
    private Mono<Outcome> take(FormExchange asked, Typed typed, Part request) {
        VisitForm form = new VisitForm(asked, typed);
        return form.take(request)
                .map(take -> asked.tried(form.command(), form.key())
                        .flatMap(trial -> trial.isAccepted()
                                ? asked.give(take, CommandSheet.derived(form.key(), "take"))
                                : Mono.just(trial))
                        .flatMap(reply -> reply.isAccepted()
                                ? record(asked, typed, request)
                                : refused(asked, typed, request, reply)))
                .orElseGet(() -> record(asked, typed, request));
    }

    private Mono<Outcome> record(FormExchange asked, Typed typed, Part request) {
        VisitForm form = new VisitForm(asked, typed);
        return asked.give(form.command(), form.key()).flatMap(reply -> {
            if (!reply.isAccepted()) {
                return refused(asked, typed, request, reply);
            }
            return reply.isProposed() || isOfThePast(reply)
                    ? Mono.just(CommandSheet.receipt(
                            COMMAND,
                            Receipt.address(COMMAND, reply.part(), "", "/visit", address(asked)),
                            reply.part(),
                            asked.page()))
                    : settle(asked, typed, request, reply.part());
        });
    }

    /** Whether it was entered when the helper was a member, who is none any more and so may not read the record. */
    private static boolean isOfThePast(CommandReply reply) {
        return reply.part().get("warnings").items().stream()
                .anyMatch(warning -> warning.get("code").text().equals("ASSISTANCE_AWAITS_CONFIRMATION"));
    }

    /** Once the visit is recorded its receipt is shown, whatever becomes of the request: the form would record another. */
    private Mono<Outcome> settle(FormExchange asked, Typed typed, Part request, Part recorded) {
        VisitForm form = new VisitForm(asked, typed);
        return form.resolve(request)
                .map(resolve -> asked.give(resolve, CommandSheet.derived(form.key(), "resolve"))
                        .flatMap(reply -> reply.isAccepted() && !reply.isProposed()
                                ? Mono.<Outcome>just(new GoTo(receipt(asked, form, request, reply.part())))
                                : receipts.shown(
                                        asked,
                                        Typed.read(receipt(asked, form, request, recorded)
                                                .split("[?]", 2)[1]),
                                        List.of(new Fault(
                                                "", asked.page().t("visit.not-settled", reply.fault(asked.page())))),
                                        VisitForm.REFUSED)))
                .orElseGet(() -> Mono.just(new GoTo(receipt(asked, form, request, recorded))));
    }

    private static String receipt(FormExchange asked, VisitForm form, Part request, Part last) {
        String address = Addresses.with(
                VisitReceiptPage.PATH, "commit", last.get("commit").text());
        address = Addresses.with(address, "assistance", form.key());
        address = Addresses.with(address, "request", request.get("request").text());
        return Addresses.with(address, "draft", address(asked));
    }

    /** A draft is of the page as it was opened. */
    static String address(FormExchange asked) {
        String address = PATH;
        for (String name : List.of("household", "request")) {
            address = Addresses.with(address, name, asked.given().text(name));
        }
        return address;
    }

    private Mono<Outcome> refused(FormExchange asked, Typed typed, Part request, CommandReply reply) {
        // What this form recorded before stays; what is typed now is another visit, if it is sent.
        Typed next =
                reply.isReused() ? typed.with("_key", asked.newId()).with(VisitForm.BEFORE, typed.text("_key")) : typed;
        String text = reply.isReused() ? asked.page().t("visit.reused") : reply.fault(asked.page());
        return shown(
                asked,
                next,
                request,
                List.of(new Fault(reply.part().get("field").text(), text)),
                reply.refusal());
    }

    private static Mono<Part> request(FormExchange asked, Typed typed) {
        String request = typed.own("request").orElseGet(() -> asked.given().text("request"));
        return request.isEmpty()
                ? Mono.just(VisitForm.none())
                : asked.ask("/api/requests/" + Addresses.encoded(request))
                        .map(answer -> answer.isProblem() ? VisitForm.none() : answer.answer());
    }

    private Mono<Outcome> shown(FormExchange asked, Typed typed, Part request, List<Fault> faults, int status) {
        PageContext page = asked.page();
        return Mono.zip(
                        Choosers.one(asked, "household", "household", false, VisitForm.ofTheList(typed)),
                        mine(typed, "helpers", page.me().ownMember())
                                .orElseGet(() -> Choosers.one(asked, "helpers", "member", true, typed)),
                        mine(typed, "team", page.only("team"))
                                .orElseGet(() -> Choosers.one(asked, "team", "team", false, typed)),
                        asked.ask("/api/catalogue"),
                        work(asked),
                        Choosers.one(asked, "walkIn", "unit", false, typed))
                .map(all -> {
                    Typed keyed = VisitForm.keyed(typed, asked);
                    Map<String, Object> values = new HashMap<>();
                    values.put("form", new VisitForm(asked, keyed));
                    values.put("household", all.getT1());
                    values.put("helpers", all.getT2());
                    values.put("team", all.getT3());
                    values.put("services", Services.of(all.getT4(), all.getT5(), keyed.all("content.services"), page));
                    values.put("walkIn", all.getT6());
                    values.put("request", request);
                    values.put("faults", faults);
                    return Shown.refused(new View(page.t("visit.title"), "visit/visit.jte", values), status);
                });
    }

    /** A member who records alone, in their only team, is not asked for either. */
    private static Optional<Mono<Chooser>> mine(Typed typed, String path, Optional<String> known) {
        return known.filter(id -> typed.all(path).isEmpty() || typed.all(path).equals(List.of(id)))
                .map(id -> Mono.just(new Chooser(
                        List.of(Option.of(id, "")), List.of(), "", false, path.equals("helpers"), "", true)));
    }

    /** The member's work in this quarter; empty if the account is no member's. */
    private static Mono<Optional<ApiAnswer>> work(FormExchange asked) {
        return asked.page()
                .me()
                .answer()
                .get("member")
                .optional()
                .map(member -> asked.ask("/api/members/" + Addresses.encoded(member) + "/activity?limit=1")
                        .map(Optional::of))
                .orElseGet(() -> Mono.just(Optional.empty()));
    }
}
