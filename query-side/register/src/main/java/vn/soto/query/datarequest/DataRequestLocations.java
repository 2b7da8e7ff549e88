package vn.soto.query.datarequest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.reading.Whereabouts;
import vn.soto.query.subject.IdKind;

/** A request about personal data lies where the person lies. */
@Component
record DataRequestLocations(DataRequests requests, Whereabouts whereabouts) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.DATA_REQUEST;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, String> subjects = new HashMap<>();
        ids.forEach(id -> requests.find(id, day, asOf).ifPresent(request -> subjects.put(id, request.subject())));
        Map<String, List<Locations>> persons = whereabouts.find(IdKind.PERSON, subjects.values(), day, asOf);
        Map<String, List<Locations>> found = new HashMap<>();
        subjects.forEach((id, subject) -> {
            List<Locations> locations = persons.get(subject);
            if (locations != null) {
                found.put(id, locations);
            }
        });
        return found;
    }
}
