package vn.soto.query.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Documents;

/** Totals of help given, as known at a commit. */
@Component
final class Activities {

    private final Documents documents;

    Activities(Documents documents) {
        this.documents = documents;
    }

    /** The sum of each household helped in a residential unit in the quarter; what helped no household is at "". */
    Map<String, ActivitySum> byHousehold(String unit, Quarter quarter, long asOf) {
        Map<String, ActivitySum> sums = new HashMap<>();
        ActivityProjector.ACTIVITY
                .from(unit + "/" + quarter, 0, Integer.MAX_VALUE, asOf, documents)
                .forEach(row -> sums.computeIfAbsent(
                                Objects.requireNonNullElse(row.household(), ""), household -> new ActivitySum())
                        .add(row));
        return sums;
    }

    /** The sum of each residential unit with help in the quarter. */
    Map<String, ActivitySum> sums(Collection<String> units, Quarter quarter, long asOf) {
        Map<String, String> unitsById = new HashMap<>();
        units.forEach(unit -> unitsById.put(unit + "/" + quarter, unit));
        Map<String, ActivitySum> sums = new HashMap<>();
        ActivityProjector.ACTIVITY.asOf(unitsById.keySet(), asOf, documents, (id, before, rows) -> {
            ActivitySum sum = new ActivitySum();
            sum.add(before);
            rows.forEach(sum::add);
            sums.put(unitsById.getOrDefault(id, id), sum);
        });
        return sums;
    }
}
