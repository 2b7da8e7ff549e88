package vn.soto.page.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A figure over the quarters of a trend.
 *
 * @param code   of the indicator, which leads to the events behind each of its values
 * @param values one for each quarter; missing where there was no such unit
 */
public record TrendRow(String name, String code, List<Part> values) {

    /** @param name key of the text that heads the rows */
    public record Group(String name, List<TrendRow> rows) {}

    static List<Group> of(List<TrendQuarter> quarters, PageContext page) {
        return List.of(
                new Group(
                        "trend.all",
                        List.of(
                                row(page.t("dashboard.assistances"), "H05", "assistances", quarters),
                                row(page.t("dashboard.households"), "H04", "households", quarters),
                                row(page.t("trend.businesses"), "H04.businesses", "businesses", quarters),
                                row(page.t("dashboard.late"), "H05.late", "late", quarters))),
                parts("dashboard.by-channel", "H05", "byChannel", quarters, page),
                parts("dashboard.by-mode", "M", "byMode", quarters, page),
                parts("dashboard.by-service", "S", "byService", quarters, page),
                new Group(
                        "trend.staff",
                        List.of(
                                row(page.t("dashboard.teams"), "T01", "teams", quarters),
                                row(page.t("dashboard.members"), "T02", "members", quarters),
                                row(page.t("dashboard.unassigned"), "H03", "unassigned", quarters))));
    }

    /** The parts of a total by kind, those that are 0 in all quarters left out. */
    private static Group parts(
            String name, String prefix, String field, List<TrendQuarter> quarters, PageContext page) {
        List<TrendRow> rows = new ArrayList<>();
        quarters.stream()
                .flatMap(quarter -> quarter.line().at("figures/" + field).fields().stream())
                .filter(part -> part.getValue().number() > 0)
                .map(Map.Entry::getKey)
                .distinct()
                .forEach(kind -> rows.add(row(
                        page.format().first(page.value(field, kind)),
                        Bar.code(prefix, kind),
                        field + "/" + kind,
                        quarters)));
        return new Group(name, rows);
    }

    private static TrendRow row(String name, String code, String path, List<TrendQuarter> quarters) {
        return new TrendRow(
                name,
                code,
                quarters.stream()
                        .map(quarter -> quarter.line().at("figures/" + path))
                        .toList());
    }
}
