package vn.soto.page.report;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;
import vn.soto.page.form.BatchReply;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.Commands;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Accepts several waiting reports of teams at once. Each acceptance names the content that its row showed. */
@Component
final class AcceptReportsPage implements FormPage {

    private static final String COMMAND = "accept-quarterly-report";
    private static final String UNIT = "unit";
    private static final String QUARTER = "quarter";
    private static final String CONTENT = "content.";
    private static final String ALL = "all";
    private static final String TEAMS = "teams";

    @Override
    public String path() {
        return "/accept-reports";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return CommandSheet.of(asked, COMMAND, asked.given(), sheet -> shown(sheet, List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(asked, COMMAND, typed, sheet -> give(sheet, chosen(typed)));
    }

    /** The ticked teams, or all of those shown. */
    private static List<String> chosen(Typed typed) {
        return typed.has(ALL)
                ? typed.names().stream()
                        .filter(name -> name.startsWith(CONTENT))
                        .map(name -> name.substring(CONTENT.length()))
                        .sorted()
                        .toList()
                : typed.all(TEAMS);
    }

    private static Mono<Outcome> give(CommandSheet sheet, List<String> teams) {
        if (teams.isEmpty()) {
            return shown(sheet, List.of(new Fault(TEAMS, sheet.page().t("report.none-chosen"))), 422);
        }
        List<Commands.Line> lines = teams.stream()
                .map(team -> new Commands.Line(
                        CommandSheet.derived(sheet.key(), team), COMMAND, acceptance(sheet.typed(), team)))
                .toList();
        return sheet.asked().batch(lines).flatMap(reply -> told(sheet, reply));
    }

    private static ObjectNode acceptance(Typed typed, String team) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("team", team)
                .put(QUARTER, typed.text(QUARTER))
                .put("content", typed.text(CONTENT + team));
    }

    private static Mono<Outcome> told(CommandSheet sheet, BatchReply reply) {
        List<Fault> faults = reply.refusals(sheet.page()).values().stream()
                .distinct()
                .map(text -> new Fault(TEAMS, text))
                .toList();
        return faults.isEmpty()
                ? Mono.just(new GoTo(Addresses.with(reports(sheet.typed()), "atLeast", String.valueOf(reply.commit()))))
                : shown(sheet, faults, 422);
    }

    private static String reports(Typed typed) {
        return Addresses.with(
                "/units/" + Addresses.encoded(typed.text(UNIT)) + "/reports", QUARTER, typed.text(QUARTER));
    }

    private static Mono<Outcome> shown(CommandSheet sheet, List<Fault> faults, int status) {
        return sheet.asked()
                .ask("/api" + reports(sheet.typed()))
                .map(answer -> answer.isProblem()
                        ? new Refused(answer)
                        : sheet.state(Map.of(), faults, null)
                                .shown(
                                        sheet.page()
                                                .t(
                                                        "report.accept-title",
                                                        sheet.page()
                                                                .format()
                                                                .text(sheet.typed()
                                                                        .text(QUARTER))),
                                        "report/accept.jte",
                                        Map.of("answer", answer, "waiting", waiting(answer)),
                                        status));
    }

    /** The reports that wait for the unit. */
    static List<Part> waiting(ApiAnswer answer) {
        String unit = answer.answer().get(UNIT).text();
        return answer.answer().get("reports").items().stream()
                .filter(report -> report.get("waitingDays").exists())
                .filter(report -> report.get("recipient").text().equals(unit))
                .toList();
    }
}
