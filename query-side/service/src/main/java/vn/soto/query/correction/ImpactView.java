package vn.soto.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.report.ReportState;

/**
 * What events that are not recorded would change, in the reader's area: figures of teams by their reports, figures of units by
 * their dashboards in the units of the quarter, and where reports would stand.
 *
 * @param figures   those that would change: of teams, then of units, the smallest first
 * @param more      whether there are more than are listed, or more teams and units than were looked at
 * @param reports   submitted reports of quarters in which a figure of the team would change, or that would stand elsewhere
 * @param unchanged number of figures of the same teams, units and quarters that would stay as they are
 */
record ImpactView(List<ChangedFigure> figures, boolean more, List<TouchedReport> reports, int unchanged) {

    /**
     * @param team absent for a figure of a unit
     * @param unit absent for a figure of a team
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Where(@Nullable String team, @Nullable String unit, String quarter) {}

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
            String code,
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
            String team,
            String quarter,
            int version,
            ReportState state,
            boolean matchesAfter,
            boolean outdated,
            boolean outdatedAfter,
            int differing,
            int differingAfter) {}
}
