package vn.soto.query.unit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Queries about households by residential unit, as known at a commit. */
@Component
public final class HouseholdsByUnit {

    private final Documents documents;

    HouseholdsByUnit(Documents documents) {
        this.documents = documents;
    }

    /** The households of a unit, in the order of their arrival. */
    record UnitHouseholds(List<String> households) {

        long count() {
            return households.size();
        }
    }

    UnitHouseholds in(String unit, long asOf) {
        Set<String> living = new LinkedHashSet<>();
        for (HouseholdMove move : HouseholdCountProjector.COUNTS.from(unit, 0, Integer.MAX_VALUE, asOf, documents)) {
            if (move.change() > 0) {
                living.add(move.household());
            } else {
                living.remove(move.household());
            }
        }
        return new UnitHouseholds(List.copyOf(living));
    }

    /** The number of households recorded in these units; reads one page of the log of each at most. */
    long count(Collection<String> units, long asOf) {
        return HouseholdCountProjector.COUNTS.asOf(units, asOf, documents).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
