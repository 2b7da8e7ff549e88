package vn.soto.page.creation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import vn.soto.page.ApiAnswer;
import vn.soto.page.form.CommandBody;
import vn.soto.page.form.CommandSheet;
import vn.soto.page.form.FormAt;
import vn.soto.page.form.FormExchange;
import vn.soto.page.form.FormPage;
import vn.soto.page.form.FormState.Fault;
import vn.soto.page.form.Typed;

/** Adopts the groups of the national framework of digital skills from the content of a file. Each line is a service and its group. */
@FormAt("/skill-groups")
final class SkillGroupsPage implements FormPage {

    private static final String COMMAND = "adopt-skill-groups";
    private static final String DAY = "effectiveFrom";
    private static final String ROWS = "rows";
    private static final String COLUMNS = "[,;\\t]";
    private static final int REFUSED = 422;

    @Override
    public Mono<Outcome> open(FormExchange asked) {
        String today = asked.page().me().answer().get("on").text();
        return CommandSheet.of(
                asked,
                COMMAND,
                asked.given().orElse(Map.of(DAY, List.of(today))),
                sheet -> shown(sheet, List.of(), Shown.OK));
    }

    @Override
    public Mono<Outcome> sent(FormExchange asked, Typed typed) {
        return CommandSheet.of(asked, COMMAND, typed, sheet -> {
            List<SkillRow> rows = rows(typed);
            List<Fault> faults = rows.stream()
                    .filter(row -> !row.isWhole())
                    .map(row -> new Fault(ROWS, asked.page().t("skills.columns", row.line)))
                    .toList();
            if (rows.isEmpty()) {
                faults = List.of(new Fault(ROWS, asked.page().t("skills.needs-rows")));
            }
            if (!faults.isEmpty()) {
                return shown(sheet, faults, REFUSED);
            }
            CommandBody body = CommandBody.of(sheet.command(), adopted(typed, rows), asked.days());
            return sheet.give(
                    body,
                    "/skill-groups",
                    reply -> shown(sheet, List.of(new Fault(ROWS, reply.fault(sheet.page()))), reply.refusal()));
        });
    }

    /** @param line number in the file, which counts from 1 */
    private record SkillRow(int line, List<String> cells) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        /** Whether it names a service, a group and how the group is called. */
        boolean isWhole() {
            return !cell(0).isEmpty() && !cell(1).isEmpty() && !cell(2).isEmpty();
        }
    }

    /** The lines after the first, which names the columns; a service without a group is left out. */
    private static List<SkillRow> rows(Typed typed) {
        List<String> lines = typed.text(ROWS).lines().toList();
        return IntStream.range(1, lines.size())
                .mapToObj(i -> new SkillRow(i + 1, List.of(lines.get(i).split(COLUMNS, -1))))
                .filter(row -> row.cells.stream().skip(1).anyMatch(cell -> !cell.isBlank()))
                .toList();
    }

    private static Typed adopted(Typed typed, List<SkillRow> rows) {
        Map<String, SkillRow> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.putIfAbsent(row.cell(1) + "\t" + row.cell(2), row));
        Typed all = typed;
        int group = 0;
        for (SkillRow row : groups.values()) {
            all = all.with("groups." + group + ".code", row.cell(1))
                    .with("groups." + group + ".vi", row.cell(2))
                    .with("groups." + group + ".en", row.cell(3).isEmpty() ? row.cell(2) : row.cell(3));
            group++;
        }
        for (int i = 0; i < rows.size(); i++) {
            all = all.with("services." + i + ".service", rows.get(i).cell(0))
                    .with("services." + i + ".group", rows.get(i).cell(1));
        }
        return all;
    }

    private static Mono<Outcome> shown(CommandSheet sheet, List<Fault> faults, int status) {
        return sheet.asked()
                .ask("/api/catalogue")
                .map(catalogue -> sheet.state(Map.of(), faults, null)
                        .shown(
                                sheet.page().t("skills.title"),
                                "creation/skill-groups.jte",
                                Map.of("services", services(catalogue)),
                                status));
    }

    private static List<String> services(ApiAnswer catalogue) {
        return catalogue.answer().get("services").items().stream()
                .map(service -> service.get("code").text())
                .sorted()
                .toList();
    }
}
