package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How many reports stand where.
 *
 * @param reports          all that are expected or there; the next five and {@code missing} add up to it
 * @param missing          nothing was submitted
 * @param waiting          submitted, and neither accepted nor returned
 * @param returned         returned, and not submitted again
 * @param accepted         latest version accepted
 * @param beforeAcceptance submitted before reports were accepted
 * @param overdue          those missing or returned whose due day has passed
 * @param late             those whose first version was submitted after its due day
 * @param longestWait      most days that one of those waiting waits; absent if none does
 * @param differing        those accepted, or submitted, for which the ledger gives other figures now; absent if none was submitted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportTotals(
        long reports,
        long missing,
        long waiting,
        long returned,
        long accepted,
        long beforeAcceptance,
        long overdue,
        long late,
        @Nullable Long longestWait,
        @Nullable Long differing) {

    /** One report. */
    interface CountedReport {

        ReportState state();

        boolean late();

        LocalDate dueOn();

        @Nullable
        Long waitingDays();

        @Nullable
        Integer differing();
    }

    static ReportTotals of(Collection<? extends CountedReport> reports, LocalDate today) {
        boolean compared = reports.stream().anyMatch(report -> report.differing() != null);
        long longest = reports.stream()
                .mapToLong(report -> report.waitingDays() == null ? -1 : report.waitingDays())
                .max()
                .orElse(-1);
        return new ReportTotals(
                reports.size(),
                in(ReportState.DRAFT, reports),
                in(ReportState.WAITING, reports),
                in(ReportState.RETURNED, reports),
                in(ReportState.ACCEPTED, reports) + in(ReportState.NOTED, reports),
                in(ReportState.SUBMITTED_BEFORE_ACCEPTANCE, reports),
                reports.stream().filter(report -> overdue(report, today)).count(),
                reports.stream().filter(CountedReport::late).count(),
                longest < 0 ? null : (Long) longest,
                compared
                        ? (Long) reports.stream()
                                .filter(report -> report.differing() != null && report.differing() > 0)
                                .count()
                        : null);
    }

    /** Whether somebody has to send the report and should have. */
    static boolean overdue(CountedReport report, LocalDate today) {
        return (report.state() == ReportState.DRAFT || report.state() == ReportState.RETURNED)
                && today.isAfter(report.dueOn());
    }

    private static long in(ReportState state, Collection<? extends CountedReport> reports) {
        return reports.stream().filter(report -> report.state() == state).count();
    }
}
