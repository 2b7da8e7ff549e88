package vn.soto.query.business;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.projection.Documents;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A business lies in the unit in which it is recorded. */
@Component
record BusinessLocations(Documents documents) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.BUSINESS;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        documents.find(Business.KIND, ids).forEach((id, business) -> {
            if (business.from() <= asOf) {
                found.put(
                        id,
                        List.of(Locations.inUnits(
                                List.of(business.home(day, asOf).unit()))));
            }
        });
        return found;
    }
}
