package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;
import vn.soto.query.unit.UndecidedView;
import vn.soto.query.unit.UnitLine;

/**
 * The open tasks of a unit's reorganisations; empty once they are done.
 *
 * @param left       number of all that is listed
 * @param accounts   rights on units that have ended, of the accounts that the reader reaches: they are ended, or granted on a successor
 * @param recipients successors in which nobody has a right to approve, and so to accept reports
 * @param reports    reports that nobody has accepted, of units that have ended or submitted to one
 * @param boundaries reports of teams that wait until it is decided where the team's area lies
 * @param teams      teams to consolidate: they cover units that have ended
 * @param households places of which it is undecided where they lie, with their households
 */
record ReorganisationView(
        UnitLine unit,
        LocalDate on,
        int left,
        List<EndedRight> accounts,
        List<UnitLine> recipients,
        List<OpenReport> reports,
        List<OpenReport> boundaries,
        List<OutdatedTeam> teams,
        List<UndecidedView.Entry> households) {

    /** @param ended first day on which the unit was there no more */
    record EndedRight(@IdOf(IdKind.ACCOUNT) String account, Role role, String grant, UnitLine unit, LocalDate ended) {}

    /**
     * The report of a team, or {@code through} a unit.
     *
     * @param recipient unit that it was submitted to; absent if none is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenReport(
            String quarter,
            @Nullable TeamId team,
            @Nullable UnitId through,
            String name,
            ReportState state,
            @Nullable UnitId recipient) {}

    /** @param coverage units that it covers */
    record OutdatedTeam(TeamId team, String name, List<UnitId> coverage) {}
}
