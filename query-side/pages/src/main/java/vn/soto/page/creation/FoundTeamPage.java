package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.soto.page.form.Chooser;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * Founds a team on one page: its decision, its neighbourhoods and its people by name. One command, so a team is there with all of its
 * people or not at all.
 */
@FormAt(FoundTeamPage.PATH)
final class FoundTeamPage implements FormPage {

    private static final String COMMAND = "form-team";
    static final String PATH = "/found-team";
    private static final String MEMBERS = "members";
    private static final String COVERAGE = "coverage";
    private static final String ADD = "add";
    private static final int FEWEST = 3;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        Typed typed = asked.given();
        for (int row = 0; row < FEWEST; row++) {
            typed = withRow(asked, typed, row);
        }
        Typed filled = typed.with("leader", typed.text("members.0.member"));
        return CommandSheet.of(asked, COMMAND, filled, sheet -> shown(sheet, List.of(), List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(asked, COMMAND, typed, sheet -> switch (typed.own("_step")
                .orElse("check")) {
            case "check" -> check(sheet);
            case "give" -> give(sheet.with(typed.with("_told", "yes")));
            case ADD -> shown(sheet.with(withRow(asked, typed, next(typed))), List.of(), List.of(), Shown.OK);
            default -> shown(sheet, List.of(), List.of(), Shown.OK);
        });
    }

    /** People are entered by name: their ids are made here. */
    private static Typed withRow(FormExchange asked, Typed typed, int row) {
        return typed.with("members." + row + ".member", asked.newId());
    }

    private static int next(Typed typed) {
        List<Integer> rows = typed.rows(MEMBERS);
        return rows.isEmpty() ? 0 : rows.getLast() + 1;
    }

    /** A name that is proposed is shown before a team has it. */
    private static Mono<Outcome> check(CommandSheet sheet) {
        if (sheet.typed().text("name").isEmpty()) {
            return proposed(sheet)
                    .flatMap(name -> name.isEmpty()
                            ? tried(sheet)
                            : shown(sheet, List.of(), List.of(sheet.page().t("founding.proposed", name)), Shown.OK));
        }
        return tried(sheet);
    }

    private static Mono<Outcome> tried(CommandSheet sheet) {
        return sheet.asked().tried(body(sheet), sheet.key()).flatMap(trial -> {
            if (!trial.isAccepted()) {
                return refused(sheet, trial);
            }
            List<String> warnings = CommandSheet.warnings(trial.part());
            return warnings.isEmpty() ? give(sheet) : shown(sheet, List.of(), warnings, Shown.OK);
        });
    }

    private static Mono<Outcome> give(CommandSheet sheet) {
        return sheet.give(body(sheet), PATH, reply -> refused(sheet, reply));
    }

    private static CommandBody body(CommandSheet sheet) {
        return CommandBody.of(
                sheet.command(), named(sheet.typed()), sheet.asked().days());
    }

    /** Without the rows of nobody, so that the number of a row is that of its member; the first day is that of the decision. */
    private static Typed named(Typed typed) {
        Typed named = typed;
        for (int row : typed.rows(MEMBERS)) {
            if (typed.text("members." + row + ".name").isEmpty()) {
                named = named.without("members." + row);
            }
        }
        return named.text("effectiveFrom").isEmpty()
                ? named.with("effectiveFrom", named.text("foundingDecision.signedOn"))
                : named;
    }

    private static Mono<Outcome> refused(CommandSheet sheet, CommandReply reply) {
        String field = field(sheet.typed(), reply.part().get("field").text());
        return shown(sheet, List.of(new Fault(field, reply.fault(sheet.page()))), List.of(), reply.refusal());
    }

    /** Rows of nobody are not sent, so the number of a member is not that of its row. */
    private static String field(Typed typed, String field) {
        if (!field.matches("members\\.[0-9]+\\..+")) {
            return field;
        }
        String[] parts = field.split("\\.", 3);
        List<Integer> rows = typed.rows(MEMBERS).stream()
                .filter(row -> !typed.text("members." + row + ".name").isEmpty())
                .toList();
        int sent = Integer.parseInt(parts[1]);
        return sent < rows.size() ? "members." + rows.get(sent) + "." + parts[2] : MEMBERS;
    }

    private static Mono<Outcome> shown(CommandSheet sheet, List<Fault> faults, List<String> warnings, int status) {
        return coverage(sheet).map(coverage -> {
            String name = name(sheet, coverage);
            Typed typed = sheet.typed().text("name").isEmpty() && !name.isEmpty()
                    ? sheet.typed().with("name", name)
                    : sheet.typed();
            return sheet.with(typed)
                    .state(Map.of(COVERAGE, coverage), faults, null)
                    .shown(
                            sheet.page().t("founding.title"),
                            "creation/found-team.jte",
                            Map.of(
                                    "origins",
                                    sheet.values("members.organisation"),
                                    "warnings",
                                    warnings,
                                    "proposed",
                                    name),
                            status);
        });
    }

    private static Mono<Chooser> coverage(CommandSheet sheet) {
        return Choosers.one(sheet.asked(), COVERAGE, "unit", true, sheet.typed());
    }

    private static Mono<String> proposed(CommandSheet sheet) {
        return coverage(sheet).map(coverage -> name(sheet, coverage));
    }

    /** A name after the neighbourhoods that are chosen; empty if none is. */
    private static String name(CommandSheet sheet, Chooser coverage) {
        String units = coverage.chosen().stream()
                .map(unit ->
                        unit.name().substring(0, 1).toLowerCase(sheet.page().language())
                                + unit.name().substring(1))
                .collect(Collectors.joining(", "));
        return units.isEmpty() ? "" : sheet.page().t("founding.name-of", units);
    }
}
