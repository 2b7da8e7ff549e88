package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.reading.EventLocations;
import vn.soto.query.reading.Locations;
import vn.soto.query.reading.SubjectLocations;
import vn.soto.query.subject.IdKind;

/** An undertaking lies where the first of its commits lie. */
@Component
record CorrelationLocations(Undertakings undertakings, EventLocations events) implements SubjectLocations {

    private static final int LOOKED_AT = 50;

    @Override
    public IdKind kind() {
        return IdKind.CORRELATION;
    }

    @Override
    public Map<String, List<Locations>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Locations>> found = new HashMap<>();
        ids.forEach(id -> undertakings.page(id, 0, LOOKED_AT, asOf).commits().stream()
                .map(commit -> events.of(commit, day, asOf))
                .reduce(Locations::and)
                .ifPresent(places -> found.put(id, List.of(places))));
        return found;
    }
}
