package vn.soto.page.recognition;

import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.activity.DashboardPage;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Opens a round of recognition of a unit: filled with the quarter before, the latest rule and a week for objections. */
@FormAt(OpenRoundPage.PATH)
final class OpenRoundPage implements FormPage {

    static final String PATH = "/open-round";
    private static final String COMMAND = "open-recognition-round";
    private static final String RULES = "/api/recognition-rules";
    private static final String FIRST = "firstQuarter";
    private static final String LAST = "lastQuarter";
    private static final String OBJECTION_DAYS = "7";

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        String before =
                DashboardPage.before(asked.page().me().answer().get("quarter").text());
        Typed typed = asked.given()
                .orElse(Map.of(
                        "kind",
                        List.of("INDIVIDUAL"),
                        FIRST,
                        List.of(before),
                        "objectionDays",
                        List.of(OBJECTION_DAYS)));
        Typed placed = typed.text("unit").isEmpty()
                ? typed.with("unit", asked.page().only("unit").orElse(""))
                : typed;
        return CommandSheet.of(asked, COMMAND, placed, sheet -> shown(sheet, List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        Typed whole = typed.text(LAST).isEmpty() ? typed.with(LAST, typed.text(FIRST)) : typed;
        return CommandSheet.of(
                asked,
                COMMAND,
                whole,
                sheet -> sheet.give(
                        CommandBody.of(sheet.command(), whole, asked.days()),
                        PATH,
                        reply -> shown(
                                sheet,
                                List.of(new Fault(reply.part().get("field").text(), reply.fault(asked.page()))),
                                reply.refusal())));
    }

    private static Mono<Outcome> shown(CommandSheet sheet, List<Fault> faults, int status) {
        String unit = "/api/units/" + Addresses.encoded(sheet.typed().text("unit"));
        return sheet.asked().ask(List.of(unit, RULES)).map(answers -> shown(sheet, answers, faults, status));
    }

    private static Outcome shown(CommandSheet sheet, List<ApiAnswer> answers, List<Fault> faults, int status) {
        if (answers.getFirst().isProblem()) {
            return new Refused(answers.getFirst());
        }
        List<String> rules = answers.get(1).answer().items().stream()
                .map(rule -> rule.get("rule").text())
                .toList()
                .reversed();
        Typed typed =
                sheet.typed().orElse(Map.of("rule", rules.stream().limit(1).toList()));
        return sheet.with(typed)
                .state(Map.of(), faults, null)
                .shown(
                        sheet.command().get("title").text(),
                        "recognition/open.jte",
                        Map.of("unit", answers.getFirst(), "rules", rules, "kinds", sheet.values("kind")),
                        status);
    }
}
