package vn.soto.domain.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;

/** Derives a team's figures from the ledger with {@link vn.soto.contracts.report.Indicators}. */
public interface ReportFigures {

    /**
     * @param periods of the team's authority
     * @param initial calendar of the ledger, which applies until the authority adopts one
     * @param last    last quarter of a team that was dissolved; absent while it goes on
     */
    Pinned derive(
            TeamId team, Quarter quarter, ReportingPeriods periods, QuarterCalendar initial, @Nullable Quarter last);

    /** The last commit there is. */
    Pin pin();

    /**
     * A commit.
     *
     * @param chain its chain hash, 64 hexadecimal digits
     */
    record Pin(long number, String chain) {}

    /**
     * Figures pinned to the last commit from which they derive.
     *
     * @param figures of what happened in the period and was recorded in time
     * @param carried what counts in the period because it arrived for an earlier one after that was closed, without zeros
     */
    record Pinned(List<Figure> figures, List<Figure> carried, Pin pin) {

        public Pinned {
            figures = List.copyOf(figures);
            carried = List.copyOf(carried);
        }
    }
}
