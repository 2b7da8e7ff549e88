package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.Units;

/** How many households residential units have, and for how many of them nobody can act on a day, as known at a commit. */
@Component
public final class Registrations {

    private final Documents documents;
    private final Teams teams;
    private final Units units;

    Registrations(Documents documents, Teams teams, Units units) {
        this.documents = documents;
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

    /** For each of the units that ever had a household. */
    public Map<String, Count> of(Collection<String> recorded, LocalDate day, long asOf) {
        Map<String, Registered> states = RegistrationProjector.REGISTERED.asOf(recorded, asOf, documents);
        Map<String, TeamCard> cards = teams.find(
                states.values().stream()
                        .flatMap(state -> state.charges().keySet().stream())
                        .map(key -> key.substring(0, key.indexOf('/')))
                        .distinct()
                        .toList(),
                asOf);
        // Few days are the first of many responsibilities; parsing each anew takes most of the time of a province.
        Map<String, LocalDate> days = new HashMap<>();
        Map<String, Count> counts = new HashMap<>();
        states.forEach((unit, state) -> counts.put(unit, count(state, cards, day, days)));
        return counts;
    }

    private static Count count(
            Registered state, Map<String, TeamCard> cards, LocalDate day, Map<String, LocalDate> days) {
        long assigned = 0;
        for (Map.Entry<String, Long> charge : state.charges().entrySet()) {
            String[] key = charge.getKey().split("/", -1);
            boolean acts = Optional.ofNullable(cards.get(key[0]))
                    .flatMap(card ->
                            ActiveMembers.absence(key[1], days.computeIfAbsent(key[2], LocalDate::parse), card, day))
                    .isEmpty();
            assigned += acts ? charge.getValue() : 0;
        }
        return new Count(state.households(), state.households() - assigned);
    }

    /** The same over all units for which a team works on a day; none if the team does not exist on it. */
    public Count ofTeam(String team, LocalDate day, long asOf) {
        List<String> area = teams.find(team, asOf)
                .filter(card -> card.existedOn(day))
                .map(card -> card.areas().stream()
                        .filter(each -> !each.from().isAfter(day))
                        .reduce(card.areas().getFirst(), (earlier, later) -> later)
                        .units())
                .orElse(List.of());
        List<String> served = units
                .lineage(area, day, asOf)
                .served(area.stream().map(UnitId::new).toList())
                .stream()
                .map(UnitId::value)
                .toList();
        return of(served, day, asOf).values().stream().reduce(Count.NONE, Count::plus);
    }
}
