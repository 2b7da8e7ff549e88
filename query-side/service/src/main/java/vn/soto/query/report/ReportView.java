package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.query.person.CommitReasons;

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
 * @param outdated   whether what was recorded since the version changes a figure; false for a draft
 * @param present    the figures as they derive now beside those of the version; absent unless asked for, and for a draft
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
        boolean matches,
        boolean outdated,
        @Nullable PresentFigures present) {

    enum Status {
        DRAFT,
        SUBMITTED
    }

    /** @param chain hash of that commit */
    record Pin(long commit, String chain) {}

    /**
     * @param late    whether version 1 was submitted after its due day: a report submitted in time stays in time however often
     *                it is submitted again
     * @param why     reason given for the submission: the label of its code, or the words of an older one
     * @param whyCode code of the reason; absent for words
     * @param whyText text beside the code, or why it is not shown; absent if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Submission(
            int version,
            long commit,
            Instant at,
            String by,
            boolean late,
            @Nullable String why,
            @Nullable ReasonCode whyCode,
            @Nullable String whyText) {

        static Submission of(Report.Version version, boolean late, CommitReasons.Shown reason) {
            return new Submission(
                    version.version(),
                    version.commit(),
                    version.at(),
                    version.submittedBy(),
                    late,
                    reason.why(),
                    reason.code(),
                    reason.text());
        }
    }

    /** @param versions the submissions of the sight's versions */
    static ReportView of(
            Reports.Sight sight,
            List<ReportLine> figures,
            List<Submission> versions,
            @Nullable PresentFigures present) {
        Integer version = sight.version().isPresent() ? sight.version().get().version() : null;
        return new ReportView(
                sight.team().value(),
                sight.quarter().toString(),
                sight.calendar(),
                sight.indicators(),
                version == null ? Status.DRAFT : Status.SUBMITTED,
                version,
                version == null ? null : submission(version, versions),
                versions,
                figures,
                new Pin(sight.pin().commit(), sight.pinnedChain()),
                sight.matches(),
                sight.outdated(),
                present);
    }

    private static Submission submission(int version, List<Submission> versions) {
        return versions.stream()
                .filter(each -> each.version == version)
                .findFirst()
                .orElseThrow();
    }
}
