package vn.soto.page.creation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.Part;
import vn.soto.page.View;
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
        return Mono.just(shown(asked, Typed.nothing(), Map.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        String rows = typed.text("rows");
        if (!KINDS.contains(kind(asked))) {
            return open(asked);
        }
        if (rows.isEmpty()) {
            Fault empty = new Fault("rows", asked.page().t("import.empty"));
            return Mono.just(refused(asked, typed, empty, HttpStatus.UNPROCESSABLE_CONTENT.value()));
        }
        boolean records = typed.text("_step").equals("record");
        return asked.imported(kind(asked), rows, records ? "leaveOutWrong=true" : "dryRun=true")
                .map(reply -> {
                    if (!reply.isAccepted()) {
                        return refused(asked, typed, new Fault("rows", reply.fault(asked.page())), reply.refusal());
                    }
                    return records ? plan(reply.part()) : shown(asked, typed, Map.of("report", reply.part()), Shown.OK);
                });
    }

    private static String kind(FormExchange asked) {
        return asked.variables().getOrDefault("kind", "");
    }

    private static GoTo plan(Part accepted) {
        String plan = "/plans/" + Addresses.encoded(accepted.get("plan").text());
        return new GoTo(Addresses.with(plan, "atLeast", accepted.get("commit").text()));
    }

    private static Outcome refused(FormExchange asked, Typed typed, Fault fault, int status) {
        return shown(asked, typed, Map.of("problems", List.of(fault)), status);
    }

    private static Outcome shown(FormExchange asked, Typed typed, Map<String, Object> more, int status) {
        String kind = kind(asked);
        if (!KINDS.contains(kind)) {
            return new Refused(RowsPage.absent(asked.page()));
        }
        String to = typed.own("_to").orElseGet(() -> asked.given().text("to"));
        Map<String, Object> values = new HashMap<>(Map.of(
                "kind",
                kind,
                "to",
                to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 ? to : "/",
                "rows",
                typed.text("rows"),
                "problems",
                List.of()));
        values.putAll(more);
        return Shown.refused(new View(asked.page().t("import.title." + kind), "creation/import.jte", values), status);
    }
}
