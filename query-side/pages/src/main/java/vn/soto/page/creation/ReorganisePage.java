package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.Part;
import vn.soto.page.SentContent;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormField;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * Merges or splits units by choosing them: first what that touches, then one plan of all of it. It sends the file that somebody
 * else would write, so it is decided as that is.
 */
@FormAt(ReorganisePage.PATH)
final class ReorganisePage implements FormPage {

    static final String PATH = "/reorganise";
    private static final String KIND = "reorganisations";
    private static final String DAY = "effectiveFrom";
    private static final String NUMBER = "instrument";
    private static final String SIGNED = "signedOn";
    private static final int UNPROCESSABLE = 422;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        Typed given = asked.given();
        String unit = given.text("unit");
        Typed known = unit.isEmpty() ? given : given.with(ReorganisedUnits.UNITS, unit);
        return shown(asked, known.orElse(Map.of("what", List.of("merge"))), List.of(), Map.of(), Shown.OK);
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        String step = typed.own("_step").orElse("check");
        if (!step.equals("check") && !step.equals("record")) {
            return shown(asked, typed, List.of(), Map.of(), Shown.OK);
        }
        ReorganisedUnits units = ReorganisedUnits.of(typed);
        List<Fault> missing = missing(asked, typed, units);
        return missing.isEmpty()
                ? asked.ask("/api/units/" + Addresses.encoded(units.units().getFirst()))
                        .flatMap(first -> decided(asked, typed, units.rows(first), step.equals("record")))
                : shown(asked, typed, missing, Map.of(), UNPROCESSABLE);
    }

    private static List<Fault> missing(FormExchange asked, Typed typed, ReorganisedUnits units) {
        List<Fault> missing = new ArrayList<>();
        if (units.units().isEmpty()) {
            missing.add(new Fault(ReorganisedUnits.UNITS, asked.page().t("reorganise.needs.units")));
        }
        if (units.existing().isEmpty() && units.names().isEmpty()) {
            missing.add(new Fault(ReorganisedUnits.NAMES, asked.page().t("reorganise.needs.successor")));
        }
        List.of(NUMBER, SIGNED, DAY).stream()
                .filter(field -> typed.text(field).isEmpty())
                .forEach(field -> missing.add(new Fault(field, asked.page().t("reorganise.needs." + field))));
        return missing;
    }

    private static Mono<Outcome> decided(FormExchange asked, Typed typed, String rows, boolean records) {
        String query = Addresses.with("?dryRun=" + !records, NUMBER, typed.text(NUMBER));
        query = Addresses.with(query, SIGNED, asked.days().day(typed.text(SIGNED)));
        query = Addresses.with(query, DAY, asked.days().day(typed.text(DAY)));
        return asked.imported(KIND, SentContent.ofRows(rows), query.substring(1))
                .flatMap(reply -> {
                    Part said = reply.part();
                    if (!reply.isAccepted()) {
                        return shown(
                                asked,
                                typed,
                                List.of(new Fault(field(said), reply.fault(asked.page()))),
                                Map.of(),
                                reply.refusal());
                    }
                    if (!records) {
                        return preview(asked, typed, reply);
                    }
                    String plan = "/plans/" + Addresses.encoded(said.get("plan").text());
                    return Mono.just(new GoTo(
                            Addresses.with(plan, "atLeast", said.get("commit").text())));
                });
    }

    private static String field(Part problem) {
        String field = problem.get("field").text();
        return List.of(NUMBER, SIGNED, DAY).contains(field) ? field : "";
    }

    /** Shows the effects, with the accounts that were granted a right in a unit that ends. */
    private static Mono<Outcome> preview(FormExchange asked, Typed typed, CommandReply reply) {
        Part report = reply.part();
        if (report.get("wrong").number() > 0) {
            List<Fault> faults = FileFault.of(report).stream()
                    .map(fault -> new Fault(ReorganisedUnits.UNITS, fault.cause()))
                    .distinct()
                    .toList();
            return shown(asked, typed, faults, Map.of(), UNPROCESSABLE);
        }
        Part effects = report.get("reorganisation");
        return Flux.fromIterable(effects.get("ending").items())
                .flatMapSequential(unit -> asked.ask("/api/accounts?limit=200&unit="
                        + Addresses.encoded(unit.get("unit").text())))
                .filter(answer -> !answer.isProblem())
                .flatMapIterable(answer -> answer.answer().get("items").items().stream()
                        .filter(account -> account.get("rights").items().stream()
                                .anyMatch(right -> answer.address()
                                        .endsWith("unit="
                                                + Addresses.encoded(
                                                        right.get("unit").text()))))
                        .toList())
                .map(account -> account.get("account").text())
                .distinct()
                .count()
                .flatMap(accounts ->
                        shown(asked, typed, List.of(), Map.of("effects", effects, "accounts", accounts), Shown.OK));
    }

    private static Mono<Outcome> shown(
            FormExchange asked, Typed typed, List<Fault> faults, Map<String, Object> more, int status) {
        List<FormField> fields = List.of(
                FormField.of(ReorganisedUnits.UNITS, "unit", true, false),
                FormField.of(ReorganisedUnits.SUCCESSORS, "unit", true, false));
        return Choosers.filled(asked, fields, typed).map(filled -> {
            Map<String, Object> values = new HashMap<>(more);
            return FormState.of(asked, filled.typed(), filled.choosers(), faults)
                    .shown(asked.page().t("reorganise.title"), "creation/reorganise.jte", values, status);
        });
    }
}
