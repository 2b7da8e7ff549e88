package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.MissingPart;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.report.ReportView.Pin;
import vn.soto.query.report.ReportView.Submission;
import vn.soto.query.report.ReportView.Texts;
import vn.soto.query.report.UnitReportsView.Acceptance;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A unit's report: a submitted version, or what a consolidation would have now.
 *
 * @param version     absent for a draft
 * @param content     hash of the version's content: what an acceptance or a return names; absent for a draft
 * @param indicators  version of the definitions
 * @param dueOn       last day in time
 * @param recipient   unit that accepts the version; absent for a province and a draft
 * @param accepted    the version accepted last
 * @param instrument       with which the people's committee took note of that version; absent where a unit above accepts it
 * @param waitingDays days since the latest version was submitted; absent unless it waits
 * @param pin         state of the ledger that the version read; absent for a draft
 * @param matches     whether the version is pinned to this ledger, has the content of its hash, and the lines that its parts give
 *                    again
 * @param changed     number of reports below, at every level, of which another version is accepted now than the one it has; 0 for a
 *                    draft
 * @param parts       accepted versions below that it adds up
 * @param lacking     reports below of which none was accepted: nothing of them is counted
 * @param versions    all submitted versions, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsolidationView(
        UnitId unit,
        String quarter,
        QuarterCalendar calendar,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate dueOn,
        int indicators,
        ReportState state,
        @Nullable Integer version,
        @Nullable String content,
        @Nullable UnitId recipient,
        @Nullable Acceptance accepted,
        @Nullable Instrument instrument,
        @Nullable Long waitingDays,
        @Nullable Pin pin,
        boolean matches,
        int changed,
        List<Line> lines,
        List<PartLine> parts,
        List<LackingLine> lacking,
        Texts narrative,
        List<Submission> versions) {

    /**
     * The commands that its state refuses. The page is about one version, and only the latest is accepted, returned or noted.
     *
     * @param granted whether the ledger gives the reader rights
     * @param another whether the reader is another person than who submitted a version
     */
    StateRefusals refusals(LocalDate today, boolean granted, Predicate<Submission> another) {
        String[] judging = {"accept-unit-report", "return-unit-report", "note-unit-report"};
        StateRefusals refusals = ReportView.stage(versions, accepted == null ? 0 : accepted.version())
                .ofUnit(lastDay, today, recipient != null)
                .unless(version == null || version == versions.size(), "CONTENT_IS_THAT_OF_THE_LATEST_VERSION", judging)
                .until(recipient != null || granted, "LEDGER_SAYS_WHO_MAY_APPROVE", List.of(), "note-unit-report")
                .until(
                        versions.isEmpty() || recipient != null || !granted || another.test(versions.getLast()),
                        "UNIT_REPORT_IS_NOTED_BY_ANOTHER_PERSON",
                        List.of(),
                        "note-unit-report")
                .until(
                        !parts.isEmpty() || version != null,
                        "CONSOLIDATION_HAS_AN_ACCEPTED_REPORT",
                        List.of(lacking.size()),
                        "submit-unit-report");
        return recipient == null
                ? refusals
                : refusals.decidedIn(recipient.value(), "accept-unit-report", "return-unit-report");
    }

    /**
     * @param name       in the reader's language, like {@code counted}, what is counted, and {@code note}
     * @param value      each household and business once
     * @param sumOfParts sum of the parts' lines
     * @param note       why the two differ; absent where they do not
     * @param silent     number of teams that say nothing about the line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @IdOf(IdKind.FIGURE) String code,
            String name,
            String counted,
            long value,
            long sumOfParts,
            @Nullable String note,
            int silent) {}

    /**
     * @param team    absent for a unit's report
     * @param through unit that reports; absent for a team's report
     * @param content hash of the version's content
     * @param now     number of the version accepted now, if that is another one
     * @param waiting number of reports below this one whose accepted version is now another than the one in it; they
     *                wait for its next version
     * @param lacks   number of reports below this one, at every level, of which it has no accepted version
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartLine(
            @Nullable TeamId team,
            @Nullable UnitId through,
            String name,
            int version,
            String content,
            long pinnedTo,
            @Nullable Integer now,
            int waiting,
            int lacks) {}

    /**
     * @param now number of the version accepted since; absent if there is none still
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LackingLine(
            @Nullable TeamId team,
            @Nullable UnitId through,
            String name,
            MissingPart.Why state,
            @Nullable Integer now) {}
}
