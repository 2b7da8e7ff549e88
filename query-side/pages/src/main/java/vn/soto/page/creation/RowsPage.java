package vn.soto.page.creation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.SentContent;
import vn.soto.page.creation.RowsForm.Fate;
import vn.soto.page.creation.RowsForm.Recorded;
import vn.soto.page.form.Choosers;
import vn.soto.page.form.CommandReply;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormField;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/**
 * A page of rows: typed, or pasted from a spreadsheet. A check gives each row its result and the way to mend it. The
 * good rows are recorded together, the others stay. The command side reads the rows as it reads a file.
 */
@FormAt("/rows/{kind}")
final class RowsPage implements FormPage {

    private static final List<String> CHOOSING = List.of("unit", "team", "member");
    private static final int MORE_ROWS = 10;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        return of(
                asked,
                kind -> shown(asked, kind, opened(asked.given(), asked.page()), Map.of(), List.of(), null, Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return of(asked, kind -> {
            String[] step = typed.own("_step").orElse("check").split(":", 3);
            return switch (step[0]) {
                case "check" -> check(asked, kind, typed);
                case "record" -> record(asked, kind, typed);
                case "fix" -> check(asked, kind, fixed(typed, step));
                case "paste" -> plain(asked, kind, RowSheet.pasted(kind, typed, typed.text("_paste")));
                case "add" -> plain(asked, kind, typed.with(RowsForm.ROW + "." + last(kind, typed) + ".", ""));
                default -> plain(asked, kind, typed);
            };
        });
    }

    private interface Of {
        Mono<Outcome> with(RowKind kind);
    }

    private static Mono<Outcome> of(FormExchange asked, Of then) {
        Optional<RowKind> kind = RowKind.at(asked.variables().getOrDefault("kind", ""));
        return kind.map(then::with).orElseGet(() -> Mono.just(new Refused(absent(asked.page()))));
    }

    static ApiAnswer absent(PageContext page) {
        return new ApiAnswer(
                "",
                page.address(),
                HttpStatus.NOT_FOUND.value(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("title", page.t("problem.no-page"))
                        .put("detail", page.t("problem.no-page-detail")));
    }

    /** The values that follow from the account: its one team, and its member from today on. */
    private static Typed opened(Typed given, PageContext page) {
        Map<String, List<String>> known = new HashMap<>();
        page.only("team").ifPresent(team -> known.put("team", List.of(team)));
        page.me().ownMember().ifPresent(member -> known.put("member", List.of(member)));
        known.put("channel", List.of("HOME_VISIT"));
        if (known.containsKey("team") && known.containsKey("member")) {
            known.put("effective_from", List.of(page.me().answer().get("on").text()));
        }
        return given.orElse(known);
    }

    private static int last(RowKind kind, Typed typed) {
        int shown = new RowsForm(kind, typed, Map.of(), null).rows().size();
        return Math.min(shown + MORE_ROWS, RowKind.MOST_ROWS) - 1;
    }

    /** Takes what the check proposed for a row. */
    private static Typed fixed(Typed typed, String[] step) {
        return step.length == 3 && step[1].matches("[0-9]{1,2}")
                ? typed.with(RowsForm.ROW + "." + step[1] + "." + step[2], typed.text("_fix." + step[1]))
                : typed;
    }

    private Mono<Outcome> plain(FormExchange asked, RowKind kind, Typed typed) {
        return shown(asked, kind, typed, Map.of(), List.of(), null, Shown.OK);
    }

    private Mono<Outcome> check(FormExchange asked, RowKind kind, Typed typed) {
        RowSheet sheet = new RowSheet(kind, typed, asked.days(), asked.page().isEnglish());
        if (sheet.isEmpty()) {
            return shown(
                    asked,
                    kind,
                    typed,
                    Map.of(),
                    List.of(new Fault(
                            "row.0." + kind.columns().getFirst().name(),
                            asked.page().t("rows.empty"))),
                    null,
                    422);
        }
        return asked.imported(kind.imported(), SentContent.ofRows(sheet.csv()), "dryRun=true")
                .flatMap(reply -> reply.isAccepted()
                        ? shown(asked, kind, typed, sheet.fates(reply.part()), List.of(), null, Shown.OK)
                        : refused(asked, kind, typed, reply));
    }

    /** Checks once more, records what can be recorded, and waits until it is; what cannot stays on the page. */
    private Mono<Outcome> record(FormExchange asked, RowKind kind, Typed typed) {
        RowSheet sheet = new RowSheet(kind, typed, asked.days(), asked.page().isEnglish());
        return asked.imported(kind.imported(), SentContent.ofRows(sheet.csv()), "dryRun=true")
                .flatMap(trial -> {
                    if (!trial.isAccepted()
                            || trial.part().get("ready").number()
                                            + trial.part().get("repeated").number()
                                    == 0) {
                        return check(asked, kind, typed);
                    }
                    Map<Integer, Fate> fates = sheet.fates(trial.part());
                    return asked.imported(kind.imported(), SentContent.ofRows(sheet.csv()), "leaveOutWrong=true")
                            .flatMap(reply -> reply.isAccepted()
                                    ? recorded(asked, reply.part())
                                            .flatMap(done -> shown(
                                                    asked,
                                                    kind,
                                                    sheet.left(fates),
                                                    sheet.waiting(fates),
                                                    List.of(),
                                                    done,
                                                    Shown.OK))
                                    : refused(asked, kind, typed, reply));
                });
    }

    private static Mono<Recorded> recorded(FormExchange asked, Part accepted) {
        String plan = accepted.get("plan").text();
        int rows = (int) (accepted.get("rows").number() - accepted.get("wrong").number());
        return asked.completed(plan).map(done -> new Recorded(rows, plan, done));
    }

    private Mono<Outcome> refused(FormExchange asked, RowKind kind, Typed typed, CommandReply reply) {
        return shown(
                asked, kind, typed, Map.of(), List.of(new Fault("", reply.fault(asked.page()))), null, reply.refusal());
    }

    private static Mono<Outcome> shown(
            FormExchange asked,
            RowKind kind,
            Typed typed,
            Map<Integer, Fate> fates,
            List<Fault> faults,
            @Nullable Recorded recorded,
            int status) {
        List<FormField> fields = CHOOSING.stream()
                .filter(kind.common()::contains)
                .map(name -> FormField.of(name, name, false, kind == RowKind.VISITS || name.equals("unit")))
                .toList();
        return Choosers.filled(asked, fields, typed)
                .map(filled -> FormState.of(asked, filled.typed(), filled.choosers(), faults)
                        .shown(
                                asked.page().t("rows.title." + kind.path()),
                                "creation/rows.jte",
                                Map.of("table", new RowsForm(kind, filled.typed(), fates, recorded)),
                                status));
    }
}
