package vn.soto.query.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Micros;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;
import vn.soto.query.report.Report.Judgment;

/**
 * A unit's report for a quarter in all submitted versions, and what its recipients made of them, both oldest first.
 *
 * @param id {@code unit-report:<unit>:<quarter>}
 */
public record ConsolidatedReport(@BsonId String id, List<Version> versions, List<Judgment> judgments)
        implements ReadModel, ReportCourse<ConsolidatedReport.Version> {

    static final DocumentType<ConsolidatedReport> KIND = new DocumentType<>("unit-reports", ConsolidatedReport.class);

    static ConsolidatedReport none(String id) {
        return new ConsolidatedReport(id, List.of(), List.of());
    }

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

    ConsolidatedReport with(Version version) {
        return new ConsolidatedReport(id, VersionedRows.with(versions, version), judgments);
    }

    ConsolidatedReport with(Judgment judgment) {
        return new ConsolidatedReport(id, versions, VersionedRows.with(judgments, judgment));
    }

    /** The same as it was known at a commit. */
    ConsolidatedReport asOf(long commit) {
        return new ConsolidatedReport(id, VersionedRows.asOf(versions, commit), VersionedRows.asOf(judgments, commit));
    }

    @Override
    public List<Judgment> judged() {
        return judgments;
    }
}
