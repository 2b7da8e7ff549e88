package vn.soto.query.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportContent;
import vn.soto.contracts.report.ReportContents;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.ledger.Micros;
import vn.soto.projection.Documents;
import vn.soto.projection.RowListType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * A team's report for a quarter in all submitted versions, and what its recipients made of them, both oldest first.
 *
 * @param id {@code report:<team>:<quarter>}
 */
public record Report(String id, List<Version> versions, List<Judgment> judged) implements ReportCourse<Report.Version> {

    /** A version has all that was reported, so few are in a document. */
    static final RowListType<Version> VERSIONS = RowListType.of("reports", Version.class, 4, Version::position);

    static final RowListType<Judgment> JUDGMENTS =
            RowListType.of("report-judgments", Judgment.class, 64, Judgment::position);

    static Report none(String id) {
        return new Report(id, List.of(), List.of());
    }

    /**
     * @param position    position of the submission; {@code commit} is its commit
     * @param submittedAt microseconds since 1970
     * @param figures     as the ledger gave them
     * @param pinnedTo    commit up to which the ledger was read for the figures
     * @param pinnedChain chain hash of that commit
     * @param dueOn       last day in time; absent if the report was submitted to the first version of the event
     * @param content     absent, like {@code recipient} and {@code hash}, if it was submitted before reports were accepted
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
            boolean late,
            @Nullable LocalDate dueOn,
            @Nullable ReportContent content,
            @Nullable Recipient recipient,
            @Nullable String hash)
            implements Stamped, SentVersion {

        @Override
        public Instant at() {
            return Micros.instant(submittedAt);
        }

        /** The lines as the team reports them. */
        List<Figure> reported() {
            return ReportContents.reported(figures, content);
        }

        /** Whether it still has the content whose hash was stored; true for one from before there were hashes. */
        boolean holdsItsContent(ReportId report) {
            return hash == null
                    || new QuarterlyReportSubmitted(
                                    report.team(),
                                    report.quarter(),
                                    calendar,
                                    version,
                                    indicators,
                                    figures,
                                    pinnedTo,
                                    pinnedChain,
                                    late,
                                    dueOn,
                                    content,
                                    recipient,
                                    hash)
                            .contentHash()
                            .equals(hash);
        }

        QuarterDays days(Quarter quarter) {
            return content == null ? calendar.days(quarter) : content.days(quarter);
        }
    }

    /**
     * A return or an acceptance.
     *
     * @param judgedAt microseconds since 1970
     * @param instrument    with which the people's committee took note of it; absent otherwise
     */
    public record Judgment(
            long position,
            long commit,
            int version,
            boolean accepted,
            long judgedAt,
            String judgedBy,
            @Nullable Instrument instrument)
            implements Stamped {

        ReportState state() {
            if (instrument != null) {
                return ReportState.NOTED;
            }
            return accepted ? ReportState.ACCEPTED : ReportState.RETURNED;
        }

        Instant at() {
            return Micros.instant(judgedAt);
        }
    }

    /** A report as it was known at a commit; {@link #none} if it was not submitted. */
    static Report find(String id, Documents documents, long commit) {
        return find(List.of(id), documents, commit).getOrDefault(id, none(id));
    }

    /** Those of the reports that were ever submitted, as they were known at a commit. */
    static Map<String, Report> find(Collection<String> ids, Documents documents, long commit) {
        Map<String, List<Judgment>> judgments = JUDGMENTS.find(ids, documents);
        Map<String, Report> found = new HashMap<>();
        VERSIONS.find(ids, documents)
                .forEach((id, versions) -> found.put(
                        id,
                        new Report(
                                id,
                                VersionedRows.asOf(versions, commit),
                                VersionedRows.asOf(judgments.getOrDefault(id, List.of()), commit))));
        return found;
    }

    /** Units to which versions were submitted, oldest first. */
    Stream<String> recipients() {
        return versions.stream()
                .flatMap(version -> Stream.ofNullable(version.recipient()))
                .map(recipient -> recipient.unit().value());
    }
}
