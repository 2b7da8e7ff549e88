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
import vn.soto.contracts.team.TeamLevel;
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
    public static final List<DocumentType<?>> KINDS =
            List.of(TeamProjector.BY_UNIT.documents(), Team.VERSIONS.documents());

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

    /** The teams that covered each of the given units on a day, for units with any, in the order of their arrival. */
    public Map<String, Set<String>> covering(Collection<String> units, long asOf, LocalDate day) {
        Map<String, Set<String>> covering = new LinkedHashMap<>();
        levels(units, asOf, day).forEach((unit, teams) -> covering.put(unit, teams.keySet()));
        return covering;
    }

    /** The same with their levels. */
    Map<String, Map<String, TeamLevel>> levels(Collection<String> units, long asOf, LocalDate day) {
        GivenUnits given = GivenUnits.find(units, documents);
        Map<String, Map<String, TeamLevel>> levels = new LinkedHashMap<>();
        for (String unit : units) {
            Map<String, TeamLevel> there = given.levels(unit, asOf, day);
            if (!there.isEmpty()) {
                levels.put(unit, there);
            }
        }
        return levels;
    }

    /** The teams that covered one of the given units on any day. */
    public Set<String> everCovering(Collection<String> units, long asOf) {
        GivenUnits given = GivenUnits.find(units, documents);
        return units.stream()
                .flatMap(unit -> given.ever(unit, asOf))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Map<String, TeamCard> find(Collection<String> teams, long asOf) {
        Map<String, TeamCard> cards = new LinkedHashMap<>();
        Team.VERSIONS
                .find(teams, documents)
                .forEach((id, versions) -> VersionedRows.last(versions, asOf).ifPresent(card -> cards.put(id, card)));
        return cards;
    }
}
