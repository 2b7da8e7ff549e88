package vn.soto.query.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        rows(unit, quarter, asOf)
                .forEach(row -> sums.computeIfAbsent(
                                Objects.requireNonNullElse(row.household(), ""), household -> new ActivitySum())
                        .add(row));
        return sums;
    }

    /** All rows of a residential unit in a quarter, oldest first. */
    List<ActivityRow> rows(String unit, Quarter quarter, long asOf) {
        return ActivityProjector.ACTIVITY.from(unit + "/" + quarter, 0, Integer.MAX_VALUE, asOf, documents);
    }

    /** Those of the residential units with help in the quarter. */
    Set<String> helped(Collection<String> units, Quarter quarter, long asOf) {
        Map<String, String> unitsById = new HashMap<>();
        units.forEach(unit -> unitsById.put(unit + "/" + quarter, unit));
        return ActivityProjector.ACTIVITY.asOf(unitsById.keySet(), asOf, documents).keySet().stream()
                .map(id -> Objects.requireNonNull(unitsById.get(id)))
                .collect(Collectors.toSet());
    }

    /** Adds the totals of residential units in a quarter, each to the sum it counts in. */
    void add(Map<String, ActivitySum> sumsByUnit, Quarter quarter, long asOf) {
        Map<String, ActivitySum> sums = new HashMap<>();
        sumsByUnit.forEach((unit, sum) -> sums.put(unit + "/" + quarter, sum));
        ActivityProjector.ACTIVITY
                .asOf(sums.keySet(), asOf, documents)
                .forEach((id, totals) -> Objects.requireNonNull(sums.get(id)).add(totals));
    }
}
