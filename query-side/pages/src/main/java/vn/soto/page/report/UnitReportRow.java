package vn.soto.page.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.Part;

/**
 * A line of a consolidated report.
 *
 * @param line   the line of the version shown
 * @param before the same line of the version before; missing in the first
 * @param now    the same figure as the unit's dashboard has it; missing if it has none
 * @param href   page of the events that the dashboard counts
 */
public record UnitReportRow(Part line, Part before, Part now, String href) {

    /** The lines of one service each; the dashboard counts them by the service's code. */
    private static final String BY_SERVICE = "C";

    /** Whether nothing was counted, in this version, the one before or now: folded away on a screen. */
    public boolean isZero() {
        return line.get("value").number() == 0
                && before.get("value").number() == 0
                && now.number() == 0
                && !line.get("note").exists();
    }

    static List<UnitReportRow> of(ApiAnswer report, List<ApiAnswer> further) {
        ApiAnswer ledger = UnitReportPage.ledger(further);
        Part none = report.answer().get("");
        Map<String, String> figures = new HashMap<>();
        further.get(1).answer().get("indicators").items().stream()
                .filter(indicator -> indicator.get("dashboard").exists())
                .forEach(indicator -> figures.put(
                        indicator.get("code").text(), indicator.get("dashboard").text()));
        Map<String, Part> before = new HashMap<>();
        UnitReportPage.before(further)
                .ifPresent(version -> version.answer()
                        .get("lines")
                        .items()
                        .forEach(line -> before.put(line.get("code").text(), line)));
        return report.answer().get("lines").items().stream()
                .map(line -> {
                    String code = line.get("code").text();
                    return new UnitReportRow(
                            line,
                            before.getOrDefault(code, none),
                            now(code, figures, ledger.answer().get("total"), none),
                            figure(code, ledger));
                })
                .toList();
    }

    /** The events of a figure of the dashboard, as of the same moment and in the same boundaries. */
    private static String figure(String code, ApiAnswer ledger) {
        String[] halves = ledger.page().split("\\?", 2);
        return halves[0] + "/figures/" + Addresses.encoded(code) + (halves.length > 1 ? "?" + halves[1] : "");
    }

    private static Part now(String code, Map<String, String> figures, Part total, Part none) {
        if (code.startsWith(BY_SERVICE + ".") && figures.containsKey(BY_SERVICE)) {
            return total.at(figures.get(BY_SERVICE)).get(code.substring(BY_SERVICE.length() + 1));
        }
        return figures.containsKey(code)
                ? total.at(figures.getOrDefault(code, "").replace('.', '/'))
                : none;
    }

    /** The count of the ledger now beyond the reported value; 0 if the dashboard has no such figure. */
    public long difference() {
        return now.exists() ? now.number() - line.get("value").number() : 0;
    }
}
