package vn.soto.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.recognition.RoundState;
import vn.soto.query.report.ReportState;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * The changes that events not yet recorded would make in the reader's area: of teams' figures in reports, units'
 * figures in dashboards, reports, and scores.
 *
 * @param figures     those that would change: of teams, then of units, the smallest first
 * @param more        whether there are more than are listed, or more teams, units and rounds than were looked at
 * @param reports     submitted reports of quarters in which a figure of the team would change, or that would stand
 *     elsewhere
 * @param unitReports submitted reports of units that would stand elsewhere, or have such a report of a team in them
 * @param honours     rounds of recognition that were scored, and of which the ledger would give other scores
 * @param unchanged   number of figures of the same teams, units and quarters that would stay as they are
 */
record ImpactView(
        List<ChangedFigure> figures,
        boolean more,
        List<TouchedReport> reports,
        List<TouchedUnitReport> unitReports,
        List<TouchedRound> honours,
        int unchanged) {

    /**
     * @param team       absent for a figure of a unit
     * @param unit       absent for a figure of a team
     * @param boundaries of a unit's figure: {@code as-was}, in the units of the quarter, {@code as-now}, in those of
     *     today, or both; absent for a team's figure
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Where(
            @Nullable TeamId team,
            @Nullable UnitId unit,
            String quarter,
            @Nullable List<String> boundaries) {}

    /**
     * A figure that would change.
     *
     * @param code   of its indicator; for a figure of a unit that has none, its name in the dashboard
     * @param name   of the indicator in the reader's language; absent if it has none
     * @param before absent, like {@code after}, if there is none: nobody stated it, or the unit was not there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangedFigure(
            Where where,
            @IdOf(IdKind.FIGURE) String code,
            @Nullable String name,
            @Nullable Long before,
            @Nullable Long after) {}

    /**
     * A report that stands otherwise, or whose team has other figures for the quarter.
     *
     * @param version        the latest one, as it would be
     * @param matchesAfter   whether its figures, derived again up to its pin, would be the same
     * @param outdated       whether something recorded since changes a figure of it
     * @param outdatedAfter  the same with the events
     * @param differing      in how many lines the ledger gives another value
     * @param differingAfter the same with the events
     */
    record TouchedReport(
            TeamId team,
            String quarter,
            int version,
            ReportState state,
            boolean matchesAfter,
            boolean outdated,
            boolean outdatedAfter,
            int differing,
            int differingAfter) {}

    /**
     * A report of a unit that stands otherwise, or that adds up a report of a team from which the ledger would differ
     * otherwise.
     *
     * @param version      the latest one, as it would be
     * @param matchesAfter whether it would have the lines that its parts give again
     * @param changed      number of reports below of which another version is accepted than the one it has
     * @param changedAfter the same with the events
     * @param parts        such reports of teams in it, also through the reports of units below
     */
    record TouchedUnitReport(
            UnitId unit,
            String quarter,
            int version,
            ReportState state,
            boolean matchesAfter,
            int changed,
            int changedAfter,
            List<TouchedPart> parts) {}

    /**
     * A report of a team in that of a unit.
     *
     * @param version        that was added up
     * @param differing      in how many of its lines the ledger gives another value
     * @param differingAfter the same with the events
     */
    record TouchedPart(TeamId team, int version, int differing, int differingAfter) {}

    /**
     * A round that keeps its scores, while the ledger would give others: an honour may prove undeserved.
     *
     * @param stage          stage of the round
     * @param differing      number of candidates to whom the ledger gives other points than the round
     * @param differingAfter the same with the events
     * @param scores         of the candidates whose points or rank the events change
     */
    record TouchedRound(
            RoundId round,
            UnitId unit,
            RoundState.Stage stage,
            int differing,
            int differingAfter,
            List<TouchedScore> scores) {}

    /**
     * The ledger's score of a candidate, by the rule, the teams and the period of the round.
     *
     * @param candidate {@code member:<id>} or {@code team:<id>}
     * @param honoured  whether the round honours the candidate
     * @param scored    points in the scores of the round, in thousandths like {@code before} and {@code after}; absent
     *     for a candidate who was none then
     * @param before    absent, like {@code after}, where the ledger makes nobody a candidate
     * @param rankBefore absent, like {@code rankAfter}, if not eligible
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TouchedScore(
            @IdOf(IdKind.CANDIDATE) String candidate,
            @Nullable MemberId member,
            @Nullable TeamId team,
            boolean honoured,
            @Nullable Long scored,
            @Nullable Long before,
            @Nullable Long after,
            @Nullable Integer rankBefore,
            @Nullable Integer rankAfter) {}
}
