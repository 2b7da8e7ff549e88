package vn.soto.query.unit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;

/** Households by the residential unit in which they live, as known at a commit. */
@Component
public final class HouseholdsByUnit {

    private final Documents documents;

    HouseholdsByUnit(Documents documents) {
        this.documents = documents;
    }

    /** In the order in which they came. */
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
}
