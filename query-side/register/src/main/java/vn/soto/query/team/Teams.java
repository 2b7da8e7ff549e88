package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.TeamStage;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.VersionedRows;
import vn.soto.query.problem.QueryProblemException;

/** Queries about teams as known at a commit. */
@Component
public record Teams(Documents documents) {

    /** Coming changes of a team that are looked at. */
    private static final int MOST_COMING = 50;

    /** Of all documents of which {@link #covering} is made, and {@link #find}. */
    public static final List<DocumentType<?>> KINDS = List.of(Coverage.KIND, Team.VERSIONS.documents());

    public Optional<TeamCard> find(String team, long asOf) {
        return VersionedRows.last(Team.VERSIONS.find(team, documents), asOf);
    }

    /** The same; throws the problem of a team that was unknown at the commit. */
    public TeamCard requireKnown(String team, long asOf) {
        return find(team, asOf).orElseThrow(() -> QueryProblemException.absent("team", team));
    }

    /** The team on a legal day; empty if it was unknown at the commit. */
    public Optional<TeamOnDay> on(String team, LocalDate day, long asOf) {
        return Team.find(team, documents).flatMap(found -> TeamOnDay.of(found, day, asOf));
    }

    /** The stage of a team that is known. */
    TeamStage stage(String team, LocalDate today, long asOf) {
        Team found = Team.find(team, documents).orElseThrow();
        TeamCard latest = found.asOf(asOf).orElseThrow();
        return TeamStages.of(latest, found.factsAsOf(asOf), today);
    }

    /** The team on the first later day on which something decided already changes it; empty if nothing does. */
    Optional<TeamOnDay> next(String team, TeamOnDay onDay, long asOf) {
        return Optional.ofNullable(onDay.nextChange()).flatMap(day -> on(team, day, asOf));
    }

    /** The later days on which something decided already changes the team, in order. */
    public Stream<LocalDate> changes(String team, LocalDate day, long asOf) {
        return Stream.iterate(on(team, day, asOf), Optional::isPresent, known -> next(team, known.get(), asOf))
                .skip(1)
                .limit(MOST_COMING)
                .flatMap(Optional::stream)
                .map(TeamOnDay::day);
    }

    /** The same of each of the given teams that was known. */
    public Map<String, TeamOnDay> on(Collection<String> teams, LocalDate day, long asOf) {
        Map<String, TeamOnDay> known = new LinkedHashMap<>();
        Team.find(teams, documents)
                .forEach((id, team) -> TeamOnDay.of(team, day, asOf).ifPresent(onDay -> known.put(id, onDay)));
        return known;
    }

    /** The teams that covered each of the given units on a day, for units with any. */
    public Map<String, Set<String>> covering(Collection<String> units, long asOf, LocalDate day) {
        Map<String, Set<String>> covering = new LinkedHashMap<>();
        documents.find(Coverage.KIND, units).forEach((unit, coverage) -> {
            Set<String> teams = coverage.teams(asOf, day);
            if (!teams.isEmpty()) {
                covering.put(unit, teams);
            }
        });
        return covering;
    }

    /** The teams that covered one of the given units on any day. */
    public Set<String> everCovering(Collection<String> units, long asOf) {
        return documents.find(Coverage.KIND, units).values().stream()
                .flatMap(coverage -> coverage.ever(asOf))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The teams that covered each of the given units on a day, with their levels. */
    Map<String, List<Coverage.TeamCoverage>> levels(Collection<String> units, long asOf, LocalDate day) {
        Map<String, List<Coverage.TeamCoverage>> levels = new LinkedHashMap<>();
        documents
                .find(Coverage.KIND, units)
                .forEach((unit, coverage) ->
                        levels.put(unit, coverage.asOf(asOf, day).toList()));
        return levels;
    }

    public Map<String, TeamCard> find(Collection<String> teams, long asOf) {
        Map<String, TeamCard> cards = new LinkedHashMap<>();
        Team.VERSIONS
                .find(teams, documents)
                .forEach((id, versions) -> VersionedRows.last(versions, asOf).ifPresent(card -> cards.put(id, card)));
        return cards;
    }
}
