package vn.soto.query.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.ledger.Micros;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedModel;
import vn.soto.projection.VersionedRows;

/**
 * A team's report for a quarter in all submitted versions, oldest first.
 *
 * @param id {@code report:<team>:<quarter>}
 */
public record Report(@BsonId String id, List<Version> versions) implements VersionedModel<Report.Version, Report> {

    static final DocumentType<Report> KIND = new DocumentType<>("reports", Report.class);

    /**
     * @param position    position of the submission; {@code commit} is its commit
     * @param submittedAt microseconds since 1970
     * @param pinnedTo    commit up to which the ledger was read for the figures
     * @param pinnedChain chain hash of that commit
     */
    public record Version(
            int version,
            long position,
            long commit,
            long submittedAt,
            String submittedBy,
            QuarterCalendar calendar,
            int indicators,
            List<Figure> figures,
            long pinnedTo,
            String pinnedChain,
            boolean late)
            implements Stamped {

        Instant at() {
            return Micros.instant(submittedAt);
        }
    }

    @Override
    public Report with(Version version) {
        return new Report(id, VersionedRows.with(versions, version));
    }

    List<Version> allAsOf(long commit) {
        return VersionedRows.asOf(versions, commit);
    }

    static Optional<Version> latest(List<Version> versions) {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }
}
