package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.unit.UnitLine;
import vn.soto.query.unit.UnitOnDay;

/**
 * A residential unit and its teams.
 *
 * @param uncovered          whether no team covers it
 * @param overlapping        whether two teams of one level cover it by their own decisions
 * @param needsConsolidation whether a team works in it that covers an ended unit of which it was made
 */
record CoverageLine(
        @JsonUnwrapped UnitLine unit,
        List<Cover> teams,
        boolean uncovered,
        boolean overlapping,
        boolean needsConsolidation) {

    /** @param through ended unit that the team covers instead of this one; absent if it covers this one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cover(TeamId team, TeamLevel level, @Nullable UnitId through) {}

    /** The teams of an ended unit. */
    static Stream<Cover> through(String ended, Map<String, TeamLevel> teams) {
        return covers(teams, new UnitId(ended));
    }

    private static Stream<Cover> covers(Map<String, TeamLevel> teams, @Nullable UnitId through) {
        return teams.entrySet().stream().map(team -> new Cover(new TeamId(team.getKey()), team.getValue(), through));
    }

    /** @param inherited teams of ended units of which it was made */
    static CoverageLine of(UnitOnDay unit, Map<String, TeamLevel> teams, List<Cover> inherited) {
        List<Cover> own = covers(teams, null).toList();
        List<Cover> others = inherited.stream()
                .filter(cover -> own.stream().noneMatch(known -> known.team.equals(cover.team)))
                .toList();
        return new CoverageLine(
                UnitLine.of(unit),
                Stream.concat(own.stream(), others.stream()).toList(),
                own.isEmpty() && others.isEmpty(),
                teams.values().stream().distinct().count() < teams.size(),
                !others.isEmpty());
    }
}
