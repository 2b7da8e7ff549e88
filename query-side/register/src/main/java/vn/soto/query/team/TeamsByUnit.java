package vn.soto.query.team;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.query.unit.Units;

/** Queries about the teams that work in a unit: those that cover it, its successors or its predecessors. */
@Component
public record TeamsByUnit(Teams teams, Units units) {

    /** The teams that worked on a day for what is recorded in a unit. */
    public Set<String> of(String recorded, LocalDate day, long asOf) {
        Set<String> working = new LinkedHashSet<>();
        teams.covering(covering(units.lineage(day, asOf), recorded), asOf, day)
                .values()
                .forEach(working::addAll);
        return working;
    }

    /** The teams that worked on any day up to {@code today} for what is recorded in a unit. */
    public Set<String> ever(String recorded, LocalDate today, long asOf) {
        return teams.everCovering(covering(units.lineage(today, asOf), recorded), asOf);
    }

    /** Whether a team worked on some day, the last of which is given, for what is recorded in a unit. */
    public boolean everWorked(String team, String recorded, LocalDate last, long asOf) {
        return teams.find(team, asOf).stream()
                .anyMatch(card -> card.lastDaysOfAreas(last).anyMatch(day -> works(card, recorded, day, asOf)));
    }

    /** Whether a team worked on a day for what is recorded in a unit, as the rules of commands say it. */
    public boolean worked(String team, String recorded, LocalDate day, long asOf) {
        return teams.find(team, asOf)
                .filter(card -> works(card, recorded, day, asOf))
                .isPresent();
    }

    /** As {@link TeamCard#areaOn}, none after its last day. */
    private boolean works(TeamCard card, String recorded, LocalDate day, long asOf) {
        LocalDate last = card.lastDay();
        Set<String> area = Set.copyOf(card.areaOn(day));
        return (last == null || !day.isAfter(last))
                && (area.contains(recorded)
                        || units.lineage(day, asOf).covers(unit -> area.contains(unit.value()), new UnitId(recorded)));
    }

    /**
     * The teams that worked in each of the units on a day.
     *
     * @param covering of each the units whose teams work in it
     */
    public Map<String, Set<String>> working(Map<String, List<String>> covering, long asOf, LocalDate day) {
        Map<String, Set<String>> found = teams.covering(
                covering.values().stream().flatMap(List::stream).distinct().toList(), asOf, day);
        Map<String, Set<String>> working = new LinkedHashMap<>();
        covering.forEach((unit, through) -> {
            Set<String> here = through.size() == 1
                    ? found.getOrDefault(through.getFirst(), Set.of())
                    : through.stream()
                            .flatMap(each -> found.getOrDefault(each, Set.of()).stream())
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!here.isEmpty()) {
                working.put(unit, here);
            }
        });
        return working;
    }

    private static List<String> covering(UnitLineage lineage, String unit) {
        return lineage.covering(new UnitId(unit)).stream().map(UnitId::value).toList();
    }
}
