package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.Part;
import vn.soto.page.SentContent;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * Takes rows of one kind: first to say what is wrong with them, then to record the others. A form sends rows that were pasted; a
 * script sends a file as it is. One button takes the suggestion for a cell, for all rows with the same fault.
 */
@FormAt("/import/{kind}")
final class ImportPage implements FormPage.OfFiles {

    private static final List<String> KINDS =
            List.of("units", "teams", "members", "households", "assistances", "outreach", "trainings", "businesses");
    private static final String TAKE = "take";

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(shown(asked, Typed.nothing(), List.of(), Map.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        String rows = typed.text("rows");
        return rows.isEmpty()
                ? Mono.just(
                        refused(asked, typed, asked.page().t("import.empty"), HttpStatus.UNPROCESSABLE_CONTENT.value()))
                : decided(asked, typed, () -> SentContent.ofRows(rows));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, SentContent file) {
        return decided(asked, asked.given(), () -> file);
    }

    private Mono<Outcome> decided(FormExchange asked, Typed sent, Supplier<SentContent> file) {
        if (!KINDS.contains(kind(asked))) {
            return open(asked);
        }
        Typed typed = taking(sent);
        boolean records = typed.text("_step").equals("record");
        return asked.imported(kind(asked), file.get(), query(typed, records)).map(reply -> {
            if (!reply.isAccepted()) {
                return refused(asked, typed, reply.fault(asked.page()), reply.refusal());
            }
            return records ? plan(reply.part()) : checked(asked, typed, reply);
        });
    }

    /** With the suggestion of the button that was pressed, which stays taken. */
    private static Typed taking(Typed typed) {
        String[] step = typed.text("_step").split(":", 2);
        return step[0].equals(TAKE) && step.length == 2 ? typed.and(TAKE, step[1]) : typed;
    }

    private static String query(Typed typed, boolean records) {
        String query = "?" + (records ? "leaveOutWrong=true" : "dryRun=true");
        for (String each : typed.all(TAKE)) {
            query += "&" + TAKE + "=" + Addresses.encoded(each);
        }
        return query.substring(1);
    }

    private static Outcome checked(FormExchange asked, Typed typed, CommandReply reply) {
        Part report = reply.part();
        return shown(asked, typed, List.of(), Map.of("report", report, "faults", FileFault.of(report)), Shown.OK);
    }

    private static String kind(FormExchange asked) {
        return asked.variables().getOrDefault("kind", "");
    }

    private static GoTo plan(Part accepted) {
        String plan = "/plans/" + Addresses.encoded(accepted.get("plan").text());
        return new GoTo(Addresses.with(plan, "atLeast", accepted.get("commit").text()));
    }

    private static Outcome refused(FormExchange asked, Typed typed, String text, int status) {
        return shown(asked, typed, List.of(new Fault("rows", text)), Map.of(), status);
    }

    private static Outcome shown(
            FormExchange asked, Typed typed, List<Fault> faults, Map<String, Object> more, int status) {
        String kind = kind(asked);
        return KINDS.contains(kind)
                ? FormState.of(asked, typed, Map.of(), faults)
                        .shown(asked.page().t("import.title." + kind), "creation/import.jte", more, status)
                : new Refused(RowsPage.absent(asked.page()));
    }
}
