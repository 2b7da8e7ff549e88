package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.reading.TeamReach;
import vn.soto.query.unit.Units;

/**
 * The units that teams work for, as known at a commit. They are the reach of a right in a team, and decide in which
 * areas a team lies.
 */
@Component
public record TeamAreas(Teams teams, Units units) implements TeamReach {

    /** The units that each team covers on a day; of a future team the first units, of a dissolved team the last. */
    @Override
    public Map<String, List<String>> covered(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<String>> covered = new HashMap<>();
        teams.find(ids, asOf).forEach((team, card) -> covered.put(team, covered(card.areas(), day)));
        return covered;
    }

    @Override
    public Set<String> everCovered(Collection<String> ids, long asOf) {
        return teams.find(ids, asOf).values().stream()
                .flatMap(card -> card.areas().stream())
                .flatMap(area -> area.units().stream())
                .map(UnitId::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> covered(List<Area> areas, LocalDate day) {
        return areas.stream()
                .filter(area -> !area.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> areas.stream().findFirst())
                .map(Area::units)
                .orElse(List.of())
                .stream()
                .map(UnitId::value)
                .toList();
    }

    /** The units in whose name a team works on a day: those it covers, what they became, and of what they were made. */
    @Override
    public Set<String> served(String team, LocalDate day, long asOf) {
        List<String> covered = covered(List.of(team), day, asOf).getOrDefault(team, List.of());
        return units
                .lineage(covered, day, asOf)
                .served(covered.stream().map(UnitId::new).toList())
                .stream()
                .map(UnitId::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
