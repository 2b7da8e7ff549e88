package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.Part;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * Takes rows of units, teams, members, households or help: first to say what is wrong with them, then to record the others. A form sends
 * rows that were pasted; a script sends a file as it is.
 */
@Component
final class ImportPage implements FormPage {

    private static final List<String> KINDS = List.of("units", "teams", "members", "households", "assistances");

    @Override
    public String path() {
        return "/import/{kind}";
    }

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return Mono.just(shown(asked, Typed.nothing(), List.of(), Map.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        String rows = typed.text("rows");
        if (!KINDS.contains(kind(asked))) {
            return open(asked);
        }
        if (rows.isEmpty()) {
            return Mono.just(
                    refused(asked, typed, asked.page().t("import.empty"), HttpStatus.UNPROCESSABLE_CONTENT.value()));
        }
        boolean records = typed.text("_step").equals("record");
        return asked.imported(kind(asked), rows, records ? "leaveOutWrong=true" : "dryRun=true")
                .map(reply -> {
                    if (!reply.isAccepted()) {
                        return refused(asked, typed, reply.fault(asked.page()), reply.refusal());
                    }
                    return records
                            ? plan(reply.part())
                            : shown(asked, typed, List.of(), Map.of("report", reply.part()), Shown.OK);
                });
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
