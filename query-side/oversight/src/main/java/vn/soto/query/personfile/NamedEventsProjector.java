package vn.soto.query.personfile;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.NamedSubjects;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;
import vn.soto.query.event.Place;

/**
 * Projects the positions of the events that name a subject, never their content. An event that cannot be decoded names
 * those in its tags.
 */
@Component
final class NamedEventsProjector implements Projector {

    /** The positions of the events that name a subject, by subject. */
    static final LogType<Place, Long> NAMED = LogType.of("named-events", Place.class, 32);

    @Override
    public void on(Object event, EventContext at, Batch batch) {
        NavigableSet<Subject> named = new TreeSet<>();
        at.tags().forEach(tag -> Subject.ofTag(tag).ifPresent(named::add));
        if (event instanceof DomainEvent known) {
            named.addAll(NamedSubjects.of(known));
        }
        Place place = new Place(at.position(), at.commit());
        named.forEach(subject -> NAMED.append(subject.toString(), place, batch));
    }

    @Override
    public String name() {
        return "named-events";
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return NAMED.documentTypes();
    }

    @Override
    public String sequence(DomainEvent event) {
        return "all";
    }

    @Override
    public boolean readsBodies() {
        return false;
    }

    @Override
    public boolean handles(Class<?> event) {
        return true;
    }
}
