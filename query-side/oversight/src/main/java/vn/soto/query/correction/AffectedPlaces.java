package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.projection.supposed.Supposition.Supposed;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.JsonIds;
import vn.soto.query.team.TeamAreas;
import vn.soto.query.team.TeamsByUnit;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** The teams and units whose figures events may change. */
@Component
record AffectedPlaces(TeamAreas areas, TeamsByUnit teams, Units units) {

    private static final Pattern OF_A_QUARTER = Pattern.compile("(?:^|.*[/:])([0-9]{4}-Q[1-4])");
    private static final String TEAM = "team:";

    record TeamsAndUnits(Set<String> teams, Set<String> units) {

        TeamsAndUnits and(TeamsAndUnits other) {
            Set<String> bothTeams = new LinkedHashSet<>(teams);
            bothTeams.addAll(other.teams);
            Set<String> bothUnits = new LinkedHashSet<>(units);
            bothUnits.addAll(other.units);
            return new TeamsAndUnits(bothTeams, bothUnits);
        }
    }

    /**
     * Teams and units whose figures the events may change. They are the units named, the teams that ever worked there or in
     * successors of these, and all areas of these teams. The areas count because households without a responsible
     * member are counted for the covering team at the end of each quarter. Former areas count because members of a team are
     * counted where it worked then.
     */
    TeamsAndUnits of(List<Supposed> events, LocalDate today, long asOf) {
        Set<String> named = new LinkedHashSet<>();
        Set<String> working = new LinkedHashSet<>();
        for (Supposed each : events) {
            var ids = JsonIds.of(each.recorded());
            named.addAll(ids.getOrDefault(IdKind.UNIT, Set.of()));
            working.addAll(ids.getOrDefault(IdKind.TEAM, Set.of()));
            each.recorded().tags().stream()
                    .filter(tag -> tag.startsWith(TEAM))
                    .forEach(tag -> working.add(tag.substring(TEAM.length())));
        }
        // A team of a unit that others became part of counts what was recorded in these.
        Stream.concat(named.stream(), successors(named, units.lineage(named, today, asOf)))
                .distinct()
                .forEach(unit -> working.addAll(teams.ever(unit, today, asOf)));
        Set<String> places = new LinkedHashSet<>(named);
        places.addAll(areas.everCovered(working, asOf));
        units.lineage(places, today, asOf)
                .served(places.stream().map(UnitId::new).toList())
                .forEach(unit -> places.add(unit.value()));
        return new TeamsAndUnits(working, places);
    }

    /** The units of a day in which what was recorded in others counts or may count. */
    private static Stream<String> successors(Collection<String> of, UnitLineage lineage) {
        return of.stream()
                .map(UnitId::new)
                .flatMap(unit -> Stream.concat(lineage.chain(unit).stream(), lineage.candidates(unit).stream()))
                .map(UnitId::value);
    }

    /** The units and all above them on a day; those that are not known are left out. */
    private List<String> upwards(Collection<String> of, LocalDate day, long asOf) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> looked = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(of);
        while (!next.isEmpty()) {
            String unit = next.poll();
            if (looked.add(unit)) {
                Optional<UnitOnDay> known = units.find(unit, day, asOf);
                known.ifPresent(there -> found.add(unit));
                known.map(UnitOnDay::parent).ifPresent(next::add);
            }
        }
        return List.copyOf(found);
    }

    /**
     * The units, those of a day in which what was recorded in them counts or may count, and all above them; likewise
     * known.
     */
    List<String> counting(Collection<String> of, LocalDate day, long asOf) {
        List<String> counting =
                successors(upwards(of, day, asOf), units.lineage(of, day, asOf)).toList();
        return upwards(counting, day, asOf);
    }

    /** The quarter at the end of a document's id; empty if there is none. */
    static Optional<Quarter> quarter(String id) {
        Matcher found = OF_A_QUARTER.matcher(id);
        return found.matches() ? Optional.of(Quarter.parse(found.group(1))) : Optional.empty();
    }
}
