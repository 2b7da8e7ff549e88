package vn.soto.query.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.Documents;

/** Help given, as it was known at a commit. */
@Component
final class Activities {

    private final Documents documents;

    Activities(Documents documents) {
        this.documents = documents;
    }

    /** The totals of each residential unit that has any. */
    Map<String, Totals> totals(Collection<String> units, Quarter quarter, long asOf) {
        Map<String, String> unitsById = new HashMap<>();
        units.forEach(unit -> unitsById.put(unit + "/" + quarter, unit));
        Map<String, Totals> totals = new HashMap<>();
        Map<String, String> older = new HashMap<>();
        List<Activity> found = new ArrayList<>(
                documents.find(Activity.KIND, unitsById.keySet()).values());
        for (Activity activity : found) {
            String unit = unitsById.getOrDefault(activity.id(), activity.id());
            activity.history(asOf)
                    .ifPresentOrElse(
                            number -> older.put(activity.history(number), unit),
                            () -> totals.put(unit, activity.asOf(asOf)));
        }
        documents
                .find(Activity.Sealed.KIND, older.keySet())
                .forEach((id, kept) -> totals.put(older.getOrDefault(id, id), kept.asOf(asOf)));
        return totals;
    }
}
