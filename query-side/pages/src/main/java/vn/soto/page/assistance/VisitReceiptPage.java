package vn.soto.page.assistance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** The receipt of a visit: which of the quarter it is, and for a minute the way to take it back. It may be opened again. */
@FormAt(VisitReceiptPage.PATH)
record VisitReceiptPage(Clock clock) implements FormPage {

    static final String PATH = "/visit/done";
    static final String REQUEST = "request";

    /** As long as the command side takes it back as one that was just recorded. */
    private static final Duration UNDONE = Duration.ofSeconds(60);

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return shown(asked, asked.given(), List.of(), Shown.OK);
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return Mono.just(new GoTo(asked.page().address()));
    }

    /** @param of says which visit, and as of which commit it is known */
    Mono<Outcome> shown(FormExchange asked, Typed of, List<Fault> faults, int status) {
        String commit = of.text("commit").matches("[0-9]{1,15}") ? of.text("commit") : "0";
        String record =
                Addresses.with("/api/assistances/" + Addresses.encoded(of.text("assistance")), "atLeast", commit);
        return asked.ask(record).flatMap(answer -> {
            if (answer.isProblem()) {
                return Mono.just(new Refused(answer));
            }
            return further(asked, answer, commit, of).map(further -> {
                VisitReceipt receipt = receipt(asked, answer, further, commit, of);
                return Shown.refused(
                        new View(
                                asked.page().t("visit.title"),
                                "visit/receipt.jte",
                                Map.of("receipt", receipt, "faults", faults)),
                        status);
            });
        });
    }

    private static Mono<List<ApiAnswer>> further(FormExchange asked, ApiAnswer record, String commit, Typed of) {
        List<String> questions = new ArrayList<>();
        questions.add("/api/catalogue");
        record.answer().get("household").optional().ifPresent(id -> questions.add("/api/households/" + id));
        asked.page()
                .me()
                .answer()
                .get("member")
                .optional()
                .ifPresent(member -> questions.add("/api/members/" + member + "/activity?limit=1&atLeast=" + commit));
        of.own(REQUEST).ifPresent(request -> questions.add(Addresses.with(VisitForm.of(request), "atLeast", commit)));
        return asked.ask(questions);
    }

    private VisitReceipt receipt(
            FormExchange asked, ApiAnswer record, List<ApiAnswer> further, String commit, Typed of) {
        Part visit = record.answer();
        String household = visit.get("household").text();
        long number = further.stream()
                .filter(answer -> answer.question().endsWith("/activity"))
                .map(answer -> answer.answer().get("assistances").number())
                .findFirst()
                .orElse(0L);
        return new VisitReceipt(
                Long.parseLong(commit),
                visit.get("assistance").text(),
                visit.get("voided").isTrue() ? 0 : number,
                said(visit, further, asked.page()),
                household.isEmpty() ? "" : Addresses.with("/households/" + household, "atLeast", commit),
                Addresses.with("/assistances/" + visit.get("assistance").text(), "atLeast", commit),
                visit.get("voided").isTrue() ? 0 : left(visit),
                asked.newId(),
                of.text(REQUEST),
                further.stream().anyMatch(answer -> settles(visit, answer)),
                draft(asked, of));
    }

    private static String draft(FormExchange asked, Typed of) {
        String draft = of.text("draft");
        return draft.startsWith(VisitPage.PATH) ? asked.page().draft(draft) : "";
    }

    /** Whether an answer is about a request that was settled with a visit. */
    private static boolean settles(Part visit, ApiAnswer answer) {
        List<Part> steps = answer.answer().get("steps").items();
        return answer.answer().get("state").text().equals("RESOLVED")
                && !steps.isEmpty()
                && steps.getLast()
                        .get("assistance")
                        .text()
                        .equals(visit.get("assistance").text());
    }

    /** Seconds left by the server's time; the command side decides by the same. */
    private long left(Part visit) {
        String recorded = visit.get("versions").item(0).get("recorded").text();
        return recorded.isEmpty()
                ? 0
                : Math.max(
                        0,
                        Duration.between(
                                        clock.instant(), Instant.parse(recorded).plus(UNDONE))
                                .toSeconds());
    }

    private static String said(Part visit, List<ApiAnswer> further, PageContext page) {
        Map<String, String> services = further.getFirst().answer().get("services").items().stream()
                .map(each -> Services.option(each, page))
                .collect(Collectors.toMap(each -> each.value(), each -> each.name(), (one, other) -> one));
        List<String> said = new ArrayList<>();
        further.stream()
                .filter(answer -> answer.question().equals("/api/households/{household}"))
                .map(answer -> Optional.of(answer.answer().at("contact/name"))
                        .filter(Part::exists)
                        .map(name -> name.text() + " ("
                                + answer.answer().get("reference").text() + ")")
                        .orElse(answer.answer().get("reference").text()))
                .forEach(said::add);
        visit.at("statement/services").items().forEach(code -> said.add(services.getOrDefault(code.text(), "")));
        said.add(page.value("mode", visit.at("statement/mode").text()));
        said.removeIf(String::isEmpty);
        return String.join(" · ", said);
    }
}
