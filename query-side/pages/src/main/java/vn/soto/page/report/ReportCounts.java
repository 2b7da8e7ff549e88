package vn.soto.page.report;

import java.util.List;
import vn.soto.page.Addresses;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * The states of the reports of a level, of an area or before an authority, counted.
 *
 * @param href   page of the reports of the unit; empty for a level
 * @param oldest report that has waited longest; missing if none waits
 */
public record ReportCounts(String name, String href, Part totals, Part oldest) {

    /** The counted states, in the order of the columns. */
    public static final List<String> COUNTED =
            List.of("reports", "accepted", "waiting", "returned", "missing", "overdue", "late");

    /** By the level that the reports come from, teams first. */
    static List<ReportCounts> levels(Part report, PageContext page) {
        return report.get("levels").items().stream()
                .map(level -> new ReportCounts(
                        level.get("kind").exists()
                                ? page.format()
                                        .first(page.value(
                                                "kind", level.get("kind").text()))
                                : page.t("report.of-team-level"),
                        "",
                        level.get("totals"),
                        level.get("oldest")))
                .toList();
    }

    /** @param list of units with their totals: {@code authorities} or {@code areas} */
    static List<ReportCounts> units(Part report, String list, PageContext page) {
        String quarter = report.get("quarter").text();
        return report.get(list).items().stream()
                .map(unit -> new ReportCounts(
                        page.unit(unit),
                        page.to("/units/" + Addresses.encoded(unit.get("unit").text()) + "/reports?quarter=" + quarter),
                        unit.get("totals"),
                        unit.get("oldest")))
                .toList();
    }

    /** The page of the report that has waited longest. */
    public String oldestReport(String quarter, PageContext page) {
        String of = oldest.get("team").exists()
                ? "/teams/" + oldest.get("team").text()
                : "/units/" + Addresses.encoded(oldest.get("through").text());
        return page.to(of + "/reports/" + quarter);
    }
}
