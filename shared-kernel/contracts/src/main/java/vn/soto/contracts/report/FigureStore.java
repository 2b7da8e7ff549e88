package vn.soto.contracts.report;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.team.TeamId;

/** Stores the parts of {@link TeamFigures}. */
public interface FigureStore {

    Optional<TeamParts> team(TeamId team);

    /** The parts of the team that exist, by name. */
    Map<String, CountedEvents> parts(TeamId team, Collection<String> names);

    /** Called before {@link #put(TeamParts)} with parts that refer to it. */
    void put(TeamId team, String name, CountedEvents part);

    void put(TeamParts team);
}
