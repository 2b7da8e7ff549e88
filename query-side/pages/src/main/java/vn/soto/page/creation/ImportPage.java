package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.soto.page.FormExchange;
import vn.soto.page.FormPage;
import vn.soto.page.View;
import vn.soto.page.form.Typed;

/**
 * Sends a file of units, teams, households or help: first to learn what is wrong with its rows, then to record the others. Its script
 * sends the file as it is; a form of a browser alone could not.
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
        String kind = asked.variables().getOrDefault("kind", "");
        if (!KINDS.contains(kind)) {
            return Mono.just(new Refused(RowsPage.absent(asked.page())));
        }
        String to = asked.given().text("to");
        return Mono.just(Shown.of(new View(
                asked.page().t("import.title." + kind),
                "creation/import.jte",
                Map.of("kind", kind, "to", to.startsWith("/") && !to.startsWith("//") ? to : "/"))));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return open(asked);
    }
}
