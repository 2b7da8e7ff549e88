package vn.soto.page.creation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.Part;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.Commands;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormField;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Option;
import vn.soto.page.form.Typed;

/**
 * Assigns several households without a member to one at once. With {@code from} it plans a hand-over of all households
 * of a member who leaves.
 */
@FormAt("/assign-households")
final class AssignPage implements FormPage {

    private static final String COMMAND = "assign-household";
    private static final String HOUSEHOLDS = "households";
    private static final String FROM = "from";
    private static final String DAY = "effectiveFrom";
    private static final String FIRST = "first";
    private static final int FIRST_HOUSEHOLDS = 10;
    private static final int MOST = 50;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        Map<String, List<String>> known = new HashMap<>();
        known.put(DAY, List.of(asked.page().me().answer().get("on").text()));
        asked.page().only("team").ifPresent(team -> known.put("team", List.of(team)));
        return CommandSheet.of(asked, COMMAND, asked.given().orElse(known), sheet -> shown(sheet, List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(asked, COMMAND, typed, sheet -> {
            if (!typed.own("_step").orElse("give").equals("give")) {
                return shown(sheet, List.of(), Shown.OK);
            }
            List<Fault> missing = Stream.of("team", "member")
                    .filter(field -> typed.text(field).isEmpty())
                    .map(field -> new Fault(field, asked.page().t("assign.needs." + field)))
                    .toList();
            if (!missing.isEmpty()) {
                return shown(sheet, missing, 422);
            }
            return typed.has(FROM) ? handOver(sheet) : assign(sheet);
        });
    }

    private static Mono<Outcome> assign(CommandSheet sheet) {
        Typed typed = sheet.typed();
        List<Commands.Line> lines = typed.all(HOUSEHOLDS).stream()
                .limit(MOST)
                .map(household -> new Commands.Line(
                        CommandSheet.derived(sheet.key(), household), COMMAND, responsible(sheet, household)))
                .toList();
        if (lines.isEmpty()) {
            return shown(sheet, List.of(new Fault(HOUSEHOLDS, sheet.page().t("assign.none"))), 422);
        }
        return sheet.asked().batch(lines).flatMap(reply -> {
            if (reply.isUnknown()) {
                // Sent again with the same ids, what is done already is not done twice.
                return shown(sheet, List.of(new Fault("", sheet.page().t("form.text.unknown"))), 503);
            }
            List<Fault> faults = reply.refusals(sheet.page()).values().stream()
                    .distinct()
                    .map(text -> new Fault(HOUSEHOLDS, text))
                    .toList();
            Typed left = typed.without(HOUSEHOLDS)
                    .with("_key", sheet.asked().newId())
                    .with("atLeast", String.valueOf(reply.commit()));
            return shown(sheet.with(left), faults, Map.of("done", reply.recorded()), faults.isEmpty() ? Shown.OK : 422);
        });
    }

    /** The command for one household: a line of a batch names all of its fields. */
    private static ObjectNode responsible(CommandSheet sheet, String household) {
        return CommandBody.of(sheet.command(), sheet.typed(), sheet.asked().days())
                .json()
                .put("household", household);
    }

    private static Mono<Outcome> handOver(CommandSheet sheet) {
        Typed typed = sheet.typed();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("to").addObject().put("member", typed.text("member"));
        body.put(DAY, sheet.asked().days().day(typed.text(DAY)));
        String path = "/api/teams/" + Addresses.encoded(typed.text("team")) + "/members/"
                + Addresses.encoded(typed.text(FROM)) + "/hand-over";
        return sheet.asked().give(new CommandBody(path, body), sheet.key()).flatMap(reply -> {
            Part answer = reply.part();
            return reply.isAccepted()
                    ? shown(
                            sheet,
                            List.of(),
                            Map.of(
                                    "done",
                                    answer.get("steps").number(),
                                    "plan",
                                    answer.get("plan").text()),
                            Shown.OK)
                    : shown(
                            sheet,
                            List.of(new Fault(answer.get("field").text(), reply.fault(sheet.page()))),
                            reply.refusal());
        });
    }

    private static Mono<Outcome> shown(CommandSheet sheet, List<Fault> faults, int status) {
        return shown(sheet, faults, Map.of(), status);
    }

    /** @param done how many households were just given, and by which plan if they are handed over; empty if none was to be */
    private static Mono<Outcome> shown(CommandSheet sheet, List<Fault> faults, Map<String, Object> done, int status) {
        boolean handsOver = sheet.typed().has(FROM);
        List<FormField> fields = Stream.of("team", FROM, "member")
                .filter(path -> handsOver || !path.equals(FROM))
                .map(path -> FormField.of(path, path.equals(FROM) ? "member" : path, false, path.equals("team")))
                .toList();
        return Choosers.filled(sheet.asked(), fields, sheet.typed())
                .flatMap(filled -> households(sheet.asked(), filled.typed()).map(households -> {
                    Map<String, Object> values = new HashMap<>(done);
                    values.put(HOUSEHOLDS, households);
                    return sheet.with(ticked(filled.typed(), households))
                            .state(filled.choosers(), faults, null)
                            .shown(
                                    sheet.page().t(handsOver ? "assign.hand-over" : "assign.title"),
                                    "creation/assign.jte",
                                    values,
                                    status);
                }));
    }

    private static Typed ticked(Typed typed, List<Option> households) {
        return typed.text("_step").equals(FIRST)
                ? typed.with(
                        HOUSEHOLDS,
                        households.stream()
                                .limit(FIRST_HOUSEHOLDS)
                                .map(Option::value)
                                .toList())
                : typed;
    }

    /** Those without anybody, of one unit or of all that the team covers. */
    private static Mono<List<Option>> households(FormExchange asked, Typed typed) {
        if (typed.has(FROM)) {
            return Mono.just(List.of());
        }
        Mono<List<String>> units =
                typed.text("unit").isEmpty() && !typed.text("team").isEmpty()
                        ? asked.ask("/api/teams/" + Addresses.encoded(typed.text("team")))
                                .map(team -> team.answer().get("coverage").items().stream()
                                        .map(Part::text)
                                        .toList())
                        : Mono.just(typed.all("unit"));
        return units.flatMapMany(Flux::fromIterable)
                .flatMapSequential(unit -> asked.ask(Addresses.with(
                        "/api/units/" + Addresses.encoded(unit) + "/households?unassigned=true&limit=" + MOST,
                        "atLeast",
                        typed.text("atLeast"))))
                .flatMapIterable(answer -> answer.answer().get("items").items())
                .map(household -> new Option(
                        household.get("household").text(),
                        household.get("reference").text(),
                        household.get("name").text()))
                .take(MOST)
                .collectList();
    }
}
