package vn.soto.domain.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RoundArea;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/** The teams that lie in the area of a round. */
record RoundTeams(RoundOpened round, LocalDate today, ReadOnlyAggregates consulted) {

    /** @param known teams that ever lay there */
    List<TeamId> of(Iterable<TeamId> known) {
        RoundArea area = new RoundArea(
                round,
                Unit.lineage(today, consulted),
                (unit, day) -> consulted
                        .find(Unit.class, unit.value(), asked -> asked.parentOn(day))
                        .flatMap(parent -> parent));
        Stream.Builder<TeamId> found = Stream.builder();
        for (TeamId team : known) {
            consulted
                    .find(
                            Team.class,
                            team.value(),
                            asked -> RoundArea.lastDay(round, asked.firstDay(), asked.lastDay()))
                    .orElse(Optional.empty())
                    .filter(day -> area.holds(consulted.ask(Team.class, team, asked -> asked.areaOn(day)), day))
                    .ifPresent(day -> found.add(team));
        }
        return found.build().sorted().toList();
    }
}
