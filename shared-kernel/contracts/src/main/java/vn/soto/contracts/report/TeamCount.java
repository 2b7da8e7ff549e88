package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;

/** T01: one, if the team is founded and not dissolved on a day. */
final class TeamCount {

    static final String TEAMS = "T01";

    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private long formed;

    void on(long position, TeamEvent event) {
        if (event instanceof TeamFormed founding) {
            firstDay = founding.effectiveFrom();
            formed = position;
        } else if (event instanceof TeamDissolved end) {
            lastDay = end.lastDay();
        } else if (event instanceof DissolutionCorrected right) {
            lastDay = right.lastDay();
        }
    }

    void count(LocalDate day, Evidence evidence) {
        boolean founded = firstDay != null && !firstDay.isAfter(day);
        if (founded && (lastDay == null || !lastDay.isBefore(day))) {
            evidence.count(TEAMS, List.of(formed));
        }
    }
}
