package vn.soto.page.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.MissingNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.FormState.Fault;

/**
 * The form of any command, made from the command's description and filled in from the address, the account and the fact
 * that is corrected. A preview of the changes comes first, unless they touch nothing that was reported. The command is
 * recorded once, however often the form is sent.
 */
@FormAt("/do/{command}")
record CommandFormPage(Clock clock) implements FormPage {

    private static final String APPROVE = "approve-plan";
    private static final ApiAnswer NONE = new ApiAnswer("", "", Shown.OK, MissingNode.getInstance());

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return CommandSheet.of(
                asked,
                name(asked),
                asked.given(),
                sheet -> filled(asked, sheet.command())
                        .flatMap(typed -> asShown(sheet.with(typed)))
                        .flatMap(CommandFormPage::opened));
    }

    /** An approval is of what the plan is about now, which the form shows. */
    private static Mono<CommandSheet> asShown(CommandSheet sheet) {
        return proposal(sheet)
                .map(plan -> plan.answer()
                        .get("content")
                        .optional()
                        .map(content -> sheet.with(sheet.typed().with("content", content)))
                        .orElse(sheet));
    }

    /** One in which nothing is left to fill in opens with what it would change, or with why it would be refused. */
    private static Mono<Outcome> opened(CommandSheet sheet) {
        FormState state = state(sheet);
        return state.isLight() || state.isFilled() || sheet.typed().has("_field") || !state.isComplete()
                ? shown(sheet, List.of(), null, Shown.OK)
                : body(sheet)
                        .flatMap(body -> check(sheet, body, List.of(), preview -> false))
                        .map(outcome -> outcome instanceof Shown opened ? Shown.of(opened.view()) : outcome);
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(asked, name(asked), typed, sheet -> {
            String step = step(typed);
            return switch (step.split(":", 2)[0]) {
                case "check" ->
                    body(sheet)
                            .flatMap(body -> state(sheet).isLight()
                                    ? give(sheet, body)
                                    : check(
                                            sheet,
                                            body,
                                            List.of(),
                                            preview -> state(sheet).isOwn(sheet.page()) && preview.tellsNothing()));
                case "give" -> body(sheet).flatMap(body -> give(sheet, body));
                default -> shown(sheet, List.of(), null, Shown.OK);
            };
        });
    }

    private static String name(FormExchange asked) {
        return asked.variables().getOrDefault("command", "");
    }

    /** Enter in a field of a search searches; it sends nothing. */
    private static String step(Typed typed) {
        String step = typed.own("_step").orElse("check");
        boolean searches = typed.names().stream()
                .filter(name -> name.startsWith(Choosers.QUERY))
                .map(name -> name.substring(Choosers.QUERY.length()))
                .anyMatch(path -> !typed.text(Choosers.QUERY + path).equals(typed.text("_was." + path))
                        && !typed.text(Choosers.QUERY + path).isEmpty());
        return step.equals("check") && searches ? "search" : step;
    }

    /** The values of the form when it is opened. */
    private Mono<Typed> filled(FormExchange asked, Part command) {
        return Correction.filled(asked, command, asked.given())
                .map(typed -> typed.orElse(FormDefaults.of(command, asked.page(), clock.instant())));
    }

    private static Mono<Outcome> shown(
            CommandSheet sheet, List<Fault> faults, FormState.@Nullable Preview preview, int status) {
        return Mono.zip(Choosers.of(sheet.asked(), sheet.command(), sheet.typed(), sheet.opened()), proposal(sheet))
                .map(found -> {
                    FormState state = sheet.state(
                            found.getT1(),
                            faults.stream()
                                    .map(fault -> fault.naming(found.getT1()))
                                    .toList(),
                            preview);
                    return new View(
                            sheet.command().get("title").text(),
                            "command/form.jte",
                            Map.of("state", state, "proposal", found.getT2()));
                })
                .map(view -> Shown.refused(view, status));
    }

    /** The plan that a form approves; an answer to nothing for other forms. */
    private static Mono<ApiAnswer> proposal(CommandSheet sheet) {
        return sheet.command().get("name").text().equals(APPROVE)
                ? sheet.asked()
                        .ask("/api/plans/" + Addresses.encoded(sheet.typed().text("plan")))
                : Mono.just(NONE);
    }

    /**
     * @param faults to show beside what it would do
     * @param atOnce whether the command is given without asking again, by what it would do
     */
    private static Mono<Outcome> check(
            CommandSheet sheet, CommandBody body, List<Fault> faults, Predicate<FormState.Preview> atOnce) {
        return sheet.asked().tried(body, sheet.key()).flatMap(trial -> {
            if (!trial.isAccepted()) {
                return refused(sheet, trial);
            }
            return impact(sheet, trial)
                    .map(impact -> new FormState.Preview(trial.part(), impact))
                    .flatMap(preview ->
                            atOnce.test(preview) ? give(sheet, body) : shown(sheet, faults, preview, Shown.OK));
        });
    }

    private static Mono<Part> impact(CommandSheet sheet, CommandReply trial) {
        Part none = new Part("", MissingNode.getInstance());
        return !trial.part().get("events").isEmpty()
                ? sheet.asked().preview(trial.body()).map(CommandReply::part).defaultIfEmpty(none)
                : Mono.just(none);
    }

    private static Mono<Outcome> give(CommandSheet sheet, CommandBody body) {
        return sheet.give(body, Addresses.with(action(sheet), "to", ""), reply -> refused(sheet, reply));
    }

    private static Mono<CommandBody> body(CommandSheet sheet) {
        return Correction.sent(sheet.asked(), sheet.command(), sheet.typed())
                .map(sent -> CommandBody.of(sheet.command(), sent, sheet.asked().days()));
    }

    private static FormState state(CommandSheet sheet) {
        return sheet.state(Map.of(), List.of(), null);
    }

    private static String action(CommandSheet sheet) {
        return state(sheet).action(sheet.page());
    }

    private static Mono<Outcome> refused(CommandSheet sheet, CommandReply reply) {
        Part problem = reply.part();
        String code = problem.get("type").text();
        if (reply.isReused()) {
            CommandSheet anew = new CommandSheet(
                    sheet.asked(), sheet.command(), sheet.typed(), sheet.asked().newId());
            return shown(anew, List.of(new Fault("", sheet.page().t("form.reused"))), null, reply.status());
        }
        String text = reply.fault(sheet.page());
        if (code.endsWith(":plan-is-as-it-was-shown")) {
            return asShown(sheet)
                    .flatMap(now -> body(now)
                            .flatMap(body -> check(now, body, List.of(new Fault("", text)), preview -> false)));
        }
        List<Fault> faults = new ArrayList<>();
        faults.add(
                code.endsWith(":whoever-approves-has-just-shown-who-it-is")
                        ? Fault.untilSignedIn(text, action(sheet))
                        : new Fault(
                                shownAt(sheet.command(), problem.get("field").text()), text));
        int status = reply.refusal();
        return shown(sheet, faults, null, status);
    }

    /** The field beside which a fault stands: an item of a list has none of its own. */
    private static String shownAt(Part command, String field) {
        Set<String> names = new HashSet<>();
        command.get("fields").items().forEach(each -> names.add(each.get("name").text()));
        String path = field.replaceFirst("\\.[0-9]+$", "");
        return names.contains(path.split("\\.", 2)[0]) ? path : "";
    }
}
