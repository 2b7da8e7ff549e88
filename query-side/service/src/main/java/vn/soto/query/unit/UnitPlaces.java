package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Places;
import vn.soto.query.reading.SubjectPlaces;

/** A unit is its own place. */
@Component
final class UnitPlaces implements SubjectPlaces {

    private final Units units;

    UnitPlaces(Units units) {
        this.units = units;
    }

    @Override
    public IdKind kind() {
        return IdKind.UNIT;
    }

    @Override
    public Map<String, List<Places>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Places>> found = new HashMap<>();
        units.find(ids, day, asOf).keySet().forEach(id -> found.put(id, List.of(Places.inUnits(List.of(id)))));
        return found;
    }
}
