package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.report.Report.Judgment;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.unit.UnitLine;

/**
 * The progress of a unit's reports for a quarter.
 *
 * @param submitted number of teams with a submitted report
 * @param late      number of those whose first version was late
 * @param missing   number of teams without one
 * @param reports   a page of lines for the teams that worked in the unit in the quarter, by name
 * @param next      {@code from} of the page after it; absent on the last
 * @param dueOn     last day on which a team's report is in time
 * @param totals    of the teams
 * @param own       report of the unit itself, which consolidates those below; absent for a residential unit
 * @param units     reports of the units below that consolidate, from the top down, then by name
 * @param unitTotals of these
 * @param areas     the teams by unit directly in the unit, by name; empty for a commune
 * @param text      progress of the teams, as text to paste into a chat
 * @param levels    the reports by the level that they come from, teams first
 * @param authorities the same by the unit that accepts them, the unit itself and those below it, from the top down, then by name
 * @param authorityText waiting reports by recipient, as text to paste into a chat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitReportsView(
        UnitId unit,
        String quarter,
        long submitted,
        long late,
        long missing,
        List<TeamReport> reports,
        @Nullable Long next,
        LocalDate dueOn,
        ReportTotals totals,
        @Nullable UnitReportLine own,
        List<UnitReportLine> units,
        ReportTotals unitTotals,
        List<AreaLine> areas,
        String text,
        List<LevelLine> levels,
        List<AuthorityLine> authorities,
        String authorityText) {

    /** The latest submission of a report; the report itself has its reason. */
    record Latest(
            int version,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by) {}

    /** @param content hash of what was accepted */
    record Acceptance(
            int version,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @Nullable String content) {

        /** @param hashes of the versions, by number */
        static @Nullable Acceptance of(Optional<Judgment> accepted, IntFunction<@Nullable String> hashes) {
            if (accepted.isEmpty()) {
                return null;
            }
            Judgment judgment = accepted.get();
            return new Acceptance(
                    judgment.version(),
                    judgment.commit(),
                    judgment.at(),
                    judgment.judgedBy(),
                    hashes.apply(judgment.version()));
        }
    }

    /**
     * @param leader      of the team now; absent if it has none, or for a reader who may not know
     * @param latest      latest version; absent, like {@code figures}, for a team without one
     * @param late        whether the first version was late
     * @param dueOn       last day in time
     * @param content     hash of the latest version: what an acceptance names
     * @param recipient   commune that accepts it; absent if the team's area lies in none
     * @param undecided   true if that has ended and no one unit took it over: the report is added up when the team's area is decided;
     *                    absent otherwise
     * @param waitingDays days since it was submitted; absent unless it waits for its recipient
     * @param accepted    the version accepted last
     * @param differing   lines for which the ledger gives another value now than for the accepted version or, if none is, the latest;
     *                    absent for a draft
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TeamReport(
            TeamId team,
            String name,
            @Nullable MemberId leader,
            ReportView.Status status,
            boolean late,
            @Nullable Latest latest,
            @Nullable List<Figure> figures,
            ReportState state,
            LocalDate dueOn,
            @Nullable String content,
            @Nullable UnitId recipient,
            @Nullable Boolean undecided,
            @Nullable Long waitingDays,
            @Nullable Acceptance accepted,
            @Nullable Integer differing) {}

    /** The same of a unit's report, of which {@code differing} counts the versions below that changed since. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitReportLine(
            @JsonUnwrapped UnitLine unit,
            ReportState state,
            boolean late,
            LocalDate dueOn,
            @Nullable Latest latest,
            @Nullable String content,
            @Nullable UnitId recipient,
            @Nullable Long waitingDays,
            @Nullable Acceptance accepted,
            @Nullable Integer differing)
            implements ReportTotals.CountedReport {}

    /** The report that has waited longest: of a team, or {@code through} a unit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Oldest(@Nullable TeamId team, @Nullable UnitId through, String name, long waitingDays) {}

    /**
     * @param kind   of the units whose reports these are; absent for those of teams
     * @param oldest of those that wait; absent if none does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LevelLine(
            @Nullable UnitKind kind,
            ReportTotals totals,
            @Nullable Oldest oldest) {}

    /**
     * A unit that accepts reports: a commune those of teams, another those of units below it.
     *
     * @param oldest of those that wait for it; absent if none does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuthorityLine(
            @JsonUnwrapped UnitLine unit,
            ReportTotals totals,
            @Nullable Oldest oldest) {}

    /** @param totals of the teams in it */
    record AreaLine(@JsonUnwrapped UnitLine unit, ReportTotals totals) {}
}
