package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.query.household.Registrations;
import vn.soto.query.household.Registrations.Count;
import vn.soto.query.household.Registrations.Registered;
import vn.soto.query.household.Successors;
import vn.soto.query.unit.UnitRollUp;
import vn.soto.query.unit.UnitRollUp.Spot;

/**
 * Places the households of a territory: those recorded in a unit count where it counts as a whole. In a unit that was divided each
 * counts where it was relocated since, and otherwise where it is undecided.
 */
@Component
record HouseholdPlaces(Registrations registrations, Successors successors) {

    /**
     * @param byUnit of units that count as a whole
     * @param bySpot of those that were divided
     */
    record Counts(Registrations.Counts byUnit, Map<Spot, Count> bySpot) {

        Count of(Spot spot, List<String> units) {
            return byUnit.sum(units).plus(bySpot.getOrDefault(spot, Count.NONE));
        }
    }

    Counts counts(UnitRollUp territory, LocalDate day, long asOf) {
        Map<Spot, Count> bySpot = new HashMap<>();
        divided(territory, day, asOf)
                .forEach((spot, households) ->
                        households.forEach(household -> bySpot.merge(spot, household.count(), Count::plus)));
        return new Counts(registrations.of(whole(territory), day, asOf), bySpot);
    }

    /**
     * The households of the territory that {@link Registered#assigned somebody can act for}, or the others, in the order of their
     * arrival. A unit is read when its first household may be the next.
     */
    Iterator<Registered> inOrder(UnitRollUp territory, LocalDate day, long asOf, boolean assigned) {
        List<MergedEntries.Source<Registered>> sources = new ArrayList<>();
        List<String> units = registrations.of(whole(territory), day, asOf).byUnit().entrySet().stream()
                .filter(unit -> assigned
                        ? unit.getValue().registered() > unit.getValue().unassigned()
                        : unit.getValue().unassigned() > 0)
                .map(Map.Entry::getKey)
                .toList();
        registrations
                .begins(units)
                .forEach((unit, first) -> sources.add(new MergedEntries.Source<>(
                        first, () -> those(registrations.in(List.of(unit), day, asOf), assigned))));
        sources.add(new MergedEntries.Source<>(
                0,
                () -> those(
                        divided(territory, day, asOf).values().stream()
                                .flatMap(List::stream)
                                .sorted(Comparator.comparingLong(HouseholdPlaces::arrival))
                                .toList(),
                        assigned)));
        return new MergedEntries<>(sources, HouseholdPlaces::arrival);
    }

    private static Iterator<Registered> those(List<Registered> households, boolean assigned) {
        return households.stream()
                .filter(household -> household.assigned() == assigned)
                .iterator();
    }

    private static long arrival(Registered household) {
        return household.resident().rows().getFirst().position();
    }

    private static Set<String> whole(UnitRollUp territory) {
        Set<String> whole = new HashSet<>(territory.all());
        whole.removeAll(territory.divided());
        return whole;
    }

    private Map<Spot, List<Registered>> divided(UnitRollUp territory, LocalDate day, long asOf) {
        Map<Spot, List<Registered>> bySpot = new HashMap<>();
        for (String unit : territory.divided().stream().sorted().toList()) {
            List<Registered> here = registrations.in(List.of(unit), day, asOf);
            Map<String, Spot> places = successors.places(
                    unit, here.stream().map(each -> each.resident().household()).toList(), territory, asOf);
            here.forEach(each -> Optional.ofNullable(places.get(each.resident().household()))
                    .ifPresent(spot ->
                            bySpot.computeIfAbsent(spot, s -> new ArrayList<>()).add(each)));
        }
        return bySpot;
    }
}
