package vn.soto.query.personfile;

import org.springframework.stereotype.Component;
import vn.soto.contracts.person.NamedSubjects;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.timeline.Place;

/**
 * Projects which events name whom; where they stand, never what they say. It has one segment, because an event may name several
 * subjects.
 */
@Component
final class NamedEventsProjector extends EventProjector<ProductEvent> {

    /** The positions of the events that name a subject, by subject. */
    static final LogType<Place, Long> NAMED = LogType.of("named-events", Place.class, 32);

    NamedEventsProjector() {
        super("named-events", 1, ProductEvent.class, event -> "all", NAMED.documentTypes());
    }

    @Override
    protected void fold(ProductEvent event, EventContext at, Batch batch) {
        Place place = new Place(at.position(), at.commit());
        NamedSubjects.of(event).forEach(subject -> NAMED.append(subject.toString(), place, batch));
    }
}
