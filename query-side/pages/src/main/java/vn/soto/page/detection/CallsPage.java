package vn.soto.page.detection;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;
import vn.soto.page.form.BatchReply;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.Commands;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** The answers of a sample on one page: a row for each record to call about, one choice a row; rows without one are left. */
@FormAt(CallsPage.PATH)
public record CallsPage(Clock clock) implements FormPage {

    static final String PATH = "/calls";
    private static final String COMMAND = "record-call-back";
    private static final String SAMPLE = "callBackSample";
    private static final String VERIFIER = "verifier";
    private static final String RESULT = "result.";

    /** Calls of an afternoon; the rest stands on the page after these are recorded. */
    private static final int MOST = 20;

    /** A record to call about: what it says, with the question about it. */
    public record Call(String id, ApiAnswer record) {}

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        Typed typed = asked.page()
                .me()
                .answer()
                .get("member")
                .optional()
                .map(member -> asked.given().orElse(Map.of(VERIFIER, List.of(member))))
                .orElse(asked.given());
        return CommandSheet.of(asked, COMMAND, typed, sheet -> shown(sheet, List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(
                asked,
                COMMAND,
                typed,
                sheet -> typed.own("_step").orElse("give").equals("give")
                        ? give(sheet)
                        : shown(sheet, List.of(), Shown.OK));
    }

    private Mono<Outcome> give(CommandSheet sheet) {
        Typed typed = sheet.typed();
        List<String> called = typed.names().stream()
                .filter(name -> name.startsWith(RESULT) && !typed.text(name).isEmpty())
                .map(name -> name.substring(RESULT.length()))
                .sorted()
                .toList();
        if (called.isEmpty()) {
            return shown(sheet, List.of(new Fault("calls", sheet.page().t("detection.no-result"))), 422);
        }
        if (typed.text(VERIFIER).isEmpty()) {
            return shown(sheet, List.of(new Fault(VERIFIER, sheet.page().t("detection.no-caller"))), 422);
        }
        List<Commands.Line> lines = called.stream()
                .map(record ->
                        new Commands.Line(CommandSheet.derived(sheet.key(), record), COMMAND, answer(typed, record)))
                .toList();
        return sheet.asked().batch(lines).flatMap(reply -> told(sheet, called, reply));
    }

    private static ObjectNode answer(Typed typed, String record) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(SAMPLE, typed.text(SAMPLE))
                .put("assistance", record)
                .put(VERIFIER, typed.text(VERIFIER))
                .put("result", typed.text(RESULT + record))
                .put("occurredAt", typed.text("occurredAt"));
    }

    /** Leads to the sample once all are recorded; a refusal stands at its row. */
    private Mono<Outcome> told(CommandSheet sheet, List<String> called, BatchReply reply) {
        List<Fault> faults = reply.refusals(sheet.page()).entrySet().stream()
                .map(line -> new Fault(RESULT + called.get(line.getKey()), line.getValue()))
                .toList();
        String commit = String.valueOf(reply.commit());
        return faults.isEmpty()
                ? Mono.just(new GoTo(Addresses.with(
                        "/call-back-samples/" + Addresses.encoded(sheet.typed().text(SAMPLE)), "atLeast", commit)))
                : shown(sheet.with(sheet.typed().with("atLeast", commit)), faults, 422);
    }

    private Mono<Outcome> shown(CommandSheet sheet, List<Fault> faults, int status) {
        FormExchange asked = sheet.asked();
        String address =
                "/api/call-back-samples/" + Addresses.encoded(sheet.typed().text(SAMPLE));
        return asked.ask(Addresses.with(address, "atLeast", sheet.typed().text("atLeast")))
                .flatMap(sample -> sample.isProblem()
                        ? Mono.just(new Refused(sample))
                        : calls(asked, sample).flatMap(calls -> shown(sheet, sample, calls, faults, status)));
    }

    private Mono<Outcome> shown(
            CommandSheet sheet, ApiAnswer sample, List<Call> calls, List<Fault> faults, int status) {
        return Choosers.one(sheet.asked(), VERIFIER, "member", false, sheet.typed())
                .map(chooser -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("sample", sample);
                    values.put("calls", calls);
                    values.put("now", now(sheet));
                    return sheet.state(Map.of(VERIFIER, chooser), faults, null)
                            .shown(sheet.page().t("detection.calls"), "detection/calls.jte", values, status);
                });
    }

    /** When the page was opened: calls are as of then, however often the form is sent. */
    private String now(CommandSheet sheet) {
        return sheet.typed()
                .own("occurredAt")
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
    }

    private static Mono<List<Call>> calls(FormExchange asked, ApiAnswer sample) {
        List<String> open = sample.answer().get("records").items().stream()
                .filter(record -> List.of("OPEN", "NOT_REACHED")
                        .contains(record.get("state").text()))
                .map(record -> record.get("assistance"))
                .map(Part::text)
                .limit(MOST)
                .toList();
        return asked.ask(open.stream()
                        .map(id -> "/api/assistances/" + Addresses.encoded(id))
                        .toList())
                .map(records -> {
                    List<Call> calls = new ArrayList<>();
                    for (int i = 0; i < open.size(); i++) {
                        calls.add(new Call(open.get(i), records.get(i)));
                    }
                    return calls;
                });
    }
}
