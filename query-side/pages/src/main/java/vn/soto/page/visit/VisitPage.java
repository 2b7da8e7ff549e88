package vn.soto.page.visit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Option;
import vn.soto.page.form.Typed;

/**
 * Records a visit: member, team and time are the account's and now, the household comes with the page that led here or is chosen of the
 * member's own. There is no preview; the receipt takes it back. Opened from a support request it takes and resolves that too.
 */
@Component
final class VisitPage implements FormPage {

    static final String PATH = "/visit";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return request(asked, asked.given())
                .flatMap(request -> shown(asked, filled(asked, request), request, List.of(), Shown.OK));
    }

    /** What is known when the page opens. */
    private static Typed filled(FormExchange asked, Part request) {
        Map<String, List<String>> known = new HashMap<>();
        known.put("content.mode", List.of("SELF_PERFORMED"));
        known.put("content.channel", List.of("HOME_VISIT"));
        known.put("content.outcome", List.of("DONE"));
        request.get("household").optional().ifPresent(household -> known.put("household", List.of(household)));
        VisitForm.own(asked.page(), "team").ifPresent(team -> known.put("team", List.of(team)));
        asked.page().me().answer().get("member").optional().ifPresent(member -> known.put("helpers", List.of(member)));
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
            return request.exists() ? withRequest(asked, whole, request) : alone(asked, whole);
        });
    }

    private static boolean searches(Typed typed) {
        return Stream.of("household", "helpers", "team")
                .anyMatch(path -> !typed.text(Choosers.QUERY + path).isEmpty()
                        && !typed.text(Choosers.QUERY + path).equals(typed.text("_was." + path)));
    }

    private Mono<Outcome> alone(FormExchange asked, Typed typed) {
        VisitForm form = new VisitForm(asked, typed);
        return form.missing().isEmpty()
                ? asked.give(form.command(), form.key()).flatMap(reply -> answered(asked, typed, reply))
                : shown(asked, typed, VisitForm.none(), form.missing(), VisitForm.REFUSED);
    }

    private Mono<Outcome> answered(FormExchange asked, Typed typed, CommandReply reply) {
        Part answer = reply.part();
        return reply.isAccepted()
                ? Mono.just(recorded(
                        asked,
                        answer.get("commit").text(),
                        answer.get("created").item(0).text()))
                : refused(asked, typed, VisitForm.none(), answer, reply.status());
    }

    /** The request is taken, if nobody has, the visit recorded, and the request resolved with it. */
    private Mono<Outcome> withRequest(FormExchange asked, Typed typed, Part request) {
        VisitForm form = new VisitForm(asked, typed);
        if (!form.missing().isEmpty()) {
            return shown(asked, typed, request, form.missing(), VisitForm.REFUSED);
        }
        return asked.batch(form.lines(request)).flatMap(lines -> {
            Optional<JsonNode> wrong = lines.stream()
                    .filter(line -> !List.of("done", "repeat")
                            .contains(line.path("status").asString("")))
                    .findFirst();
            return wrong.isPresent()
                    ? refused(asked, typed, request, new Part("", wrong.get()), VisitForm.REFUSED)
                    : Mono.just(recorded(asked, lines.getLast().path("commit").asString(""), form.key()));
        });
    }

    private static Outcome recorded(FormExchange asked, String commit, String record) {
        String from = asked.page().me().answer().get("account").text() + " " + address(asked);
        return new GoTo(Addresses.with(
                Addresses.with(Addresses.with(VisitReceiptPage.PATH, "commit", commit), "assistance", record),
                "draft",
                from.substring(from.indexOf(' ') + 1)));
    }

    /** A draft is of the page as it was opened. */
    static String address(FormExchange asked) {
        String address = PATH;
        for (String name : List.of("household", "request")) {
            address = Addresses.with(address, name, asked.given().text(name));
        }
        return address;
    }

    private Mono<Outcome> refused(FormExchange asked, Typed typed, Part request, Part problem, int status) {
        boolean reused = problem.get("type").text().endsWith(":command-id-reused");
        String text = reused
                ? asked.page().t("form.reused")
                : problem.get("detail").optional().orElse(asked.page().t("form.text.unknown"));
        return shown(
                asked,
                reused ? typed.with("_key", asked.newId()) : typed,
                request,
                List.of(new Fault(problem.get("field").text(), text)),
                status < VisitForm.REFUSED_FROM ? VisitForm.UNKNOWN : status);
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
                        mine(typed, "helpers", page.me().answer().get("member").optional())
                                .orElseGet(() -> Choosers.one(asked, "helpers", "member", true, typed)),
                        mine(typed, "team", VisitForm.own(page, "team"))
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

    /** Who records for themselves, in their only team, is not asked for it. */
    private static Optional<Mono<Chooser>> mine(Typed typed, String path, Optional<String> known) {
        return known.filter(id -> typed.all(path).isEmpty() || typed.all(path).equals(List.of(id)))
                .map(id -> Mono.just(new Chooser(
                        List.of(Option.of(id, "")), List.of(), "", false, path.equals("helpers"), "", true)));
    }

    /** What the member did this quarter; empty of somebody who is no member. */
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
