package vn.soto.query.correction;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.report.TeamQuarters.ReportStanding;
import vn.soto.query.report.TeamQuarters.TeamQuarter;

/** The quarters of a team without and with events. */
record TeamSides(SortedMap<Quarter, TeamQuarter> without, SortedMap<Quarter, TeamQuarter> with) {

    Set<Quarter> quarters() {
        Set<Quarter> quarters = new TreeSet<>(without.keySet());
        quarters.addAll(with.keySet());
        return quarters;
    }

    static @Nullable ReportStanding standing(@Nullable TeamQuarter quarter) {
        return quarter == null ? null : quarter.standing();
    }
}
