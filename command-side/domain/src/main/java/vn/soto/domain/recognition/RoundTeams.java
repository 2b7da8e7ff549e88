package vn.soto.domain.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/**
 * Which teams lie in a unit: those whose area, on their last day in the period, has a residential unit below it, or below a unit that
 * became part of it since.
 *
 * @param lastDay of the period
 */
record RoundTeams(UnitId unit, LocalDate firstDay, LocalDate lastDay, LocalDate today, ReadOnlyAggregates consulted) {

    private static final int MOST_LEVELS = 10;

    /** @param known teams that ever lay there */
    List<TeamId> of(Iterable<TeamId> known) {
        UnitLineage now = Unit.lineage(today, consulted);
        List<TeamId> found = new ArrayList<>();
        for (TeamId team : known) {
            if (consulted.find(Team.class, team.value(), this::there).orElse(Optional.empty()).stream()
                    .flatMap(day -> consulted.ask(Team.class, team, asked -> asked.areaOn(day)).stream()
                            .map(area -> liesHere(area, day, now)))
                    .anyMatch(lies -> lies)) {
                found.add(team);
            }
        }
        return found.stream().sorted().toList();
    }

    /** The team's last day in the period; empty if it has none. */
    private Optional<LocalDate> there(Team team) {
        LocalDate last = team.lastDay().filter(end -> end.isBefore(lastDay)).orElse(lastDay);
        return last.isBefore(firstDay) || last.isBefore(team.firstDay()) ? Optional.empty() : Optional.of(last);
    }

    private boolean liesHere(UnitId area, LocalDate day, UnitLineage now) {
        Optional<UnitId> at = Optional.of(area);
        for (int level = 0; level < MOST_LEVELS && at.isPresent(); level++) {
            UnitId above = at.get();
            if (above.equals(unit) || now.of(above).unit().equals(unit)) {
                return true;
            }
            at = consulted
                    .find(Unit.class, above.value(), asked -> asked.parentOn(day))
                    .flatMap(parent -> parent);
        }
        return false;
    }
}
