package vn.soto.query.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.query.report.UnitReportsView.AuthorityLine;
import vn.soto.query.report.UnitReportsView.Oldest;

/**
 * The reports that wait for each authority of an area, or are missing there, as plain Vietnamese text to paste into a
 * chat. It has at most 1,000 characters, and names only units and teams. The authority with the longest wait comes
 * first; omitted lines are counted, never dropped in silence.
 */
final class AuthorityText {

    private static final int LONGEST = ProgressText.LONGEST;

    private AuthorityText() {}

    static String of(String quarter, String area, List<AuthorityLine> authorities) {
        List<String> lines = authorities.stream()
                .filter(AuthorityText::isOpen)
                .sorted(Comparator.comparingLong(AuthorityText::longestWait)
                        .reversed()
                        .thenComparing(Comparator.<AuthorityLine>comparingLong(
                                        line -> line.totals().overdue())
                                .reversed()))
                .map(AuthorityText::line)
                .toList();
        String heading = "Báo cáo %s – %s, theo nơi tiếp nhận:".formatted(ProgressText.quarterText(quarter), area);
        if (lines.isEmpty()) {
            return heading + "\nKhông còn báo cáo nào chờ hoặc thiếu.";
        }
        int shown = lines.size();
        while (shown > 0 && text(heading, lines, shown).length() > LONGEST) {
            shown--;
        }
        return text(heading, lines, shown);
    }

    private static String text(String heading, List<String> lines, int shown) {
        List<String> all = new ArrayList<>(List.of(heading));
        all.addAll(lines.subList(0, shown));
        int left = lines.size() - shown;
        if (left > 0) {
            all.add(shown == 0 ? left + " nơi còn báo cáo chờ hoặc thiếu." : "Và " + left + " nơi nữa.");
        }
        return String.join("\n", all);
    }

    private static boolean isOpen(AuthorityLine line) {
        ReportTotals totals = line.totals();
        return totals.waiting() + totals.missing() + totals.returned() > 0;
    }

    private static long longestWait(AuthorityLine line) {
        Oldest oldest = line.oldest();
        return oldest == null ? -1 : oldest.waitingDays();
    }

    private static String line(AuthorityLine line) {
        ReportTotals totals = line.totals();
        Oldest oldest = line.oldest();
        String waiting = oldest == null
                ? ""
                : "%d chờ tiếp nhận, lâu nhất %d ngày (%s)"
                        .formatted(totals.waiting(), oldest.waitingDays(), oldest.name());
        return line.unit().name() + ": "
                + Stream.of(
                                waiting,
                                counted(totals.missing(), "chưa nộp"),
                                counted(totals.returned(), "bị trả lại"),
                                counted(totals.overdue(), "quá hạn"),
                                counted(totals.late(), "đã nộp muộn"))
                        .filter(part -> !part.isEmpty())
                        .reduce((first, second) -> first + "; " + second)
                        .orElse("")
                + ".";
    }

    private static String counted(long reports, String state) {
        return reports == 0 ? "" : reports + " " + state;
    }
}
