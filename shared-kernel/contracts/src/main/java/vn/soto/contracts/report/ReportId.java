package vn.soto.contracts.report;

import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;

/** A team's report for a quarter; it has versions. Written {@code report:<team>:<quarter>}. */
public record ReportId(TeamId team, Quarter quarter) {

    @Override
    public String toString() {
        return "report:" + team + ":" + quarter;
    }
}
