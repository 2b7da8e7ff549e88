package vn.soto.query.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;

/** The versions of reports that stand, for readers without an account. */
@Component
public final class AcceptedReports {

    private final UnitReportLines units;
    private final Documents documents;

    AcceptedReports(UnitReportLines units, Documents documents) {
        this.units = units;
        this.documents = documents;
    }

    /**
     * A version of a unit's report.
     *
     * @param at   of its submission
     * @param hash of its content
     */
    public record AcceptedReport(UnitId unit, int version, Instant at, Consolidated content, String hash) {}

    /**
     * The versions of a unit's report up to the one that stands, oldest first: that is the one accepted last. Nobody accepts
     * the report of a unit above which there is none. Of that, until the people's committee takes note of one, it is the
     * version submitted last.
     */
    public List<AcceptedReport> of(UnitId unit, Quarter quarter, long asOf) {
        ConsolidatedReport report = units.report(unit.value(), quarter, asOf);
        int standing = report.acceptance()
                .map(Report.Judgment::version)
                .or(() -> report.latest()
                        .filter(version -> version.recipient() == null)
                        .map(ConsolidatedReport.Version::version))
                .orElse(0);
        return report.versions().stream()
                .filter(version -> version.version() <= standing)
                .map(version -> accepted(unit, version))
                .toList();
    }

    /** A version, which another report pins as accepted. */
    public Optional<AcceptedReport> version(UnitId unit, Quarter quarter, int number, long asOf) {
        return units.report(unit.value(), quarter, asOf).version(number).map(version -> accepted(unit, version));
    }

    private static AcceptedReport accepted(UnitId unit, ConsolidatedReport.Version version) {
        return new AcceptedReport(unit, version.version(), version.at(), version.content(), version.hash());
    }

    /** Number of the version submitted last; 0 if there is none. */
    public int latest(Reporter reporter, Quarter quarter, long asOf) {
        return switch (reporter.level()) {
            case TEAM ->
                Report.find(new ReportId(reporter.team().orElseThrow(), quarter).toString(), documents, asOf)
                        .latest()
                        .map(Report.Version::version)
                        .orElse(0);
            case UNIT ->
                units.report(reporter.id(), quarter, asOf)
                        .latest()
                        .map(ConsolidatedReport.Version::version)
                        .orElse(0);
        };
    }
}
