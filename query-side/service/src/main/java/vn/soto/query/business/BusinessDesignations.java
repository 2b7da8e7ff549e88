package vn.soto.query.business;

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

/** The commune's codes of businesses; trade names stay sealed. */
@Component
final class BusinessDesignations implements Designations {

    private final Documents documents;
    private final Units units;

    BusinessDesignations(Documents documents, Units units) {
        this.documents = documents;
        this.units = units;
    }

    @Override
    public IdKind kind() {
        return IdKind.BUSINESS;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Business> known = new HashMap<>();
        documents.find(Business.KIND, ids).forEach((id, business) -> {
            if (business.from() <= asOf) {
                known.put(id, business);
            }
        });
        UnitLineage lineage = units.lineage(
                known.values().stream()
                        .map(business -> business.home(asOf).unit())
                        .distinct()
                        .toList(),
                day,
                asOf);
        Map<String, Designated> found = new HashMap<>();
        known.forEach((id, business) -> found.put(
                id,
                Designated.in(
                        lineage.of(new UnitId(business.home(asOf).unit()))
                                .unit()
                                .value(),
                        Designation.always(
                                Designation.Use.REFERENCE,
                                business.registration(asOf).reference()))));
        return found;
    }
}
