package vn.soto.query.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.projection.Documents;
import vn.soto.query.link.Designated;
import vn.soto.query.link.Designation;
import vn.soto.query.link.Designations;
import vn.soto.query.link.IdKind;
import vn.soto.query.unit.Units;

/** The commune's codes of households; a household lies in the unit that its recorded unit has become by the day. */
@Component
final class HouseholdDesignations implements Designations {

    private final Documents documents;
    private final Units units;

    HouseholdDesignations(Documents documents, Units units) {
        this.documents = documents;
        this.units = units;
    }

    @Override
    public IdKind kind() {
        return IdKind.HOUSEHOLD;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Household> known = new HashMap<>();
        documents.find(Household.KIND, ids).forEach((id, household) -> {
            if (household.from() <= asOf) {
                known.put(id, household);
            }
        });
        UnitLineage lineage = units.lineage(
                known.values().stream()
                        .map(household -> household.home(asOf).unit())
                        .distinct()
                        .toList(),
                day,
                asOf);
        Map<String, Designated> found = new HashMap<>();
        known.forEach((id, household) -> found.put(
                id,
                Designated.in(
                        lineage.of(new UnitId(household.home(asOf).unit()))
                                .unit()
                                .value(),
                        Designation.always(Designation.Use.REFERENCE, household.reference(asOf)))));
        return found;
    }
}
