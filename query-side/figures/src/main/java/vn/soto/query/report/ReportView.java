package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.VersionStage;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.period.PeriodState;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

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
 * @param course     next steps and those who take them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        TeamId team,
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
        @Nullable PresentFigures present,
        @JsonUnwrapped Handling course) {

    /** The commands that its state refuses. The page is about one version, and only the latest is accepted or returned. */
    StateRefusals refusals(LocalDate today) {
        return stage(versions, course.accepted() == null ? 0 : course.accepted().version())
                .ofTeam(course.period().lastDay(), today)
                .unless(
                        version == null || version == versions.size(),
                        "CONTENT_IS_THAT_OF_THE_LATEST_VERSION",
                        "accept-quarterly-report",
                        "return-quarterly-report");
    }

    /** @param accepted number of the version accepted last; 0 if none is */
    static VersionStage stage(List<Submission> versions, int accepted) {
        return new VersionStage(
                versions.size(),
                !versions.isEmpty() && versions.getLast().content() != null,
                !versions.isEmpty() && versions.getLast().state() == ReportState.RETURNED,
                accepted);
    }

    enum Status {
        DRAFT,
        SUBMITTED
    }

    /** @param chain hash of that commit */
    record Pin(@IdOf(IdKind.COMMIT) long commit, String chain) {}

    /**
     * The handling of the report.
     *
     * @param state       of the version, or that it is a draft
     * @param content     hash of the version's content: what an acceptance or a return names; absent for a draft, and for a version
     *                    submitted before reports were accepted
     * @param recipient   recipient of the version; for a draft that of today; absent if the team's area lies in no
     *     commune
     * @param accepted    the version accepted last; absent if none is
     * @param differing   in how many lines the ledger gives another value now than for this version; 0 for a draft
     * @param waitingDays days since the latest version was submitted; absent unless it waits for its recipient
     * @param narrative   texts of the version beside the figures
     * @param next        the team's texts and overrides for the next version; absent if they are the same
     * @param lateLines   in how many lines what arrived for the period while it was closed makes a difference
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Handling(
            ReportState state,
            @Nullable String content,
            PeriodView period,
            @Nullable RecipientView recipient,
            @Nullable Acceptance accepted,
            int differing,
            @Nullable Long waitingDays,
            Texts narrative,
            @Nullable Next next,
            List<ReportCheck> checks,
            int lateLines) {}

    /**
     * @param dueOn     last day on which the report is in time
     * @param authority unit whose period it is
     * @param openUntil last day of a reopening; absent unless the period is reopened
     * @param lateCounts period in which late events count while it is closed; absent while nobody has opened or closed
     *     it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeriodView(
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate dueOn,
            UnitId authority,
            PeriodState state,
            @Nullable LocalDate openUntil,
            @Nullable LateCounting lateCounts) {}

    /**
     * @param actingUnit unit that the recipient has become part of; absent while it goes on
     * @param because    why it is this one of several units; absent if there was no other
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecipientView(
            UnitId unit,
            String name,
            @Nullable UnitId actingUnit,
            Recipient.@Nullable Note because,
            List<UnitId> otherUnits) {}

    /** @param differing in how many lines the ledger gives another value now */
    record Acceptance(
            int version,
            String content,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            int differing) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Texts(@Nullable String difficulties, @Nullable String goodModels) {

        static Texts of(Narrative narrative) {
            return new Texts(narrative.difficulties(), narrative.goodModels());
        }
    }

    /** @param overrides by code */
    record Next(Texts narrative, SortedMap<String, ReportLine.Overriding> overrides) {}

    /** A return or an acceptance. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Judged(
            boolean accepted,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @JsonUnwrapped CommitReasons.Shown reason) {

        static Judged of(Report.Judgment judgment, CommitReasons.Shown reason) {
            return new Judged(judgment.accepted(), judgment.commit(), judgment.at(), judgment.judgedBy(), reason);
        }
    }

    /**
     * @param late      whether version 1 was submitted after its due day: a report submitted in time stays in time however often
     *                  it is submitted again
     * @param content   hash of its content; absent if it was submitted before reports were accepted
     * @param amends    number of the accepted version that it amends; absent if none was accepted before
     * @param judgments the recipient's decisions, oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Submission(
            int version,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            boolean late,
            @JsonUnwrapped CommitReasons.Shown reason,
            ReportState state,
            @Nullable String content,
            @Nullable Integer amends,
            List<Judged> judgments) {

        static Submission of(
                Report.Version version,
                boolean late,
                ReportState state,
                CommitReasons.Shown reason,
                List<Judged> judgments) {
            return new Submission(
                    version.version(),
                    version.commit(),
                    version.at(),
                    version.submittedBy(),
                    late,
                    reason,
                    state,
                    version.hash(),
                    version.content() == null ? null : version.content().amends(),
                    judgments);
        }
    }

    /** @param versions the submissions of the sight's versions */
    static ReportView of(
            Reports.Sight sight,
            List<ReportLine> figures,
            List<Submission> versions,
            @Nullable PresentFigures present,
            Handling course) {
        Integer version = sight.version().isPresent() ? sight.version().get().version() : null;
        return new ReportView(
                sight.team(),
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
                present,
                course);
    }

    private static Submission submission(int version, List<Submission> versions) {
        return versions.stream()
                .filter(each -> each.version == version)
                .findFirst()
                .orElseThrow();
    }
}
