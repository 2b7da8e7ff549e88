package vn.soto.page.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.MissingNode;
import vn.soto.page.Addresses;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.FormState.Fault;

/**
 * The form of any command, made from the command's description and filled in from the address, the account and the fact that is
 * corrected. What it would change is shown first, unless that is nothing anybody was told of; then it is given, once however often
 * it is sent.
 */
@Component
final class CommandFormPage implements FormPage {

    private static final String COMMANDS = "/api/commands/";

    @Override
    public String path() {
        return "/do/{command}";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return described(
                asked,
                command -> filled(asked, command)
                        .flatMap(typed ->
                                shown(new Sheet(asked, command, typed, key(asked, typed)), List.of(), null, Shown.OK)));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return described(asked, command -> {
            Sheet sheet = new Sheet(asked, command, typed, key(asked, typed));
            String step = step(typed);
            return switch (step.split(":", 2)[0]) {
                case "check" -> sheet.body().flatMap(body -> sheet.isLight() ? give(sheet, body) : check(sheet, body));
                case "give" -> sheet.body().flatMap(body -> give(sheet, body));
                default -> shown(sheet, List.of(), null, Shown.OK);
            };
        });
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

    /** A form that is being filled in. */
    private record Sheet(FormExchange asked, Part command, Typed typed, String key) {

        PageContext page() {
            return asked.page();
        }

        Mono<CommandBody> body() {
            return Correction.sent(asked, command, typed).map(sent -> CommandBody.of(command, sent, asked.days()));
        }

        String to() {
            String to = typed.own("_to").orElseGet(() -> asked.given().text("to"));
            return to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 ? to : "/";
        }

        Set<String> opened() {
            return typed.own("_step").filter(step -> step.startsWith("add:")).stream()
                    .map(step -> step.substring("add:".length()))
                    .collect(java.util.stream.Collectors.toSet());
        }

        FormState state(Map<String, Chooser> choosers, List<Fault> faults, FormState.@Nullable Preview preview) {
            return new FormState(command, key, to(), typed, choosers, opened(), faults, preview);
        }

        boolean isLight() {
            return state(Map.of(), List.of(), null).isLight();
        }
    }

    private static String key(FormExchange asked, Typed typed) {
        return typed.own("_key").orElseGet(asked::newId);
    }

    private interface Described {
        Mono<Outcome> with(Part command);
    }

    private static Mono<Outcome> described(FormExchange asked, Described then) {
        return asked.ask(COMMANDS + Addresses.encoded(asked.variables().getOrDefault("command", "")))
                .flatMap(answer -> answer.isProblem() ? Mono.just(new Refused(answer)) : then.with(answer.answer()));
    }

    /** What the form holds when it is opened. */
    private static Mono<Typed> filled(FormExchange asked, Part command) {
        return Correction.filled(asked, command, asked.given())
                .map(typed -> typed.orElse(FormDefaults.of(command, asked.page())));
    }

    private static Mono<Outcome> shown(
            Sheet sheet, List<Fault> faults, FormState.@Nullable Preview preview, int status) {
        return Choosers.of(sheet.asked, sheet.command, sheet.typed, sheet.opened())
                .map(choosers -> new View(
                        sheet.command.get("title").text(),
                        "command/form.jte",
                        Map.of(
                                "state",
                                sheet.state(
                                        choosers,
                                        faults.stream()
                                                .map(fault -> fault.naming(choosers))
                                                .toList(),
                                        preview))))
                .map(view -> Shown.refused(view, status));
    }

    private static Mono<Outcome> check(Sheet sheet, CommandBody body) {
        return sheet.asked.tried(body, sheet.key).flatMap(trial -> {
            if (!trial.isAccepted()) {
                return refused(sheet, trial);
            }
            return impact(sheet, trial)
                    .flatMap(impact -> shown(sheet, List.of(), new FormState.Preview(trial.part(), impact), Shown.OK));
        });
    }

    private static Mono<Part> impact(Sheet sheet, CommandReply trial) {
        Part none = new Part("", MissingNode.getInstance());
        return trial.part().get("events").exists()
                ? sheet.asked
                        .preview(trial.body())
                        .map(preview -> preview.isAccepted() ? preview.part() : none)
                        .defaultIfEmpty(none)
                : Mono.just(none);
    }

    private static Mono<Outcome> give(Sheet sheet, CommandBody body) {
        return sheet.asked
                .give(body, sheet.key)
                .flatMap(
                        reply -> reply.isAccepted() ? Mono.just(recorded(sheet, reply.part())) : refused(sheet, reply));
    }

    private static Outcome recorded(Sheet sheet, Part receipt) {
        List<Part> warnings = receipt.get("warnings").items();
        String address = Addresses.with(
                "/do/" + sheet.command.get("name").text() + "/done",
                "commit",
                receipt.get("commit").text());
        address = Addresses.with(address, "plan", receipt.get("plan").text());
        address = Addresses.with(address, "repeat", receipt.get("repeat").isTrue() ? "yes" : "");
        address = Addresses.with(address, "made", made(sheet.command, receipt));
        address = Addresses.with(address, "to", sheet.to().equals("/") ? "" : sheet.to());
        address = Addresses.with(
                address,
                "from",
                Addresses.with(sheet.state(Map.of(), List.of(), null).action(sheet.page()), "to", ""));
        if (warnings.isEmpty()) {
            return new GoTo(address);
        }
        // Said once, on the page that answers what was sent: sent again it is the same command, and says them again.
        return Shown.of(ReceiptPage.view(
                Typed.read(address.substring(address.indexOf("?") + 1)),
                sheet.command.get("name").text(),
                warnings.stream()
                        .map(warning -> Stream.of("text", "detail", "code")
                                .map(warning::get)
                                .filter(Part::exists)
                                .findFirst()
                                .map(Part::text)
                                .orElse(""))
                        .toList(),
                sheet.page()));
    }

    /** The page of what the command made. */
    private static String made(Part command, Part receipt) {
        Optional<Part> field =
                command.get("fields").items().stream().filter(FormField::isMade).findFirst();
        String id = receipt.get("created").item(0).text();
        return id.isEmpty()
                ? ""
                : field.flatMap(each -> ChoiceSource.of(each.get("of").text()))
                        .filter(source -> !source.one().isEmpty())
                        .map(source -> Addresses.page(source.one().replace("{id}", Addresses.encoded(id))))
                        .orElse("");
    }

    private static Mono<Outcome> refused(Sheet sheet, CommandReply reply) {
        Part problem = reply.part();
        String code = problem.get("type").text();
        if (code.endsWith(":command-id-reused")) {
            Sheet anew = new Sheet(sheet.asked, sheet.command, sheet.typed, sheet.asked.newId());
            return shown(anew, List.of(new Fault("", sheet.page().t("form.reused"))), null, reply.status());
        }
        String text = reply.fault(sheet.page());
        List<Fault> faults = new ArrayList<>();
        faults.add(
                code.endsWith(":whoever-approves-has-just-shown-who-it-is")
                        ? Fault.untilSignedIn(
                                text, sheet.state(Map.of(), List.of(), null).action(sheet.page()))
                        : new Fault(shownAt(sheet.command, problem.get("field").text()), text));
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
