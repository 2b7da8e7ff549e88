package vn.soto.query.practice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A good model is open to everybody who works with teams: it holds no personal data, and others are to repeat it. */
@Component
record PracticeLocations(Practices practices) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.PRACTICE;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        ids.forEach(id -> practices.find(id, asOf).ifPresent(known -> found.put(id, List.of(Locations.OPEN))));
        return found;
    }
}
