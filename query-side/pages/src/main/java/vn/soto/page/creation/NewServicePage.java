package vn.soto.page.creation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import vn.soto.page.Part;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;
import vn.soto.web.FoldedText;

/**
 * Adds a service to the catalogue: the catalogue in force, with one service more, is adopted in its place. The code of the service
 * is made of its name.
 */
@FormAt("/new-service")
final class NewServicePage implements FormPage {

    private static final String COMMAND = "adopt-service-catalogue";
    private static final String DAY = "effectiveFrom";
    private static final String SERVICE = "service.";
    private static final List<String> NAMED = List.of("vi", "en", "category", "validFrom", "needsProcedure");
    private static final List<String> KEPT =
            List.of("code", "vi", "en", "category", "validFrom", "validTo", "needsProcedure");
    private static final int LONGEST_CODE = 60;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        String today = asked.page().me().answer().get("on").text();
        return CommandSheet.of(
                asked,
                COMMAND,
                asked.given().orElse(Map.of(DAY, List.of(today), SERVICE + "validFrom", List.of(today))),
                sheet -> Mono.just(shown(sheet, List.of(), Shown.OK)));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(asked, COMMAND, typed, sheet -> {
            if (typed.text(SERVICE + "vi").isEmpty()) {
                return Mono.just(shown(
                        sheet, List.of(new Fault(SERVICE + "vi", asked.page().t("service.needs-name"))), 422));
            }
            return asked.ask("/api/catalogue").flatMap(catalogue -> {
                List<Part> kept = Stream.of("services", "coming")
                        .flatMap(list -> catalogue.answer().get(list).items().stream())
                        .toList();
                CommandBody body = CommandBody.of(sheet.command(), adopted(typed, kept), asked.days());
                return sheet.give(body, path(), reply -> Mono.just(refused(sheet, reply, kept.size())));
            });
        });
    }

    /** All services of now, and the new one. */
    private static Typed adopted(Typed typed, List<Part> kept) {
        Typed all = typed;
        for (int i = 0; i < kept.size(); i++) {
            for (String name : KEPT) {
                all = all.with(at(i) + name, kept.get(i).get(name).text());
            }
        }
        for (String name : NAMED) {
            all = all.with(at(kept.size()) + name, typed.text(SERVICE + name));
        }
        String english = typed.text(SERVICE + "en");
        return all.with(at(kept.size()) + "code", code(typed))
                .with(at(kept.size()) + "en", english.isEmpty() ? typed.text(SERVICE + "vi") : english)
                .with(at(kept.size()) + "needsProcedure", String.valueOf(typed.has(SERVICE + "needsProcedure")));
    }

    private static String at(int row) {
        return "services." + row + ".";
    }

    private static String code(Typed typed) {
        String code = String.join("-", FoldedText.of(typed.text(SERVICE + "vi")).words());
        return code.substring(0, Math.min(LONGEST_CODE, code.length())).replaceFirst("-+$", "");
    }

    /** A refusal about the last row is about the new service. */
    private static Outcome refused(CommandSheet sheet, CommandReply reply, int row) {
        String field = reply.part().get("field").text();
        String shown = field.startsWith(at(row)) ? SERVICE + field.substring(at(row).length()) : field;
        return shown(
                sheet,
                List.of(new Fault(shown.startsWith("services") ? SERVICE + "vi" : shown, reply.fault(sheet.page()))),
                reply.refusal());
    }

    private static Outcome shown(CommandSheet sheet, List<Fault> faults, int status) {
        return sheet.state(Map.of(), faults, null)
                .shown(
                        sheet.page().t("service.title"),
                        "creation/new-service.jte",
                        Map.of("categories", sheet.values("services.category")),
                        status);
    }
}
