package vn.soto.query.audit;

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

/** A sample lies in the unit in which it was drawn. */
@Component
record CallBackSampleLocations(Documents documents) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.CALL_BACK_SAMPLE;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        documents.find(DrawnSample.KIND, ids).forEach((id, sample) -> {
            if (sample.commit() <= asOf) {
                found.put(id, List.of(Locations.inUnits(List.of(sample.draw().unit()))));
            }
        });
        return found;
    }
}
