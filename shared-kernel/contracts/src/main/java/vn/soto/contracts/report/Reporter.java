package vn.soto.contracts.report;

import java.util.Optional;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** The submitter of a report: a team, or a unit that consolidates those below it. */
public record Reporter(Level level, String id) {

    /** The name is stored and never changes. */
    public enum Level {
        TEAM,
        UNIT
    }

    public Reporter {
        Id.checked(id);
    }

    public static Reporter of(TeamId team) {
        return new Reporter(Level.TEAM, team.value());
    }

    public static Reporter of(UnitId unit) {
        return new Reporter(Level.UNIT, unit.value());
    }

    public Optional<TeamId> team() {
        return level == Level.TEAM ? Optional.of(new TeamId(id)) : Optional.empty();
    }

    public Optional<UnitId> unit() {
        return level == Level.UNIT ? Optional.of(new UnitId(id)) : Optional.empty();
    }
}
