package vn.soto.query.activity;

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

    /** Adds the totals of residential units in a quarter, each to the sum it counts in. */
    void add(Map<String, ActivitySum> sumsByUnit, Quarter quarter, long asOf) {
        Map<String, ActivitySum> sums = new HashMap<>();
        sumsByUnit.forEach((unit, sum) -> sums.put(unit + "/" + quarter, sum));
        ActivityProjector.ACTIVITY
                .asOf(sums.keySet(), asOf, documents)
                .forEach((id, totals) -> Objects.requireNonNull(sums.get(id)).add(totals));
    }
}
