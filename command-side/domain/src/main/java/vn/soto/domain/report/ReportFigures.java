package vn.soto.domain.report;

import java.util.List;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;

/** Derives a team's figures from the ledger with {@link vn.soto.contracts.report.Indicators}. */
public interface ReportFigures {

    Pinned derive(TeamId team, Quarter quarter, QuarterCalendar calendar);

    /**
     * Figures pinned to the last commit from which they derive.
     *
     * @param number number of the last commit read
     * @param chain  chain hash of that commit, 64 hexadecimal digits
     */
    record Pinned(List<Figure> figures, long number, String chain) {

        public Pinned {
            figures = List.copyOf(figures);
        }
    }
}
