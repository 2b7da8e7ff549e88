package vn.soto.query.timeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.EventPlaces;
import vn.soto.query.reading.Places;
import vn.soto.query.reading.SubjectPlaces;

/** An undertaking lies where the first of its commits lie. */
@Component
final class CorrelationPlaces implements SubjectPlaces {

    private static final int LOOKED_AT = 50;

    private final Undertakings undertakings;
    private final EventPlaces events;

    CorrelationPlaces(Undertakings undertakings, EventPlaces events) {
        this.undertakings = undertakings;
        this.events = events;
    }

    @Override
    public IdKind kind() {
        return IdKind.CORRELATION;
    }

    @Override
    public Map<String, List<Places>> find(Collection<String> ids, LocalDate day, long asOf) {
        Map<String, List<Places>> found = new HashMap<>();
        ids.forEach(id -> undertakings.page(id, 0, LOOKED_AT, asOf).commits().stream()
                .map(commit -> events.of(commit, day, asOf))
                .reduce(Places::and)
                .ifPresent(places -> found.put(id, List.of(places))));
        return found;
    }
}
