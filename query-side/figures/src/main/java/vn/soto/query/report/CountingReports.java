package vn.soto.query.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators.Counted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Documents;

/** The submitted reports of a team that count one of some events. */
@Component
public record CountingReports(Documents documents, Reports reports, Derivation derivation) {

    /**
     * A report that counts one of the events, in its latest version.
     *
     * @param codes figures that count it
     */
    public record Counting(TeamId team, Quarter quarter, int version, List<String> codes) {}

    /**
     * Of the quarters from that of a day to that of another one, derived again from what each report is pinned to.
     *
     * @param positions of the events
     */
    public List<Counting> of(TeamId team, Set<Long> positions, LocalDate from, LocalDate to, long asOf) {
        List<Quarter> quarters = QuarterCalendar.ofAny(from, to).toList();
        Map<String, Report> known = Report.find(
                quarters.stream()
                        .map(quarter -> new ReportId(team, quarter).toString())
                        .toList(),
                documents,
                asOf);
        return quarters.stream()
                .filter(quarter -> isSubmitted(known.get(new ReportId(team, quarter).toString())))
                .flatMap(quarter -> counting(reports.find(team.value(), quarter, 0, asOf), positions))
                .toList();
    }

    private static boolean isSubmitted(@Nullable Report report) {
        return report != null && !report.versions().isEmpty();
    }

    private Stream<Counting> counting(Reports.Sight sight, Set<Long> positions) {
        Map<String, List<Counted>> evidence =
                derivation.evidence(sight.pinned(), sight.pin().before());
        List<String> codes = sight.derived().all().stream()
                .map(Figure::code)
                .filter(code -> evidence.getOrDefault(code, List.of()).stream()
                        .flatMap(counted -> counted.positions().stream())
                        .anyMatch(positions::contains))
                .toList();
        return codes.isEmpty()
                ? Stream.empty()
                : sight.version().stream()
                        .map(version -> new Counting(sight.team(), sight.quarter(), version.version(), codes));
    }
}
