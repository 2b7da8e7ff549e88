package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;
import vn.soto.page.form.Commands;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Option;
import vn.soto.page.form.Typed;

/** Decides to which of the new units households of a unit that was split belong: many at once, as one plan. */
@FormAt("/relocate-households")
final class RelocatePage implements FormPage {

    private static final String FROM = "from";
    private static final String UNIT = "unit";
    private static final String HOUSEHOLDS = "households";
    private static final String DAY = "effectiveFrom";
    private static final String COMMAND = "relocate-household";
    private static final int MOST = 200;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return shown(asked, asked.given(), List.of(), Shown.OK);
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed sent) {
        Typed typed = sent.with(FROM, asked.given().text(FROM));
        String step = typed.own("_step").orElse("give");
        if (!step.equals("give")) {
            return shown(asked, typed, List.of(), Shown.OK);
        }
        List<Fault> missing = new ArrayList<>();
        List.of(HOUSEHOLDS, UNIT, DAY).stream()
                .filter(field -> typed.text(field).isEmpty())
                .forEach(field -> missing.add(new Fault(field, asked.page().t("relocate.needs." + field))));
        if (!missing.isEmpty()) {
            return shown(asked, typed, missing, 422);
        }
        List<Commands.Line> lines = typed.all(HOUSEHOLDS).stream()
                .limit(MOST)
                .map(household -> new Commands.Line("", COMMAND, moved(asked, typed, household)))
                .toList();
        return asked.planned(
                        "reorganisation",
                        lines,
                        FormState.of(asked, typed, Map.of(), List.of()).key())
                .flatMap(reply -> {
                    Part plan = reply.part();
                    return reply.isAccepted()
                            ? Mono.just(new GoTo(Addresses.with(
                                    "/plans/"
                                            + Addresses.encoded(plan.get("plan").text()),
                                    "atLeast",
                                    plan.get("commit").text())))
                            : shown(asked, typed, List.of(new Fault("", reply.fault(asked.page()))), reply.refusal());
                });
    }

    private static ObjectNode moved(FormExchange asked, Typed typed, String household) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("household", household)
                .put(UNIT, typed.text(UNIT))
                .put(DAY, asked.days().day(typed.text(DAY)));
    }

    private static Mono<Outcome> shown(FormExchange asked, Typed typed, List<Fault> faults, int status) {
        String from = "/api/units/" + Addresses.encoded(typed.text(FROM));
        return asked.ask(List.of(from, from + "/households?limit=" + MOST)).map(answers -> {
            ApiAnswer unit = answers.getFirst();
            if (unit.isProblem() || answers.getLast().isProblem()) {
                return new Refused(unit.isProblem() ? unit : answers.getLast());
            }
            List<Option> households = answers.getLast().answer().get("items").items().stream()
                    .map(household -> new Option(
                            household.get("household").text(),
                            household.get("reference").text(),
                            household.get("name").text()))
                    .toList();
            List<Part> successors = unit.answer().get("successors").items();
            Typed known = typed.orElse(Map.of(
                    DAY,
                    successors.stream()
                            .map(link -> link.get(DAY).text())
                            .limit(1)
                            .toList()));
            Typed ticked = typed.text("_step").equals("all")
                    ? known.with(
                            HOUSEHOLDS, households.stream().map(Option::value).toList())
                    : known;
            return FormState.of(asked, ticked, Map.of(), faults)
                    .shown(
                            asked.page()
                                    .t(
                                            "relocate.title",
                                            unit.answer().get("name").text()),
                            "creation/relocate.jte",
                            Map.of(HOUSEHOLDS, households, "successors", successors),
                            status);
        });
    }
}
