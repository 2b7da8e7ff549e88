package vn.soto.query.activity;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.query.household.Successors;
import vn.soto.query.unit.UnitRollUp;

/**
 * The help in residential units that were divided: once a household is relocated into a successor, its past help counts
 * there. Help to no household, or to one whose unit is still to be decided, stays undecided.
 */
@Component
record DividedActivities(Successors successors) {

    /** Adds that help, and tells for each divided unit where it added that to a household. */
    Map<String, Map<String, ActivitySum>> add(TerritorySums sums, UnitRollUp territory, QuarterHelp help, long asOf) {
        Map<String, Map<String, ActivitySum>> placed = new HashMap<>();
        Set<String> helped = help.helped(territory.divided());
        for (String unit : helped.stream().sorted().toList()) {
            Map<String, ActivitySum> byHousehold = help.byHousehold(unit);
            places(unit, byHousehold.keySet(), sums, territory, asOf).forEach((household, here) -> {
                here.add(Objects.requireNonNull(byHousehold.get(household)));
                placed.computeIfAbsent(unit, u -> new HashMap<>()).put(household, here);
            });
        }
        return placed;
    }

    /**
     * The places in which the help in a divided unit counts, by household, "" for help to none; without places outside
     * the territory.
     */
    Map<String, ActivitySum> places(
            String unit, Set<String> households, TerritorySums sums, UnitRollUp territory, long asOf) {
        Map<String, ActivitySum> places = new HashMap<>();
        successors
                .places(unit, households, territory, asOf)
                .forEach((household, spot) -> places.put(household, sums.at(spot)));
        return places;
    }
}
