package vn.soto.query.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Micros;
import vn.soto.projection.Documents;
import vn.soto.projection.RowListType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;
import vn.soto.query.report.Report.Judgment;

/**
 * A unit's report for a quarter in all submitted versions, and what its recipients made of them, both oldest first.
 *
 * @param id {@code unit-report:<unit>:<quarter>}
 */
public record ConsolidatedReport(String id, List<Version> versions, List<Judgment> judged)
        implements ReportCourse<ConsolidatedReport.Version> {

    /** A version has all that was reported, so a document has one. */
    static final RowListType<Version> VERSIONS = RowListType.of("unit-reports", Version.class, 1, Version::position);

    static final RowListType<Judgment> JUDGMENTS =
            RowListType.of("unit-report-judgments", Judgment.class, 64, Judgment::position);

    /**
     * @param submittedAt microseconds since 1970
     * @param recipient   absent for a province
     */
    public record Version(
            int version,
            long position,
            long commit,
            long submittedAt,
            String submittedBy,
            Consolidated content,
            long pinnedTo,
            String pinnedChain,
            boolean late,
            LocalDate dueOn,
            @Nullable UnitId recipient,
            String hash)
            implements Stamped, SentVersion {

        @Override
        public Instant at() {
            return Micros.instant(submittedAt);
        }

        /** Whether its content has the hash that was stored with it. */
        boolean holdsItsContent(UnitId unit, Quarter quarter) {
            return new UnitReportSubmitted(
                            unit, quarter, version, content, pinnedTo, pinnedChain, late, dueOn, recipient)
                    .hash()
                    .equals(hash);
        }
    }

    /** A report as it was known at a commit; without a version if it was not submitted. */
    static ConsolidatedReport find(String id, Documents documents, long commit) {
        return new ConsolidatedReport(
                id,
                VersionedRows.asOf(VERSIONS.find(id, documents), commit),
                VersionedRows.asOf(JUDGMENTS.find(id, documents), commit));
    }
}
