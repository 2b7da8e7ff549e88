package vn.soto.page.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/**
 * A line of a report.
 *
 * @param line   the line of the version shown
 * @param before the same line of the version before; missing in the first
 * @param now    the same line as it derives now, with {@code difference}; missing for a draft
 * @param href   page of the events behind it
 */
public record ReportRow(Part line, Part before, Part now, String href) {

    private static final String HOUSEHOLDS = "H01";

    /** Lines that people may state with a source, where the ledger has nothing or less. */
    private static final Set<String> STATED = Set.of(HOUSEHOLDS, "P01", "P02", "P03", "P03.households");

    static List<ReportRow> of(ApiAnswer report, ApiAnswer present, ApiAnswer before, PageContext page) {
        Map<String, Part> now = byCode(present.answer().at("present/lines"));
        Map<String, Part> then =
                before.equals(report) ? Map.of() : byCode(before.answer().get("figures"));
        Part none = report.answer().get("");
        String version = report.answer().get("version").exists()
                ? "?version=" + report.answer().get("version").text()
                : "";
        String path = report.address().split("\\?", 2)[0];
        return report.answer().get("figures").items().stream()
                .map(line -> {
                    String code = line.get("code").text();
                    return new ReportRow(
                            line,
                            then.getOrDefault(code, none),
                            now.getOrDefault(code, none),
                            page.to(Addresses.page(path) + "/figures/" + code + version));
                })
                .toList();
    }

    private static Map<String, Part> byCode(Part lines) {
        Map<String, Part> byCode = new HashMap<>();
        lines.items().forEach(line -> byCode.put(line.get("code").text(), line));
        return byCode;
    }

    /** Page of the events that changed the line since the version. */
    public String changes() {
        int query = href.indexOf('?');
        return query < 0 ? href + "/changes" : href.substring(0, query) + "/changes" + href.substring(query);
    }

    /** Whether the ledger gives another value now, or the team states another than the ledger. */
    public boolean differs() {
        return now.get("difference").number() != 0 || line.get("override").exists();
    }

    /** Whether nobody counted or stated anything, in this version, the one before or now: folded away on a screen. */
    public boolean isZero() {
        return line.get("value").number() == 0
                && !line.get("override").exists()
                && !line.get("source").exists()
                && before.get("reported").number() == 0
                && now.get("present").number() == 0;
    }

    /** The form with which people state a line that the ledger alone does not know, for who may; empty for other lines. */
    public static String form(ReportRow row, ApiAnswer report, PageContext page) {
        String code = row.line.get("code").text();
        String command = code.equals(HOUSEHOLDS) ? "state-household-total" : "state-report-line";
        return STATED.contains(code)
                        && !page.isPast()
                        && report.links().get("commands").get(command).exists()
                ? Addresses.with(page.form(command, report), "code", code.equals(HOUSEHOLDS) ? "" : code)
                : "";
    }
}
