package vn.soto.query.team;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.query.projection.Documents;

/** Teams as they were known at a commit. */
@Component
public final class Teams {

    private final Documents documents;

    Teams(Documents documents) {
        this.documents = documents;
    }

    public Optional<TeamCard> find(String team, long asOf) {
        return documents.find(Team.KIND, team).flatMap(found -> found.asOf(asOf));
    }

    /** For each of the given units that some team covers: those teams. */
    public Map<String, Set<String>> covering(Collection<String> units, long asOf) {
        Map<String, Set<String>> covering = new LinkedHashMap<>();
        documents.find(Coverage.KIND, units).forEach((unit, coverage) -> {
            Set<String> teams = new LinkedHashSet<>(coverage.asOf(asOf).toList());
            if (!teams.isEmpty()) {
                covering.put(unit, teams);
            }
        });
        return covering;
    }

    public Map<String, TeamCard> find(Collection<String> teams, long asOf) {
        Map<String, TeamCard> cards = new LinkedHashMap<>();
        documents.find(Team.KIND, teams).forEach((id, team) -> team.asOf(asOf).ifPresent(card -> cards.put(id, card)));
        return cards;
    }
}
