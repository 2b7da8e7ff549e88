package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.RenamingCorrected;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.TextFolding;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex.Covering;

/** The names and the coverage of teams on each day, and their last days. */
final class TeamNames {

    private final Map<TeamId, Team> teams = new LinkedHashMap<>();

    private static final class Team {

        private final LocalDate founded;
        private final DayHistory<String> names = new DayHistory<>();
        private final DayHistory<List<UnitId>> coverage = new DayHistory<>();
        private @Nullable LocalDate lastDay;

        Team(TeamFormed formed) {
            founded = formed.effectiveFrom();
            names.put(founded, formed.name());
            coverage.put(founded, formed.coverage());
        }

        boolean endedBefore(LocalDate day) {
            return lastDay != null && day.isAfter(lastDay);
        }
    }

    /** Returns whether the event changes a name, a coverage or a last day. */
    boolean on(TeamEvent event) {
        if (event instanceof TeamFormed formed) {
            teams.put(formed.team(), new Team(formed));
            return true;
        }
        Team team = teams.get(event.team());
        return team != null && change(team, event);
    }

    private static boolean change(Team team, TeamEvent event) {
        switch (event) {
            case TeamRenamed renamed -> team.names.put(renamed.effectiveFrom(), renamed.name());
            case RenamingCorrected right -> team.names.moveLast(right.enteredFrom(), right.effectiveFrom());
            case TeamCoverageChanged moved -> team.coverage.put(moved.effectiveFrom(), moved.coverage());
            case CoverageCorrected right -> team.coverage.moveLast(right.enteredFrom(), right.effectiveFrom());
            case TeamDissolved dissolved -> team.lastDay = dissolved.lastDay();
            case DissolutionCorrected right -> team.lastDay = right.lastDay();
            default -> {
                return false;
            }
        }
        return true;
    }

    boolean isFirstDay(TeamDissolved dissolved) {
        Team team = teams.get(dissolved.team());
        return team != null && dissolved.lastDay().equals(team.founded);
    }

    /** Whether a team covers a unit on that day; false for one that has ended by then. */
    boolean covers(TeamId id, UnitId unit, LocalDate day) {
        Team team = teams.get(id);
        return team != null && !team.endedBefore(day) && team.coverage.on(day).contains(unit);
    }

    /** Units that the team covers on that day, even if it has ended. */
    List<UnitId> coverage(TeamId id, LocalDate day) {
        return Optional.ofNullable(teams.get(id))
                .map(team -> team.coverage.on(day))
                .orElse(List.of());
    }

    /**
     * The teams that cover any of the units after their latest decision, even if that is to come. Each has the first day
     * of that coverage. Teams whose end is decided are left out.
     */
    SortedMap<TeamId, LocalDate> covering(Set<UnitId> covered) {
        SortedMap<TeamId, LocalDate> covering = new TreeMap<>();
        teams.forEach((id, team) -> {
            if (team.lastDay == null && !Collections.disjoint(team.coverage.latest(), covered)) {
                covering.put(id, team.coverage.lastDay());
            }
        });
        return covering;
    }

    /** The teams that cover any of the units on that day, by their names of the day. */
    List<Covering> coverage(Set<UnitId> covered, LocalDate day) {
        return teams.entrySet().stream()
                .filter(team -> !team.getValue().endedBefore(day))
                .map(team -> new Covering(
                        team.getKey(),
                        team.getValue().names.on(day),
                        count(team.getValue().coverage.on(day), covered)))
                .filter(covering -> covering.units() > 0)
                .sorted(Comparator.comparing(Covering::name).thenComparing(Covering::team))
                .toList();
    }

    private static long count(Collection<UnitId> units, Set<UnitId> covered) {
        return units.stream().filter(covered::contains).count();
    }

    /** The teams by the names that they have on that day, each with the first unit that it then covers. */
    NameIndex<TeamId> directory(LocalDate day, NameIndex<UnitId> units) {
        NameIndex<TeamId> directory = new NameIndex<>();
        teams.forEach((id, team) -> {
            String name = team.names.on(day);
            directory.add(new NameIndex.Entry<>(
                    id,
                    name,
                    NameIndex.names(TextFolding.exact(name)),
                    team.coverage.on(day).stream()
                            .findFirst()
                            .flatMap(unit -> units.byId(unit.value()))
                            .orElse(null),
                    false,
                    team.endedBefore(day)));
        });
        return directory;
    }
}
