package vn.soto.page.recognition;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.FormAddresses;
import vn.soto.page.Part;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.Commands;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormField;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * A step of a round of recognition. The page carries who was nominated, what was scored and as of when it was compared;
 * people choose and give reasons.
 */
@FormAt(RoundStepPage.PATH + "{command}")
final class RoundStepPage implements FormPage {

    static final String PATH = "/round-step/";
    private static final String ROUND = "round";
    private static final String WHO = "who";
    private static final String FIGURES = "figures";
    private static final String CONTENT = "content";
    private static final String COMPARED_AT = "comparedAt";
    private static final String OTHERS = "others";
    private static final String PERSON = "member:";
    private static final String TEAM = "team:";

    /** Teams whose members are listed before a scoring; others are found by their names. */
    private static final int LISTED_TEAMS = 3;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return sheet(asked, asked.given(), sheet -> step(sheet).flatMap(step -> shown(opened(sheet, step), step)));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return sheet(
                asked,
                typed,
                sheet -> typed.own("_step").orElse("give").equals("give")
                        ? give(sheet)
                        : step(sheet).flatMap(step -> shown(sheet, step)));
    }

    private static Mono<Outcome> sheet(FormExchange asked, Typed typed, Function<CommandSheet, Mono<Outcome>> then) {
        String command = asked.variables().getOrDefault("command", "");
        return FormAddresses.ROUND_STEPS.contains(command)
                ? CommandSheet.of(asked, command, typed, then)
                : Mono.just(new GoTo("/do/" + Addresses.encoded(command)));
    }

    private static String command(CommandSheet sheet) {
        return sheet.command().get("name").text();
    }

    /** The answers that the page of the step shows; the scores of today where it compares them. */
    private static Mono<RoundStep> step(CommandSheet sheet) {
        String command = command(sheet);
        String round =
                "/api/recognition-rounds/" + Addresses.encoded(sheet.typed().text(ROUND)) + one(sheet, command);
        List<String> questions = Stream.concat(
                        Stream.of(round, "/api/recognition-rules"),
                        RoundStep.COMPARED.contains(command) ? Stream.of(round + "/present-scores") : Stream.of())
                .toList();
        return sheet.asked()
                .ask(questions)
                .map(answers -> new RoundStep(
                        command,
                        answers.getFirst(),
                        answers.get(1),
                        answers.size() > 2 && !answers.get(2).isProblem() ? answers.get(2) : null));
    }

    /** An objection to a known score is about that alone, which whoever does not see the round may see. */
    private static String one(CommandSheet sheet, String command) {
        String who = sheet.typed().text(WHO);
        return command.equals(RoundStep.OBJECT) && !who.isEmpty() ? "/candidates/" + Addresses.encoded(who) : "";
    }

    /** Fills in the scores that are decided on, the order of the scores, and the figures that have fallen since. */
    private static CommandSheet opened(CommandSheet sheet, RoundStep step) {
        Map<String, List<String>> known = new HashMap<>();
        Part about = step.round().answer().get("about");
        List<RoundStep.Choice> choices = step.choices(sheet.page());
        if (step.isDecision()) {
            known.put(CONTENT, List.of(about.at("pin/content").text()));
            IntStream.range(0, (int) Math.min(about.get("quota").number(), choices.size()))
                    .forEach(place -> known.put("row." + place + ".place", List.of(String.valueOf(place + 1))));
        }
        if (step.command().equals(RoundStep.PUBLISH)) {
            known.put(WHO, choices.stream().map(RoundStep.Choice::value).toList());
        } else if (choices.size() == 1) {
            known.put(WHO, List.of(choices.getFirst().value()));
        }
        if (step.command().equals(RoundStep.ANSWER)) {
            known.put("objectionNumber", step.firstOpen());
        }
        if (step.isMoved() && step.present() != null) {
            known.put(
                    COMPARED_AT,
                    List.of(step.present().freshness().get("commit").text()));
        }
        if (step.command().equals(RoundStep.CONSENT)) {
            known.put("textVersion", List.of("1"));
            known.put("day", List.of(sheet.page().me().answer().get("on").text()));
        }
        Typed typed = sheet.typed().orElse(known);
        return sheet.with(
                step.command().equals(RoundStep.REVOKE)
                        ? typed.orElse(Map.of(FIGURES, step.fallen(typed.text(WHO))))
                        : typed);
    }

    private static Mono<Outcome> give(CommandSheet sheet) {
        Typed typed = sheet.typed();
        String kind = typed.text("kind").equals("COLLECTIVE") ? TEAM : PERSON;
        List<String> who = Stream.concat(
                        typed.all(WHO).stream(), typed.all(OTHERS).stream().map(id -> kind + id))
                .distinct()
                .toList();
        boolean chooses = !Set.of(RoundStep.DECIDE, RoundStep.ANSWER).contains(command(sheet));
        if (chooses && who.isEmpty()) {
            return refused(sheet, new Fault(chosenIn(typed), sheet.page().t("round.choose")), 422);
        }
        if (command(sheet).equals(RoundStep.NOMINATE)) {
            return nominate(sheet, who);
        }
        Typed named = switch (command(sheet)) {
            case RoundStep.DECIDE -> placed(typed);
            case RoundStep.PUBLISH -> listed(typed, "honoured", who);
            case RoundStep.ANSWER -> typed;
            default -> candidate(typed, "candidate", who.getFirst());
        };
        return sheet.give(
                CommandBody.of(sheet.command(), named, sheet.asked().days()),
                PATH + command(sheet),
                reply -> refused(sheet, fault(sheet, reply), reply.refusal()));
    }

    /** The field in which people were chosen. */
    private static String chosenIn(Typed typed) {
        return typed.has(Choosers.QUERY + OTHERS) ? OTHERS : WHO;
    }

    private static Fault fault(CommandSheet sheet, CommandReply reply) {
        String field = reply.part().get("field").text();
        boolean own = Stream.of("candidate", "places", "honoured", CONTENT).anyMatch(field::startsWith);
        return new Fault(own ? WHO : field, reply.fault(sheet.page()));
    }

    private static Typed candidate(Typed typed, String path, String who) {
        return typed.with(path + ".kind", kind(who)).with(path + ".id", id(who));
    }

    private static String kind(String who) {
        return who.startsWith(PERSON) ? "INDIVIDUAL" : "COLLECTIVE";
    }

    private static String id(String who) {
        return who.substring(who.indexOf(':') + 1);
    }

    private static Typed listed(Typed typed, String path, List<String> who) {
        Typed named = typed;
        for (int index = 0; index < who.size(); index++) {
            named = candidate(named, path + "." + index, who.get(index));
        }
        return named;
    }

    /** The rows that have a place, in the order of their places. */
    private static Typed placed(Typed typed) {
        List<Integer> rows = typed.rows("row").stream()
                .filter(row -> typed.text("row." + row + ".place").matches("[0-9]{1,4}"))
                .sorted(Comparator.comparing(row -> Integer.valueOf(typed.text("row." + row + ".place"))))
                .toList();
        Typed named = typed;
        for (int place = 0; place < rows.size(); place++) {
            String row = "row." + rows.get(place);
            String path = "places." + place;
            named = candidate(named, path + ".candidate", typed.text(row + ".who"))
                    .with(path + ".reason", typed.text(row + ".reason"));
        }
        return named;
    }

    /** Each nomination is a command; sent again they are the same commands. */
    private static Mono<Outcome> nominate(CommandSheet sheet, List<String> who) {
        List<Commands.Line> lines = who.stream()
                .map(each -> new Commands.Line(
                        CommandSheet.derived(sheet.key(), each), RoundStep.NOMINATE, nomination(sheet, each)))
                .toList();
        return sheet.asked().batch(lines).flatMap(reply -> {
            Collection<String> faults = reply.refusals(sheet.page()).values();
            return faults.isEmpty()
                    ? Mono.just(new GoTo(Addresses.with(
                            CommandSheet.to(sheet.asked(), sheet.typed()), "atLeast", String.valueOf(reply.commit()))))
                    : refused(sheet, new Fault(chosenIn(sheet.typed()), String.join(" ", faults)), 422);
        });
    }

    private static ObjectNode nomination(CommandSheet sheet, String who) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put(ROUND, sheet.typed().text(ROUND));
        line.putObject("candidate").put("kind", kind(who)).put("id", id(who));
        return line;
    }

    private static Mono<Outcome> refused(CommandSheet sheet, Fault fault, int status) {
        return step(sheet).flatMap(step -> shown(sheet, step, List.of(fault), status));
    }

    private static Mono<Outcome> shown(CommandSheet sheet, RoundStep step) {
        return shown(sheet, step, List.of(), Shown.OK);
    }

    private static Mono<Outcome> shown(CommandSheet sheet, RoundStep step, List<Fault> faults, int status) {
        if (step.round().isProblem()) {
            return Mono.just(new Refused(step.round()));
        }
        return choosers(sheet, step)
                .map(filled -> sheet.with(filled.typed())
                        .state(filled.choosers(), faults, null)
                        .shown(
                                sheet.command().get("title").text(),
                                "recognition/step.jte",
                                Map.of("step", step),
                                status));
    }

    /** The fields that choose somebody whom the answer of the round does not name. */
    private static Mono<Choosers.FilledForm> choosers(CommandSheet sheet, RoundStep step) {
        FormExchange asked = sheet.asked();
        Typed typed = sheet.typed();
        if (step.command().equals(RoundStep.CONSENT)) {
            return teamOf(typed, asked)
                    .flatMap(filled -> Choosers.filled(
                            asked,
                            List.of(
                                    FormField.of("team", "team", false, true),
                                    FormField.of("witness", "member", false, true)),
                            filled));
        }
        if (!step.isBeforeScores()) {
            return Mono.just(new Choosers.FilledForm(typed, Map.of()));
        }
        Part about = step.round().answer().get("about");
        String unit = about.get("unit").text();
        if (!about.get("kind").text().equals("INDIVIDUAL")) {
            return others(sheet, Choosers.one(asked, OTHERS, "team", true, typed.with("unit", unit)));
        }
        return asked.ask("/api/teams?unit=" + Addresses.encoded(unit) + "&limit=" + LISTED_TEAMS)
                .map(teams -> teams.answer().get("items").items().stream()
                        .map(team -> team.get("team").text())
                        .toList())
                .flatMap(
                        teams -> others(sheet, Choosers.one(asked, OTHERS, "member", true, typed.with("team", teams))));
    }

    /** The team is that of the person who agrees, unless another is chosen. */
    private static Mono<Typed> teamOf(Typed typed, FormExchange asked) {
        String who = typed.text(WHO);
        if (!typed.text("team").isEmpty() || !who.startsWith(PERSON)) {
            return Mono.just(typed);
        }
        return asked.ask("/api/members/" + Addresses.encoded(who.substring(PERSON.length())) + "/memberships")
                .map(memberships -> memberships.answer().items().stream()
                        .filter(membership -> !membership.get("until").exists())
                        .findFirst()
                        .map(membership ->
                                typed.with("team", membership.get("team").text()))
                        .orElse(typed));
    }

    private static Mono<Choosers.FilledForm> others(CommandSheet sheet, Mono<Chooser> chooser) {
        return chooser.map(each -> new Choosers.FilledForm(sheet.typed(), Map.of(OTHERS, each)));
    }
}
