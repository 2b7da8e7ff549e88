package vn.soto.query.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.household.Successors;
import vn.soto.query.unit.UnitRollUp;
import vn.soto.query.unit.UnitRollUp.Spot;

/**
 * Moves the help to households of a residential unit that was divided: once a household is relocated into a successor, its
 * past help counts there. What helped no household, or one whose unit is still to be decided, stays undecided.
 */
@Component
final class DividedActivities {

    private final Activities activities;
    private final Successors successors;

    DividedActivities(Activities activities, Successors successors) {
        this.activities = activities;
        this.successors = successors;
    }

    /**
     * The unit's contents with the parts of divided units.
     *
     * @param sums sum of each unit; the sums of divided units are replaced, those of their parts are added
     */
    UnitRollUp place(UnitRollUp territory, Quarter quarter, long asOf, Map<String, ActivitySum> sums) {
        Map<String, Spot> parts = new HashMap<>();
        List<String> divided = territory.divided().stream().sorted().toList();
        activities.sums(divided, quarter, asOf).keySet().forEach(unit -> {
            Map<String, ActivitySum> byUnit = byUnit(unit, territory, quarter, asOf);
            sums.computeIfPresent(unit, (id, whole) -> byUnit.getOrDefault(unit, new ActivitySum()));
            byUnit.forEach((target, sum) -> {
                if (!target.equals(unit)) {
                    territory.spots().apply(target).ifPresent(spot -> {
                        String part = unit + " > " + target;
                        parts.put(part, spot);
                        sums.put(part, sum);
                    });
                }
            });
        });
        return territory.with(parts);
    }

    /** The help in a divided unit by the unit in which it counts; at the unit itself what is undecided. */
    private Map<String, ActivitySum> byUnit(String unit, UnitRollUp territory, Quarter quarter, long asOf) {
        Map<String, ActivitySum> byHousehold = activities.byHousehold(unit, quarter, asOf);
        Map<String, String> targets = successors.of(unit, byHousehold.keySet(), territory.day(), asOf);
        Map<String, ActivitySum> byUnit = new HashMap<>();
        byHousehold.forEach((household, sum) -> byUnit.computeIfAbsent(
                        Objects.requireNonNullElse(targets.get(household), unit), target -> new ActivitySum())
                .add(sum));
        return byUnit;
    }
}
