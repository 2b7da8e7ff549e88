package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DailyResults;
import vn.soto.query.resident.HouseholdsByUnit;
import vn.soto.query.resident.HouseholdsByUnit.Resident;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.Units;

/** How many households residential units have, and for how many of them nobody can act on a day, as known at a commit. */
@Component
public final class Registrations {

    private final HouseholdsByUnit residents;
    private final Teams teams;
    private final Units units;
    private final DailyResults<TeamCard, Predicate<String>> active = new DailyResults<>(ActiveMembers::acting);

    Registrations(HouseholdsByUnit residents, Teams teams, Units units) {
        this.residents = residents;
        this.teams = teams;
        this.units = units;
    }

    /**
     * @param registered households that count in the unit
     * @param unassigned those of them that the unit's list of unassigned households has
     */
    public record Count(long registered, long unassigned) {

        public static final Count NONE = new Count(0, 0);

        public Count plus(Count other) {
            return new Count(registered + other.registered, unassigned + other.unassigned);
        }
    }

    /** @param assigned whether somebody is responsible for it who can act on that day */
    public record Registered(Resident resident, boolean assigned) {

        public Count count() {
            return new Count(1, assigned ? 0 : 1);
        }
    }

    /** For each of the units that ever had a household. */
    public Map<String, Count> of(Collection<String> recorded, LocalDate day, long asOf) {
        Map<String, Map<Optional<Responsible>, Long>> found = residents.counts(recorded, day, asOf);
        Predicate<Optional<Responsible>> acts =
                acting(found.values().stream().flatMap(counts -> counts.keySet().stream()), day, asOf);
        Map<String, Count> counts = new HashMap<>();
        found.forEach((unit, households) -> {
            long registered = 0;
            long unassigned = 0;
            for (Map.Entry<Optional<Responsible>, Long> each : households.entrySet()) {
                registered += each.getValue();
                unassigned += acts.test(each.getKey()) ? 0 : each.getValue();
            }
            counts.put(unit, new Count(registered, unassigned));
        });
        return counts;
    }

    /** Of each of the units that ever had a household the position of the first event about that. */
    public Map<String, Long> begins(Collection<String> recorded) {
        return residents.begins(recorded);
    }

    /** The households of these units on a day, one unit after the other, in the order of their arrival. */
    public List<Registered> in(Collection<String> recorded, LocalDate day, long asOf) {
        List<Resident> found = recorded.stream()
                .flatMap(unit -> residents.on(unit, day, asOf).stream())
                .toList();
        Predicate<Optional<Responsible>> acts = acting(found.stream().map(Resident::charge), day, asOf);
        return found.stream()
                .map(each -> new Registered(each, acts.test(each.charge())))
                .toList();
    }

    /** Tells of any of these responsibilities whether somebody can act by it on the day; each team is read once. */
    private Predicate<Optional<Responsible>> acting(Stream<Optional<Responsible>> charges, LocalDate day, long asOf) {
        List<String> found = charges.flatMap(Optional::stream)
                .map(held -> held.team().value())
                .distinct()
                .toList();
        DailyResults<TeamCard, Predicate<String>>.OfDay then = active.on(day);
        Map<String, Predicate<String>> acting = new HashMap<>();
        teams.find(found, asOf).forEach((team, card) -> acting.put(team, then.of(team, card)));
        return charge -> charge.filter(held -> acting.getOrDefault(held.team().value(), member -> true)
                        .test(held.member().value()))
                .isPresent();
    }

    /** The same over all units for which a team works on a day; none if the team does not exist on it. */
    public Count ofTeam(String team, LocalDate day, long asOf) {
        return of(area(team, day, asOf), day, asOf).values().stream().reduce(Count.NONE, Count::plus);
    }

    /** The households that {@link #ofTeam} counts. */
    public List<Registered> inAreaOf(String team, LocalDate day, long asOf) {
        return in(area(team, day, asOf), day, asOf);
    }

    /** The units for which a team works on a day. */
    public List<String> area(String team, LocalDate day, long asOf) {
        List<String> area = teams
                .find(team, asOf)
                .filter(card -> card.existedOn(day))
                .map(card -> card.areas().stream()
                        .filter(each -> !each.from().isAfter(day))
                        .reduce(card.areas().getFirst(), (earlier, later) -> later)
                        .units())
                .orElse(List.of())
                .stream()
                .map(UnitId::value)
                .toList();
        return units
                .lineage(area, day, asOf)
                .served(area.stream().map(UnitId::new).toList())
                .stream()
                .map(UnitId::value)
                .toList();
    }
}
