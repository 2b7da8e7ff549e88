package vn.soto.query.activity;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.household.Registrations.Count;
import vn.soto.query.unit.UnitRollUp;
import vn.soto.query.unit.UnitRollUp.Part;
import vn.soto.query.unit.UnitRollUp.Spot;

/** The teams, members and households in the places of a territory on a day, beside the help given. */
record TerritoryFigures(UnitRollUp territory, Staffing staffing, HouseholdPlaces.Counts households) {

    Figures total(ActivitySum help) {
        Count all = Stream.concat(
                        Stream.of(own(), households.of(Spot.UNDECIDED, territory.undecided())),
                        territory.parts().stream().map(this::in))
                .reduce(Count.NONE, Count::plus);
        return with(help, territory.all(), all);
    }

    Figures of(Part part, ActivitySum help) {
        return with(help, part.within(), in(part));
    }

    /** The figures of the unit itself. */
    Figures itself(ActivitySum help) {
        return with(help, territory.own(), own());
    }

    Figures undecided(ActivitySum help) {
        return with(help, territory.undecided(), households.of(Spot.UNDECIDED, territory.undecided()));
    }

    private Count own() {
        return households.of(Spot.OWN, territory.own());
    }

    private Count in(Part part) {
        return households.of(new Spot(part.unit().id(), false), part.within());
    }

    private Figures with(ActivitySum help, List<String> units, Count count) {
        return new Figures(help.complete(), staffing.of(units), Dashboard.Registered.of(count));
    }
}
