package vn.soto.command.dispatch;

import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.report.ReportFigures;
import vn.soto.ledger.Tail;

/** Derives a team's figures from the ledger up to its tail. */
public final class LedgerReportFigures implements ReportFigures {

    private final TeamEvents events;

    public LedgerReportFigures(TeamEvents events) {
        this.events = events;
    }

    @Override
    public Pinned derive(TeamId team, Quarter quarter, QuarterCalendar calendar) {
        Indicators indicators = new Indicators(team, quarter, calendar);
        Tail upTo = events.fold(team, indicators::on);
        return new Pinned(indicators.figures(), upTo.number(), upTo.chain().toString());
    }
}
