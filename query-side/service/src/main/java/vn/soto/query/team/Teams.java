package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Queries about teams as known at a commit. */
@Component
public final class Teams {

    private final Documents documents;

    public Teams(Documents documents) {
        this.documents = documents;
    }

    public Optional<TeamCard> find(String team, long asOf) {
        return documents.find(Team.KIND, team).flatMap(found -> found.asOf(asOf));
    }

    /** The teams that cover each of the given units by the latest decisions, for units with any. */
    public Map<String, Set<String>> covering(Collection<String> units, long asOf) {
        return covering(units, coverage -> coverage.asOf(asOf));
    }

    /** The teams that covered each of the given units on a day, for units with any. */
    public Map<String, Set<String>> covering(Collection<String> units, long asOf, LocalDate day) {
        return covering(units, coverage -> coverage.asOf(asOf, day));
    }

    private Map<String, Set<String>> covering(
            Collection<String> units, Function<Coverage, Stream<Coverage.TeamCoverage>> question) {
        Map<String, Set<String>> covering = new LinkedHashMap<>();
        documents.find(Coverage.KIND, units).forEach((unit, coverage) -> {
            Set<String> teams = new LinkedHashSet<>(
                    question.apply(coverage).map(Coverage.TeamCoverage::team).toList());
            if (!teams.isEmpty()) {
                covering.put(unit, teams);
            }
        });
        return covering;
    }

    /** The teams that cover each of the given units by the latest decisions, with their levels. */
    Map<String, List<Coverage.TeamCoverage>> levels(Collection<String> units, long asOf) {
        Map<String, List<Coverage.TeamCoverage>> levels = new LinkedHashMap<>();
        documents
                .find(Coverage.KIND, units)
                .forEach(
                        (unit, coverage) -> levels.put(unit, coverage.asOf(asOf).toList()));
        return levels;
    }

    public Map<String, TeamCard> find(Collection<String> teams, long asOf) {
        Map<String, TeamCard> cards = new LinkedHashMap<>();
        documents.find(Team.KIND, teams).forEach((id, team) -> team.asOf(asOf).ifPresent(card -> cards.put(id, card)));
        return cards;
    }
}
