package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.QuarterCalendar;

/**
 * A report: a submitted version, or the draft as of a commit.
 *
 * @param indicators version of the definitions of its figures
 * @param version    absent for a draft
 * @param submitted  absent for a draft
 * @param figures    in the order of the definitions, with names; a value is absent if people state it and nobody did
 * @param versions   all submitted versions, oldest first
 * @param pin        state of the ledger its figures come from
 * @param matches    whether the figures derived again from the ledger up to the pin are the same
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        String team,
        String quarter,
        QuarterCalendar calendar,
        int indicators,
        Status status,
        @Nullable Integer version,
        @Nullable Submission submitted,
        List<Submission> versions,
        List<ReportLine> figures,
        Pin pin,
        boolean matches) {

    enum Status {
        DRAFT,
        SUBMITTED
    }

    /** @param chain hash of that commit */
    record Pin(long commit, String chain) {}

    record Submission(int version, long commit, Instant at, String by, boolean late) {

        static Submission of(Report.Version version) {
            return new Submission(
                    version.version(), version.commit(), version.at(), version.submittedBy(), version.late());
        }
    }

    static ReportView of(Reports.Sight sight, List<ReportLine> figures) {
        List<Submission> versions =
                sight.versions().stream().map(Submission::of).toList();
        Pin pin = new Pin(sight.pinnedTo(), sight.pinnedChain());
        return sight.version()
                .map(version -> new ReportView(
                        sight.team().value(),
                        sight.quarter().toString(),
                        sight.calendar(),
                        sight.indicators(),
                        Status.SUBMITTED,
                        version.version(),
                        Submission.of(version),
                        versions,
                        figures,
                        pin,
                        sight.matches()))
                .orElseGet(() -> new ReportView(
                        sight.team().value(),
                        sight.quarter().toString(),
                        sight.calendar(),
                        sight.indicators(),
                        Status.DRAFT,
                        null,
                        null,
                        versions,
                        figures,
                        pin,
                        sight.matches()));
    }
}
