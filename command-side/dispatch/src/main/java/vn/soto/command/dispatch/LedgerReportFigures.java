package vn.soto.command.dispatch;

import vn.soto.contracts.report.Indicators;
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
    public Pinned derive(TeamId team, Quarter quarter, QuarterCalendar calendar) {
        Tail upTo = teams.upToTail();
        Indicators indicators = teams.figures(team, quarter, calendar, upTo);
        return new Pinned(indicators.figures(), upTo.number(), upTo.chain().toString());
    }
}
