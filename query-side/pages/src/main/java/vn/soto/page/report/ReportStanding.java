package vn.soto.page.report;

import java.util.Set;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;

/** Which commands about a report are refused as it stands, whatever is typed: its page offers the others. */
public final class ReportStanding {

    private static final Set<String> JUDGING = Set.of(
            "accept-quarterly-report",
            "return-quarterly-report",
            "accept-unit-report",
            "return-unit-report",
            "note-unit-report");

    private static final Set<String> SUBMITTING = Set.of("submit-quarterly-report", "submit-unit-report");

    private ReportStanding() {}

    /** @param answer about the report or another thing, of which none is refused here */
    public static boolean refuses(String command, ApiAnswer answer, PageContext page) {
        Part report = answer.answer();
        return switch (answer.question()) {
            case "/api/teams/{team}/reports/{quarter}" ->
                (JUDGING.contains(command) && !isToBeJudged(report))
                        || (SUBMITTING.contains(command) && !hasEnded(report.at("period/lastDay"), page));
            case "/api/units/{unit}/reports/{quarter}" ->
                (JUDGING.contains(command)
                                && (!isToBeJudged(report)
                                        || report.get("recipient").exists() == command.equals("note-unit-report")))
                        || (SUBMITTING.contains(command) && !hasEnded(report.get("lastDay"), page));
            default -> false;
        };
    }

    /** The version on the page is the latest, and nobody has accepted or returned it. */
    private static boolean isToBeJudged(Part report) {
        return report.get("state").text().equals("WAITING")
                && report.get("version").number()
                        == report.get("versions").items().size();
    }

    private static boolean hasEnded(Part lastDay, PageContext page) {
        return lastDay.text().compareTo(page.me().answer().get("on").text()) < 0;
    }
}
