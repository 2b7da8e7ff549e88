package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
final class HouseholdPlaces {

    private final Registrations registrations;
    private final Successors successors;

    HouseholdPlaces(Registrations registrations, Successors successors) {
        this.registrations = registrations;
        this.successors = successors;
    }

    /**
     * @param byUnit of units that count as a whole
     * @param bySpot of those that were divided
     */
    record Counts(Map<String, Count> byUnit, Map<Spot, Count> bySpot) {

        Count of(Spot spot, List<String> units) {
            return units.stream()
                    .map(unit -> byUnit.getOrDefault(unit, Count.NONE))
                    .reduce(bySpot.getOrDefault(spot, Count.NONE), Count::plus);
        }
    }

    Counts counts(UnitRollUp territory, LocalDate day, long asOf) {
        Map<Spot, Count> bySpot = new HashMap<>();
        divided(territory, day, asOf)
                .forEach((spot, households) ->
                        households.forEach(household -> bySpot.merge(spot, household.count(), Count::plus)));
        return new Counts(registrations.of(whole(territory), day, asOf), bySpot);
    }

    /** All households of the territory. */
    List<Registered> all(UnitRollUp territory, LocalDate day, long asOf) {
        return Stream.concat(
                        registrations.in(whole(territory), day, asOf).stream(),
                        divided(territory, day, asOf).values().stream().flatMap(List::stream))
                .toList();
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
