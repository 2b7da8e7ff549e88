package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.Commands;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Option;
import vn.soto.page.form.Typed;

/**
 * Gives several households without anybody to a member at once; or, of a member who leaves ({@code from}), all that they look after to another,
 * as one plan.
 */
@Component
final class AssignPage implements FormPage {

    private static final String FIRST = "first";
    private static final int FIRST_HOUSEHOLDS = 10;
    private static final int MOST = 50;
    private static final int NOTHING_DONE = -1;
    private static final String DAY = "effectiveFrom";

    @Override
    public String path() {
        return "/assign-households";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        Typed given = asked.given();
        Map<String, List<String>> known = new HashMap<>();
        known.put(DAY, List.of(asked.page().me().answer().get("on").text()));
        Companions.onlyTeam(asked.page()).ifPresent(team -> known.put("team", List.of(team)));
        Typed typed = given.orElse(known);
        return shown(asked, typed, new Result(List.of(), NOTHING_DONE, ""), Shown.OK);
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        boolean gives = typed.own("_step").orElse("give").equals("give");
        if (!gives) {
            return shown(asked, typed, new Result(List.of(), NOTHING_DONE, ""), Shown.OK);
        }
        List<Fault> missing = Stream.of("team", "member")
                .filter(field -> typed.text(field).isEmpty())
                .map(field -> new Fault(field, asked.page().t("assign.needs." + field)))
                .toList();
        if (!missing.isEmpty()) {
            return shown(asked, typed, new Result(missing, NOTHING_DONE, ""), 422);
        }
        return typed.has(Assigning.FROM) ? handOver(asked, typed) : assign(asked, typed);
    }

    /** What became of what was sent. */
    private record Result(List<Fault> faults, int done, String plan) {}

    private static Mono<Outcome> assign(FormExchange asked, Typed typed) {
        List<Commands.Line> lines = typed.all(Assigning.HOUSEHOLDS).stream()
                .limit(MOST)
                .map(household -> new Commands.Line(
                        typed.text(Assigning.KEY + household),
                        "assign-household",
                        responsible(asked, typed).put("household", household)))
                .toList();
        if (lines.isEmpty()) {
            Fault none = new Fault(Assigning.HOUSEHOLDS, asked.page().t("assign.none"));
            return shown(asked, typed, new Result(List.of(none), NOTHING_DONE, ""), 422);
        }
        return asked.batch(lines).flatMap(answers -> {
            if (answers.stream().anyMatch(line -> isStatus(line, Commands.UNKNOWN))) {
                // Sent again with the same ids, what is done already is not done twice.
                Fault unknown = new Fault("", asked.page().t("form.text.unknown"));
                return shown(asked, typed, new Result(List.of(unknown), NOTHING_DONE, ""), 503);
            }
            List<Fault> faults = new ArrayList<>();
            answers.stream()
                    .filter(line -> !isDone(line))
                    .map(line -> line.path("detail").asString(asked.page().t("form.text.unknown")))
                    .distinct()
                    .forEach(text -> faults.add(new Fault(Assigning.HOUSEHOLDS, text)));
            int done = (int) answers.stream().filter(AssignPage::isDone).count();
            Typed left = typed.without(Assigning.HOUSEHOLDS).without("_key");
            long commit = answers.stream()
                    .mapToLong(line -> line.path("commit").asLong(0))
                    .max()
                    .orElse(0);
            return shown(
                    asked,
                    left.with("atLeast", String.valueOf(commit)),
                    new Result(faults, done, ""),
                    faults.isEmpty() ? Shown.OK : 422);
        });
    }

    private static boolean isDone(JsonNode line) {
        return isStatus(line, "done") || isStatus(line, "repeat");
    }

    private static boolean isStatus(JsonNode line, String status) {
        return line.path("status").asString("").equals(status);
    }

    private static ObjectNode responsible(FormExchange asked, Typed typed) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("team", typed.text("team"))
                .put("member", typed.text("member"))
                .put(DAY, asked.days().day(typed.text(DAY)));
    }

    private static Mono<Outcome> handOver(FormExchange asked, Typed typed) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("to").addObject().put("member", typed.text("member"));
        body.put(DAY, asked.days().day(typed.text(DAY)));
        String path = "/api/teams/" + Addresses.encoded(typed.text("team")) + "/members/"
                + Addresses.encoded(typed.text(Assigning.FROM)) + "/hand-over";
        return asked.give(new CommandBody(path, body), typed.text(Assigning.KEY + Assigning.FROM))
                .flatMap(reply -> {
                    Part answer = reply.part();
                    return reply.isAccepted()
                            ? shown(
                                    asked,
                                    typed,
                                    new Result(
                                            List.of(),
                                            (int) answer.get("steps").number(),
                                            answer.get("plan").text()),
                                    Shown.OK)
                            : shown(
                                    asked,
                                    typed,
                                    new Result(
                                            List.of(new Fault(
                                                    answer.get("field").text(), reply.fault(asked.page()))),
                                            NOTHING_DONE,
                                            ""),
                                    reply.refusal());
                });
    }

    private static Mono<Outcome> shown(FormExchange asked, Typed given, Result result, int status) {
        return Choosers.one(asked, "team", "team", false, given).flatMap(team -> {
            Typed typed = team.chosen().isEmpty() && team.all().size() == 1
                    ? given.with("team", team.all().getFirst().value())
                    : given;
            return Mono.zip(
                            Choosers.one(asked, "team", "team", false, typed),
                            Choosers.one(asked, Assigning.FROM, "member", false, typed),
                            Choosers.one(asked, "member", "member", false, typed),
                            households(asked, typed))
                    .map(found ->
                            form(asked, typed, result, found.getT1(), found.getT2(), found.getT3(), found.getT4()))
                    .map(form -> Shown.refused(
                            new View(
                                    asked.page().t(form.isHandOver() ? "assign.hand-over" : "assign.title"),
                                    "creation/assign.jte",
                                    Map.of("form", form)),
                            status));
        });
    }

    private static Assigning form(
            FormExchange asked,
            Typed typed,
            Result result,
            Chooser team,
            Chooser from,
            Chooser member,
            List<Option> households) {
        Typed ticked = typed.text("_step").equals(FIRST)
                ? typed.with(
                        Assigning.HOUSEHOLDS,
                        households.stream()
                                .limit(FIRST_HOUSEHOLDS)
                                .map(Option::value)
                                .toList())
                : typed;
        Map<String, String> keys = new HashMap<>();
        households.forEach(household -> keys.put(household.value(), key(asked, typed, household.value())));
        keys.put(Assigning.FROM, key(asked, typed, Assigning.FROM));
        return new Assigning(
                CommandSheet.to(asked, typed),
                ticked,
                households,
                team,
                from,
                member,
                keys,
                result.faults,
                result.done,
                result.plan);
    }

    private static String key(FormExchange asked, Typed typed, String household) {
        return typed.own(Assigning.KEY + household).orElseGet(asked::newId);
    }

    /** Those without anybody, of one unit or of all that the team covers. */
    private static Mono<List<Option>> households(FormExchange asked, Typed typed) {
        if (typed.has(Assigning.FROM)) {
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
