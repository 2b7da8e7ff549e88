package vn.soto.query.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.query.unit.UnitRollUp;

/**
 * Sums of help given in the places of a unit; the places add up to the total, because each residential unit counts in one.
 *
 * @param parts in the order of the unit's parts
 */
record TerritorySums(ActivitySum own, List<ActivitySum> parts, ActivitySum undecided) {

    /** Sums of zero. */
    static TerritorySums of(UnitRollUp territory) {
        return new TerritorySums(
                new ActivitySum(),
                territory.parts().stream().map(part -> new ActivitySum()).toList(),
                new ActivitySum());
    }

    /** The sum in which each residential unit counts. */
    Map<String, ActivitySum> byUnit(UnitRollUp territory) {
        Map<String, ActivitySum> sums = new HashMap<>();
        territory.own().forEach(unit -> sums.put(unit, own));
        for (int i = 0; i < parts.size(); i++) {
            ActivitySum sum = parts.get(i);
            territory.parts().get(i).within().forEach(unit -> sums.put(unit, sum));
        }
        territory.undecided().forEach(unit -> sums.put(unit, undecided));
        return sums;
    }

    ActivitySum total() {
        ActivitySum total = new ActivitySum();
        total.add(own);
        parts.forEach(total::add);
        total.add(undecided);
        return total;
    }
}
