package vn.soto.page.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.form.BatchReply;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.Commands;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * Accepts several waiting reports of teams at once. Three of them, drawn by a seed that nobody chooses, are shown in full
 * before; each acceptance names the content that its row showed.
 */
@FormAt("/accept-reports")
final class AcceptReportsPage implements FormPage {

    private static final String COMMAND = "accept-quarterly-report";
    private static final String DRAW = "draw-report-sample";
    private static final String OPEN = "open-sampled-report";
    private static final String UNIT = "unit";
    private static final String QUARTER = "quarter";
    private static final String CONTENT = "content.";
    private static final String ALL = "all";
    private static final String TEAMS = "teams";
    private static final String SAMPLE = "sample";
    private static final String DRAWN = "drawn";

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return CommandSheet.of(asked, COMMAND, asked.given(), sheet -> shown(sheet, List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(
                asked,
                COMMAND,
                typed,
                sheet -> typed.own("_step").orElse("give").equals("accept")
                        ? accept(sheet)
                        : draw(sheet, chosen(typed)));
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

    /** Draws which reports are to be read first; the same choice of the same form is the same sample. */
    private static Mono<Outcome> draw(CommandSheet sheet, List<String> teams) {
        Typed typed = sheet.typed();
        if (teams.isEmpty()) {
            return shown(sheet, List.of(new Fault(TEAMS, sheet.page().t("report.none-chosen"))), 422);
        }
        String choice = teams.stream().map(team -> typed.text(CONTENT + team)).collect(Collectors.joining(" "));
        String sample = CommandSheet.derived(sheet.key(), SAMPLE + choice);
        ObjectNode drawn = JsonNodeFactory.instance
                .objectNode()
                .put(SAMPLE, sample)
                .put(UNIT, typed.text(UNIT))
                .put(QUARTER, typed.text(QUARTER));
        ArrayNode reports = drawn.putArray("reports");
        teams.forEach(team -> {
            ObjectNode report = reports.addObject().put("content", typed.text(CONTENT + team));
            report.set("reporter", reporter(team));
        });
        Commands.Line line = new Commands.Line(CommandSheet.derived(sheet.key(), DRAW + choice), DRAW, drawn);
        return sheet.asked()
                .batch(List.of(line))
                .flatMap(reply -> reply.recorded() == 0
                        ? refused(sheet, reply)
                        : read(
                                sheet.with(typed.with(SAMPLE, sample)
                                        .with(TEAMS, teams)
                                        .with("atLeast", String.valueOf(reply.commit()))),
                                reply.commit()));
    }

    private static ObjectNode reporter(String team) {
        return JsonNodeFactory.instance.objectNode().put("level", "TEAM").put("id", team);
    }

    /** The drawn reports in full, as the commit of the draw names them. */
    private static Mono<Outcome> read(CommandSheet sheet, long commit) {
        return sheet.asked()
                .ask(Addresses.with("/api/commits/" + commit, "atLeast", String.valueOf(commit)))
                .flatMap(drawn -> drawn.isProblem()
                        ? Mono.just(new Refused(drawn))
                        : read(
                                sheet,
                                drawn.answer().at("events/0/body/drawn").items().stream()
                                        .map(reporter -> reporter.get("id").text())
                                        .toList(),
                                List.of(),
                                Shown.OK));
    }

    private static Mono<Outcome> read(CommandSheet sheet, List<String> teams, List<Fault> faults, int status) {
        String of = "/reports/" + Addresses.encoded(sheet.typed().text(QUARTER));
        return sheet.asked()
                .ask(teams.stream()
                        .map(team -> "/api/teams/" + Addresses.encoded(team) + of)
                        .toList())
                .map(reports -> sheet.with(sheet.typed().with(DRAWN, teams))
                        .state(Map.of(), faults, null)
                        .shown(
                                title(sheet),
                                "report/sample.jte",
                                Map.of("reports", reports, "reading", reading(reports, sheet.page())),
                                status));
    }

    /** The lines of each report that are not zero. */
    private static List<List<ReportRow>> reading(List<ApiAnswer> reports, PageContext page) {
        return reports.stream()
                .map(report -> ReportRow.of(report, report, report, page).stream()
                        .filter(row -> !row.isZero())
                        .toList())
                .toList();
    }

    /** Records that the drawn reports were opened, accepts all, and waits until that is done. */
    private static Mono<Outcome> accept(CommandSheet sheet) {
        Typed typed = sheet.typed();
        String sample = typed.text(SAMPLE);
        List<Commands.Line> openings = typed.all(DRAWN).stream()
                .map(team -> {
                    ObjectNode opened = JsonNodeFactory.instance.objectNode().put(SAMPLE, sample);
                    opened.set("reporter", reporter(team));
                    return new Commands.Line(CommandSheet.derived(sheet.key(), OPEN + sample + team), OPEN, opened);
                })
                .toList();
        return sheet.asked()
                .batch(openings)
                .flatMap(reply -> reply.recorded() < openings.size()
                        ? refused(sheet, reply)
                        : sheet.asked().acceptedSample(sample).flatMap(accepted -> accepted(sheet, accepted)));
    }

    private static Mono<Outcome> accepted(CommandSheet sheet, CommandReply reply) {
        Typed typed = sheet.typed();
        if (!reply.isAccepted()) {
            return read(sheet, typed.all(DRAWN), List.of(new Fault("", reply.fault(sheet.page()))), reply.refusal());
        }
        Part plan = reply.part().get("plan");
        String progress = "/plans/" + Addresses.encoded(plan.text());
        return sheet.asked()
                .completed(plan.text())
                .map(done -> new GoTo(Addresses.with(
                        done ? reports(typed) : progress,
                        "atLeast",
                        reply.part().get("commit").text())));
    }

    private static Mono<Outcome> refused(CommandSheet sheet, BatchReply reply) {
        List<Fault> faults = reply.refusals(sheet.page()).values().stream()
                .distinct()
                .map(text -> new Fault(TEAMS, text))
                .toList();
        return shown(sheet, faults, 422);
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
                                        title(sheet),
                                        "report/accept.jte",
                                        Map.of("answer", answer, "waiting", waiting(answer)),
                                        status));
    }

    private static String title(CommandSheet sheet) {
        return sheet.page()
                .t(
                        "report.accept-title",
                        sheet.page().format().text(sheet.typed().text(QUARTER)));
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
