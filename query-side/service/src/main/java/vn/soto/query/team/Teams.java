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

    /** For each of the given units that some team covers, as decided last: those teams. */
    public Map<String, Set<String>> covering(Collection<String> units, long asOf) {
        return covering(units, coverage -> coverage.asOf(asOf));
    }

    /** For each of the given units that some team covered on that day: those teams. */
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

    /** For each of the given units: the teams that cover it, as decided last, with their levels. */
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
