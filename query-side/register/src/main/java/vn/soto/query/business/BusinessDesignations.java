package vn.soto.query.business;

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

/** The commune's codes of businesses; trade names stay sealed. */
@Component
record BusinessDesignations(Documents documents, PlacedReferences references) implements Designations {

    @Override
    public IdKind kind() {
        return IdKind.BUSINESS;
    }

    @Override
    public Map<String, Designated> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, Placed> recorded = new HashMap<>();
        documents.find(Business.KIND, ids).forEach((id, business) -> {
            if (business.from() <= asOf) {
                recorded.put(
                        id,
                        new Placed(
                                business.home(day, asOf).unit(),
                                business.registration(asOf).reference()));
            }
        });
        return references.designated(recorded, day, asOf);
    }
}
