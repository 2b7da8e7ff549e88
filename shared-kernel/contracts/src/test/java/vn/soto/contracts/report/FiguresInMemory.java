package vn.soto.contracts.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.soto.contracts.team.TeamId;

/** Parts in memory; counts what is asked for. */
final class FiguresInMemory implements FigureStore {

    private final Map<TeamId, TeamParts> teams = new HashMap<>();
    private final Map<String, CountedEvents> all = new TreeMap<>();
    int reads;
    int entries;
    int written;

    @Override
    public Optional<TeamParts> team(TeamId team) {
        reads++;
        return Optional.ofNullable(teams.get(team));
    }

    @Override
    public Map<String, CountedEvents> parts(TeamId team, Collection<String> names) {
        reads++;
        Map<String, CountedEvents> found = new HashMap<>();
        for (String name : names) {
            CountedEvents part = all.get(name);
            if (part != null) {
                found.put(name, part);
                entries += part.all().size();
            }
        }
        return found;
    }

    @Override
    public void put(TeamId team, String name, CountedEvents part) {
        all.put(name, part);
        written += part.all().size();
    }

    @Override
    public void put(TeamParts team) {
        teams.put(team.team(), team);
    }

    String content() {
        StringBuilder content = new StringBuilder(String.valueOf(teams.get(TeamLifeEvents.TEAM)));
        all.forEach((name, part) -> content.append(name).append(part));
        return content.toString();
    }
}
