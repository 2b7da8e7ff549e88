package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** A unit is its own place. */
@Component
record UnitLocations(Units units) implements SubjectLocations {

    @Override
    public IdKind kind() {
        return IdKind.UNIT;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        units.find(ids, day, asOf).keySet().forEach(id -> found.put(id, List.of(Locations.inUnits(List.of(id)))));
        return found;
    }
}
