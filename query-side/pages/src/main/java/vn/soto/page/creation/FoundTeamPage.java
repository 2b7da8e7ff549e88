package vn.soto.page.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.Part;
import vn.soto.page.View;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * Founds a team on one page: its decision, its neighbourhoods and its people by name. One command, so a team is there with all of its
 * people or not at all.
 */
@Component
final class FoundTeamPage implements FormPage {

    private static final String COMMAND = "/api/commands/form-team";
    private static final String COVERAGE = "coverage";
    private static final String ADD = "add";
    private static final int FEWEST = 3;

    @Override
    public String path() {
        return "/found-team";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return described(asked, command -> {
            Typed typed = asked.given();
            for (int row = 0; row < FEWEST; row++) {
                typed = withRow(asked, typed, row);
            }
            return shown(
                    asked,
                    command,
                    typed.with("leader", typed.text("members.0.member")),
                    List.of(),
                    List.of(),
                    Shown.OK);
        });
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return described(asked, command -> {
            String step = typed.own("_step").orElse("check");
            return switch (step) {
                case "check" -> check(asked, command, typed);
                case "give" -> give(asked, command, typed);
                case ADD -> shown(asked, command, withRow(asked, typed, next(typed)), List.of(), List.of(), Shown.OK);
                default -> shown(asked, command, typed, List.of(), List.of(), Shown.OK);
            };
        });
    }

    private interface Described {
        Mono<Outcome> with(Part command);
    }

    private static Mono<Outcome> described(FormExchange asked, Described then) {
        return asked.ask(COMMAND)
                .flatMap(answer -> answer.isProblem() ? Mono.just(new Refused(answer)) : then.with(answer.answer()));
    }

    /** People are entered by name: their ids are made here. */
    private static Typed withRow(FormExchange asked, Typed typed, int row) {
        return typed.with("members." + row + ".member", asked.newId());
    }

    private static int next(Typed typed) {
        List<Integer> rows = typed.rows(FoundingForm.MEMBERS);
        return rows.isEmpty() ? 0 : rows.getLast() + 1;
    }

    private Mono<Outcome> check(FormExchange asked, Part command, Typed typed) {
        return asked.tried(body(asked, command, typed), key(asked, typed)).flatMap(trial -> {
            if (!trial.isAccepted()) {
                return refused(asked, command, typed, trial);
            }
            List<String> warnings = warnings(trial.part());
            return warnings.isEmpty()
                    ? give(asked, command, typed)
                    : shown(asked, command, typed, List.of(), warnings, Shown.OK);
        });
    }

    private Mono<Outcome> give(FormExchange asked, Part command, Typed typed) {
        return asked.give(body(asked, command, typed), key(asked, typed))
                .flatMap(reply -> reply.isAccepted()
                        ? Mono.just(new GoTo(receipt(asked, typed, reply.part())))
                        : refused(asked, command, typed, reply));
    }

    private static String receipt(FormExchange asked, Typed typed, Part reply) {
        String made = reply.get("created").item(0).text();
        String address = "/do/form-team/done";
        for (Map.Entry<String, String> each : Map.of(
                        "commit",
                        reply.get("commit").text(),
                        "plan",
                        reply.get("plan").text(),
                        "repeat",
                        reply.get("repeat").isTrue() ? "yes" : "",
                        "made",
                        made.isEmpty() ? "" : "/teams/" + Addresses.encoded(made),
                        "to",
                        to(asked, typed),
                        "from",
                        "/found-team")
                .entrySet()) {
            address = Addresses.with(address, each.getKey(), each.getValue());
        }
        return address;
    }

    private static CommandBody body(FormExchange asked, Part command, Typed typed) {
        return CommandBody.of(command, named(typed), asked.days());
    }

    /** Without the rows of nobody, so that the number of a row is that of its member; the first day is that of the decision. */
    private static Typed named(Typed typed) {
        Typed named = typed;
        for (int row : typed.rows(FoundingForm.MEMBERS)) {
            if (typed.text("members." + row + ".name").isEmpty()) {
                named = named.without("members." + row);
            }
        }
        return named.text("effectiveFrom").isEmpty()
                ? named.with("effectiveFrom", named.text("foundingDecision.signedOn"))
                : named;
    }

    private Mono<Outcome> refused(FormExchange asked, Part command, Typed typed, CommandReply reply) {
        Part problem = reply.part();
        String text = reply.fault(asked.page());
        Fault fault = new Fault(field(typed, problem.get("field").text()), text);
        return shown(asked, command, typed, List.of(fault), List.of(), reply.refusal());
    }

    /** Rows of nobody are not sent, so the number of a member is not that of its row. */
    private static String field(Typed typed, String field) {
        if (!field.matches("members\\.[0-9]+\\..+")) {
            return field;
        }
        String[] parts = field.split("\\.", 3);
        List<Integer> rows = typed.rows(FoundingForm.MEMBERS).stream()
                .filter(row -> !typed.text("members." + row + ".name").isEmpty())
                .toList();
        int sent = Integer.parseInt(parts[1]);
        return sent < rows.size() ? "members." + rows.get(sent) + "." + parts[2] : FoundingForm.MEMBERS;
    }

    private static List<String> warnings(Part trial) {
        List<String> texts = new ArrayList<>();
        trial.get("warnings")
                .items()
                .forEach(warning -> texts.add(warning.get("text")
                        .optional()
                        .orElse(warning.get("detail").text())));
        return texts;
    }

    private static String key(FormExchange asked, Typed typed) {
        return typed.own("_key").orElseGet(asked::newId);
    }

    private static String to(FormExchange asked, Typed typed) {
        String to = typed.own("_to").orElseGet(() -> asked.given().text("to"));
        return to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 ? to : "/teams";
    }

    private static Mono<Outcome> shown(
            FormExchange asked, Part command, Typed typed, List<Fault> faults, List<String> warnings, int status) {
        return Choosers.one(asked, COVERAGE, "unit", true, typed).map(coverage -> {
            FoundingForm form = new FoundingForm(
                    key(asked, typed),
                    to(asked, typed),
                    proposed(asked, typed, coverage),
                    coverage,
                    origins(command),
                    faults,
                    warnings);
            return Shown.refused(
                    new View(asked.page().t("founding.title"), "creation/found-team.jte", Map.of("form", form)),
                    status);
        });
    }

    /** With a name after the one neighbourhood that is chosen. */
    private static Typed proposed(FormExchange asked, Typed typed, Chooser coverage) {
        if (!typed.text("name").isEmpty() || coverage.chosen().size() != 1) {
            return typed;
        }
        String unit = coverage.chosen().getFirst().name();
        return typed.with(
                "name",
                asked.page()
                        .t(
                                "founding.name-of",
                                unit.substring(0, 1).toLowerCase(asked.page().language()) + unit.substring(1)));
    }

    private static List<Part> origins(Part command) {
        return command.get("fields").items().stream()
                .filter(field -> field.get("name").text().equals(FoundingForm.MEMBERS))
                .flatMap(field -> field.at("item/fields").items().stream())
                .filter(field -> field.get("name").text().equals("organisation"))
                .flatMap(field -> field.get("values").items().stream())
                .toList();
    }
}
