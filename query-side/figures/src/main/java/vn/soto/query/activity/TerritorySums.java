package vn.soto.query.activity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.soto.query.unit.UnitRollUp;
import vn.soto.query.unit.UnitRollUp.Part;
import vn.soto.query.unit.UnitRollUp.Spot;

/**
 * Sums of help given in the places of a unit. The places add up to the total, because a record is in one of them. But a
 * household or business helped in several places counts in each, and once in the total.
 */
final class TerritorySums {

    private final UnitRollUp territory;
    private final ActivitySum own = new ActivitySum();
    private final Map<String, ActivitySum> parts = new LinkedHashMap<>();
    private final ActivitySum undecided = new ActivitySum();
    private final ActivitySum again = new ActivitySum();

    /** Sums of zero. */
    TerritorySums(UnitRollUp territory) {
        this.territory = territory;
        territory.parts().forEach(part -> parts.put(part.unit().id(), new ActivitySum()));
    }

    /** The sum in which each residential unit counts as a whole, and what is booked to a commune. */
    Map<String, ActivitySum> byUnit() {
        Map<String, ActivitySum> sums = new HashMap<>();
        territory.own().forEach(unit -> sums.put(unit, own));
        territory.parts().forEach(part -> part.within().forEach(unit -> sums.put(unit, of(part))));
        territory.undecided().forEach(unit -> sums.put(unit, undecided));
        return sums;
    }

    ActivitySum at(Spot spot) {
        if (spot.undecided()) {
            return undecided;
        }
        return spot.part() == null ? own : Objects.requireNonNull(parts.get(spot.part()), spot.part());
    }

    ActivitySum of(Part part) {
        return Objects.requireNonNull(parts.get(part.unit().id()));
    }

    /** The sum of the unit itself. */
    ActivitySum itself() {
        return own;
    }

    ActivitySum undecided() {
        return undecided;
    }

    ActivitySum total() {
        ActivitySum total = new ActivitySum();
        total.add(own);
        parts.values().forEach(total::add);
        total.add(undecided);
        total.add(again);
        return total;
    }

    /** A household or business counts in this many places more than once. */
    void countedAgain(boolean business, long times) {
        again.takeAway(business, times);
    }
}
