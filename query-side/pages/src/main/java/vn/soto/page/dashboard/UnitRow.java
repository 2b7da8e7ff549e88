package vn.soto.page.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A unit below the one of the dashboard.
 *
 * @param line   its line in the answer
 * @param href   its own dashboard
 * @param chosen the figure by which rows are sorted and a map is shaded
 */
public record UnitRow(Part line, String name, String officialCode, String href, Part chosen) {

    /** Figures by which rows can be sorted; their places in a line. */
    public static final Map<String, String> FIGURES = Map.of(
            "assistances", "assistances",
            "households", "households",
            "self-performed", "byMode/SELF_PERFORMED",
            "done-on-behalf", "byMode/DONE_ON_BEHALF",
            "late", "late",
            "unassigned", "unassigned");

    public static final List<String> ORDER =
            List.of("assistances", "households", "self-performed", "done-on-behalf", "late", "unassigned");

    static List<UnitRow> of(Part children, String quarter, PageContext page) {
        String by = page.option("by");
        String chosen = FIGURES.getOrDefault(by, "assistances");
        List<UnitRow> rows = children.items().stream()
                .map(line -> new UnitRow(
                        line,
                        line.get("name").text(),
                        line.get("officialCode").text(),
                        page.to("/dashboards/" + line.get("unit").text() + "?quarter=" + quarter),
                        line.at(chosen)))
                .toList();
        return FIGURES.containsKey(by)
                ? rows.stream()
                        .sorted(Comparator.comparingLong((UnitRow row) -> -row.chosen.number()))
                        .toList()
                : rows;
    }

    /** Page of the events behind a figure of the unit. */
    public String figure(String code, String quarter, PageContext page) {
        return page.to("/dashboards/" + line.get("unit").text() + "/figures/" + code + "?quarter=" + quarter);
    }
}
