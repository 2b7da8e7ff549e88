package vn.soto.query.activity;

import java.util.Collection;
import java.util.Map;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.household.Registrations.Count;

/**
 * What stands in residential units on a day beside the help given: their teams, members and households.
 *
 * @param households by residential unit
 */
record TerritoryFigures(Staffing staffing, Map<String, Count> households) {

    Figures with(ActivitySum help, Collection<String> units) {
        Count count = units.stream()
                .map(unit -> households.getOrDefault(unit, Count.NONE))
                .reduce(Count.NONE, Count::plus);
        return new Figures(help.totals().complete(), staffing.of(units), Dashboard.Registered.of(count));
    }
}
