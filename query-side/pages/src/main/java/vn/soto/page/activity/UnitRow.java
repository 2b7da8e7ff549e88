package vn.soto.page.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A unit below the one of the dashboard, or what belongs to no unit of today yet.
 *
 * @param line   its line in the answer
 * @param href   its own dashboard
 * @param chosen value by which rows are sorted and a map is shaded
 */
public record UnitRow(Part line, String name, String officialCode, String href, UnitValue chosen) {

    /** Names of figures in the order of the columns, their places in a line and their codes. */
    public static final List<List<String>> COLUMNS = List.of(
            List.of("assistances", "assistances", "H05"),
            List.of("households", "households", "H04"),
            List.of("self-performed", "byMode/SELF_PERFORMED", "M.self-performed"),
            List.of("done-on-behalf", "byMode/DONE_ON_BEHALF", "M.done-on-behalf"),
            List.of("late", "late", "H05.late"),
            List.of("unassigned", "unassigned", "H03"),
            List.of("teams", "teams", "T01"),
            List.of("members", "members", "T02"));

    /** Figures by which rows can be sorted; their places in a line. */
    public static final Map<String, String> FIGURES =
            COLUMNS.stream().collect(Collectors.toUnmodifiableMap(List::getFirst, column -> column.get(1)));

    /** Parts of each hundred by which rows can be sorted, too. */
    private static final Map<String, Function<Part, Ratio>> RATIOS =
            Map.of("per-hundred", Ratio::perHundred, "self-share", Ratio::bySelf);

    /** Figures whose total counts once what several rows count. */
    public static final Set<String> ONCE = Set.of("households", "teams", "members");

    /** Name of the value that units are compared by. Without a choice it is, on one sheet, the help of each hundred households. */
    static String by(ApiAnswer answer, PageContext page) {
        String by = page.option("by");
        boolean known = FIGURES.containsKey(by) || RATIOS.containsKey(by);
        return known ? by : Overview.isOf(answer, page) ? "per-hundred" : "";
    }

    private static UnitValue chosen(String by, Part line, PageContext page) {
        Function<Part, Ratio> ratio = RATIOS.get(by);
        return ratio == null
                ? UnitValue.of(line.at(FIGURES.getOrDefault(by, "assistances")), page)
                : UnitValue.of(ratio.apply(line), page);
    }

    /** The units, in the chosen order. */
    static List<UnitRow> of(ApiAnswer answer, PageContext page) {
        String by = by(answer, page);
        String itself = answer.answer().at("unit/unit").text();
        List<UnitRow> rows = answer.answer().get("children").items().stream()
                .map(line -> new UnitRow(
                        line,
                        line.get("unit").text().equals(itself)
                                ? page.t("dashboard.itself", line.get("name").text())
                                : line.get("name").text(),
                        line.get("officialCode").text(),
                        page.to("/dashboards/" + line.get("unit").text() + "?quarter="
                                + answer.answer().get("quarter").text()),
                        chosen(by, line, page)))
                .toList();
        return by.isEmpty()
                ? rows
                : rows.stream()
                        .sorted(Comparator.comparingDouble((UnitRow row) -> -row.chosen.size()))
                        .toList();
    }

    /** All parts of the total: the units, and last what belongs to none of them yet. */
    static List<UnitRow> withUndecided(ApiAnswer answer, PageContext page) {
        List<UnitRow> rows = new ArrayList<>(of(answer, page));
        Part undecided = answer.answer().get("undecided");
        if (undecided.exists()) {
            rows.add(new UnitRow(
                    undecided,
                    page.t("dashboard.undecided"),
                    "",
                    page.to("/units/" + answer.answer().at("unit/unit").text() + "/undecided"),
                    chosen(by(answer, page), undecided, page)));
        }
        return rows;
    }

    /** All parts of the total; a unit that is not divided is its only part. There are none where it was not there yet. */
    static List<UnitRow> compared(ApiAnswer answer, PageContext page) {
        List<UnitRow> rows = withUndecided(answer, page);
        if (!rows.isEmpty() || answer.answer().get("notYet").exists()) {
            return rows;
        }
        Part unit = answer.answer().get("unit");
        Part total = answer.answer().get("total");
        String id = unit.get("unit").text();
        Part whole = new Part(total.place(), total.value().deepCopy().asObject().put("unit", id));
        return List.of(new UnitRow(
                whole,
                unit.get("name").text(),
                "",
                page.to("/dashboards/" + id),
                chosen(by(answer, page), whole, page)));
    }

    /** Whether anybody was helped in it. */
    boolean isHelped() {
        return line.get("assistances").number() > 0;
    }

    /** Whether it is a unit; otherwise it is what belongs to none yet. */
    public boolean isUnit() {
        return line.get("unit").exists();
    }

    /** Page of the events behind a figure; empty if it is of no unit. */
    public String figures() {
        return isUnit() ? "/dashboards/" + line.get("unit").text() + "/figures/" : "";
    }

    /** Name of its place in a table of the units of the quarter, or of those of today. */
    public String anchor(boolean was) {
        return (was ? "was-" : "now-") + (isUnit() ? line.get("unit").text() : "undecided");
    }
}
