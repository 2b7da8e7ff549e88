package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DailyResults;
import vn.soto.projection.KeptResults;
import vn.soto.query.resident.HouseholdsByUnit;
import vn.soto.query.resident.HouseholdsByUnit.Charges;
import vn.soto.query.resident.HouseholdsByUnit.Resident;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.unit.Units;

/** How many households residential units have, and for how many of them nobody can act on a day, as known at a commit. */
@Component
public final class Registrations {

    private static final int MOST = 200;

    private final HouseholdsByUnit residents;
    private final Teams teams;
    private final Units units;
    private final DailyResults<TeamCard, Set<String>> acting = new DailyResults<>(ActiveMembers::acting);
    private final KeptResults<Recorded, Counts> known = new KeptResults<>(
            MOST,
            Stream.concat(Stream.of(HouseholdsByUnit.KIND), Teams.KINDS.stream())
                    .toList());

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

    private record Recorded(Set<String> units, LocalDate day) {}

    /** Of units that ever had a household. Thread-safe. */
    public static final class Counts {

        private final Map<String, Count> byUnit;
        private final Map<List<String>, Count> sums = new ConcurrentHashMap<>();

        private Counts(Map<String, Count> byUnit) {
            this.byUnit = byUnit;
        }

        public Map<String, Count> byUnit() {
            return Collections.unmodifiableMap(byUnit);
        }

        /** Of all these units, which are the same each time. */
        public Count sum(List<String> units) {
            return sums.computeIfAbsent(
                    units,
                    all -> all.stream()
                            .map(unit -> byUnit.getOrDefault(unit, Count.NONE))
                            .reduce(Count.NONE, Count::plus));
        }
    }

    /** @param assigned whether somebody is responsible for it who can act on that day */
    public record Registered(Resident resident, boolean assigned) {

        public Count count() {
            return new Count(1, assigned ? 0 : 1);
        }
    }

    public Counts of(Set<String> recorded, LocalDate day, long asOf) {
        return known.of(
                new Recorded(recorded, day),
                asOf,
                teams.documents(),
                () -> new Counts(counts(recorded, day, asOf)),
                (before, written) -> {
                    boolean ofTeams = written.stream().skip(1).anyMatch(ids -> !ids.isEmpty());
                    Set<String> others = ofTeams ? recorded : written.getFirst();
                    Map<String, Count> counts = new HashMap<>(before.byUnit);
                    counts.putAll(
                            counts(others.stream().filter(recorded::contains).toList(), day, asOf));
                    return new Counts(counts);
                });
    }

    private Map<String, Count> counts(Collection<String> recorded, LocalDate day, long asOf) {
        Map<String, Charges> found = residents.charges(recorded, day, asOf);
        Set<String> responsible = new HashSet<>();
        found.values().forEach(charges -> responsible.addAll(charges.byMember().keySet()));
        ActingMembers active = acting(responsible, day, asOf);
        Map<String, Count> counts = new HashMap<>();
        found.forEach((unit, charges) -> {
            long assigned = 0;
            for (Map.Entry<String, Map<String, Long>> team : charges.byMember().entrySet()) {
                for (Map.Entry<String, Long> member : team.getValue().entrySet()) {
                    assigned += active.acts(team.getKey(), member.getKey()) ? member.getValue() : 0;
                }
            }
            counts.put(unit, new Count(charges.all(), charges.all() - assigned));
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
        Set<String> responsible = found.stream()
                .flatMap(each -> each.charge().stream())
                .map(held -> held.team().value())
                .collect(Collectors.toSet());
        ActingMembers active = acting(responsible, day, asOf);
        return found.stream()
                .map(each -> new Registered(
                        each,
                        each.charge()
                                .filter(held -> active.acts(
                                        held.team().value(), held.member().value()))
                                .isPresent()))
                .toList();
    }

    /** @param members those who can act, by team; a team is absent if nothing is known of it, as in a damaged ledger */
    private record ActingMembers(Map<String, Set<String>> members) {

        boolean acts(String team, String member) {
            Set<String> known = members.get(team);
            return known == null || known.contains(member);
        }
    }

    private ActingMembers acting(Set<String> teamsAsked, LocalDate day, long asOf) {
        DailyResults<TeamCard, Set<String>>.OfDay then = acting.on(day);
        Map<String, Set<String>> active = new HashMap<>();
        teams.find(teamsAsked, asOf).forEach((team, card) -> active.put(team, then.of(team, card)));
        return new ActingMembers(active);
    }

    /** The same over all units for which a team works on a day; none if the team does not exist on it. */
    public Count ofTeam(String team, LocalDate day, long asOf) {
        List<String> area = area(team, day, asOf);
        return of(Set.copyOf(area), day, asOf).sum(area);
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
