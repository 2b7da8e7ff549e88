package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.Designations;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.PlacedReferences;
import vn.soto.query.unit.PlacedReferences.Placed;

/** The commune's codes of households; a household lies in the unit that its recorded unit has become by the day. */
@Component
record HouseholdDesignations(Documents documents, PlacedReferences references) implements Designations {

    @Override
    public IdKind kind() {
        return IdKind.HOUSEHOLD;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Placed> recorded = new HashMap<>();
        documents.find(Household.KIND, ids).forEach((id, household) -> {
            if (household.from() <= asOf) {
                recorded.put(id, new Placed(household.home(day, asOf).unit(), household.reference(asOf)));
            }
        });
        return references.designated(recorded, day, asOf);
    }
}
