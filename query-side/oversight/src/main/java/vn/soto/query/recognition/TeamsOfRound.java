package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RoundArea;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.Units;

/** The teams of a round's area as known at a commit: those that a scoring of that moment takes. */
@Component
record TeamsOfRound(Teams teams, Units units) {

    /** Sorted. */
    List<TeamId> of(RoundOpened round, LocalDate today, long asOf) {
        String unit = round.unit().value();
        Set<String> within =
                new TreeSet<>(units.within(unit, round.quarters().getLast().lastDay(), asOf));
        within.addAll(units.within(unit, today, asOf));
        RoundArea area = new RoundArea(
                round,
                units.lineage(today, asOf),
                (below, day) -> units.find(below.value(), day, asOf)
                        .flatMap(found -> Optional.ofNullable(found.parent()))
                        .map(UnitId::new));
        return teams.find(teams.everCovering(within, asOf), asOf).entrySet().stream()
                .filter(team -> lies(team.getValue(), area))
                .map(team -> new TeamId(team.getKey()))
                .sorted()
                .toList();
    }

    private static boolean lies(TeamCard team, RoundArea area) {
        return RoundArea.lastDay(area.round(), team.profile().effectiveFrom(), Optional.ofNullable(team.lastDay()))
                .filter(day ->
                        area.holds(team.areaOn(day).stream().map(UnitId::new).toList(), day))
                .isPresent();
    }
}
