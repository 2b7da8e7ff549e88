package vn.soto.command.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.CountedEvents;
import vn.soto.contracts.report.FigureStore;
import vn.soto.contracts.report.TeamParts;
import vn.soto.contracts.team.TeamId;

/**
 * The counted events of one team, with changes that are not in the store yet. Each part is put there once, however many
 * events were added to it. For one thread.
 */
final class FigureChanges implements FigureStore {

    private final FigureStore store;
    private final Map<String, CountedEvents> parts = new LinkedHashMap<>();
    private @Nullable TeamParts team;

    FigureChanges(FigureStore store) {
        this.store = store;
    }

    @Override
    public Optional<TeamParts> team(TeamId id) {
        return team == null ? store.team(id) : Optional.of(team);
    }

    @Override
    public Map<String, CountedEvents> parts(TeamId id, Collection<String> names) {
        Map<String, CountedEvents> found = new HashMap<>();
        List<String> unchanged = new ArrayList<>();
        for (String name : names) {
            CountedEvents changed = parts.get(name);
            if (changed == null) {
                unchanged.add(name);
            } else {
                found.put(name, changed);
            }
        }
        if (!unchanged.isEmpty()) {
            found.putAll(store.parts(id, unchanged));
        }
        return found;
    }

    @Override
    public void put(TeamId id, String name, CountedEvents part) {
        parts.put(name, part);
    }

    @Override
    public void put(TeamParts changed) {
        team = changed;
    }

    /** Puts the changes into the store. */
    void write(TeamId id) {
        parts.forEach((name, part) -> store.put(id, name, part));
        if (team != null) {
            store.put(team);
        }
    }
}
