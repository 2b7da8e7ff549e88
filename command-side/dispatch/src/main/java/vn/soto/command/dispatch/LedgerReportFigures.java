package vn.soto.command.dispatch;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.report.ReportFigures;
import vn.soto.ledger.Tail;

/** Derives a team's figures from the ledger up to its tail. */
public final class LedgerReportFigures implements ReportFigures {

    private final TeamIndex teams;

    public LedgerReportFigures(TeamIndex teams) {
        this.teams = teams;
    }

    @Override
    public Pinned derive(
            TeamId team, Quarter quarter, ReportingPeriods periods, QuarterCalendar initial, @Nullable Quarter last) {
        Tail upTo = teams.upToTail();
        TeamIndex.Derived derived =
                teams.figures(team, quarter, new PeriodSegments(periods, initial, last, teams.cuts()), upTo);
        return new Pinned(derived.own(), derived.carried(), pin(upTo));
    }

    @Override
    public Pin pin() {
        return pin(teams.tail());
    }

    private static Pin pin(Tail upTo) {
        return new Pin(upTo.number(), upTo.chain().toString());
    }
}
