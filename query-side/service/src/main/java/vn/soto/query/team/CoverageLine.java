package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;

/**
 * A residential unit and its teams.
 *
 * @param uncovered   whether no team covers it
 * @param overlapping whether two teams of one level do
 */
record CoverageLine(@JsonUnwrapped UnitLine unit, List<Cover> teams, boolean uncovered, boolean overlapping) {

    record Cover(String team, TeamLevel level) {}

    static CoverageLine of(UnitOnDay unit, List<Coverage.TeamCoverage> rows) {
        long levels = rows.stream().map(Coverage.TeamCoverage::level).distinct().count();
        return new CoverageLine(
                UnitLine.of(unit),
                rows.stream().map(row -> new Cover(row.team(), row.level())).toList(),
                rows.isEmpty(),
                levels < rows.size());
    }
}
