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
    private static final String LEFT_OUT = "leftOut";

    /** With the rows that an earlier file left out, if its address names one; otherwise with links to all such files. */
    @Override
    public Mono<Outcome> open(FormExchange asked) {
        if (!KINDS.contains(kind(asked))) {
            return Mono.just(new Refused(RowsPage.absent(asked.page())));
        }
        String file = asked.given().text(LEFT_OUT);
        return asked.leftOut(kind(asked), file.isEmpty() ? "" : leftOut(file)).flatMap(reply -> {
            String rows = reply.part().get("rows").text();
            Typed typed = file.isEmpty()
                    ? Typed.nothing()
                    : Typed.nothing().with(LEFT_OUT, file).with("rows", rows);
            if (!rows.isEmpty()) {
                return decided(asked, typed, () -> SentContent.ofRows(rows));
            }
            List<Fault> gone = file.isEmpty()
                    ? List.of()
                    : List.of(new Fault("", asked.page().t("import.left-gone")));
            return Mono.just(shown(asked, Typed.nothing(), gone, Map.of("left", reply.part()), Shown.OK));
        });
    }

    private static String leftOut(String file) {
        return "?file=" + Addresses.encoded(file);
    }

    private static Mono<CommandReply> discarded(FormExchange asked, String file) {
        return asked.leftOut(kind(asked), leftOut(file) + "&discard=true");
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        if (typed.text("_step").equals("discard") && typed.has(LEFT_OUT)) {
            return discarded(asked, typed.text(LEFT_OUT)).map(reply -> new GoTo("/import/" + kind(asked)));
        }
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
        return asked.imported(kind(asked), file.get(), query(typed, records)).flatMap(reply -> {
            if (!reply.isAccepted()) {
                return Mono.just(refused(asked, typed, reply.fault(asked.page()), reply.refusal()));
            }
            return records ? recorded(asked, typed, reply.part()) : Mono.just(checked(asked, typed, reply));
        });
    }

    /** Rows that an earlier file left out are those of the new one from now on. */
    private static Mono<Outcome> recorded(FormExchange asked, Typed typed, Part accepted) {
        String file = typed.text(LEFT_OUT);
        Outcome plan = plan(accepted);
        return file.isEmpty() || file.equals(accepted.get("plan").text())
                ? Mono.just(plan)
                : discarded(asked, file).thenReturn(plan);
    }

    /** With the suggestion of the button that was pressed, which stays taken. */
    private static Typed taking(Typed typed) {
        String[] step = typed.text("_step").split(":", 2);
        return step[0].equals(TAKE) && step.length == 2 ? typed.and(TAKE, step[1]) : typed;
    }

    private static String query(Typed typed, boolean records) {
        String query = "?" + (records ? "leaveOutWrong=true&keepLeftOut=true" : "dryRun=true");
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
        return FormState.of(asked, typed, Map.of(), faults)
                .shown(asked.page().t("import.title." + kind(asked)), "creation/import.jte", more, status);
    }
}
