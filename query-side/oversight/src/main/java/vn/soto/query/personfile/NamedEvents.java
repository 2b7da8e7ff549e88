package vn.soto.query.personfile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.Place;
import vn.soto.query.search.EventIndex;

/** Reads the events that name a subject, as known at a commit, from the ledger, where the search index finds them. */
@Component
record NamedEvents(EventIndex index, EventLoader bodies, EventCodec codec) {

    /** @param event absent if today's product cannot read it */
    record Named(EventLoader.Body body, Optional<DomainEvent> event) {

        long position() {
            return body.position();
        }

        Commit commit() {
            return body.commit();
        }
    }

    /**
     * In ledger order, with what became of the support requests of a household; empty for a subject that no event names.
     */
    List<Named> of(Subject subject, long asOf) {
        List<Named> own = read(places(subject, asOf));
        SortedSet<Place> ofRequests = own.stream()
                .flatMap(one -> one.event().stream())
                .flatMap(event -> requestOf(subject, event).stream())
                .flatMap(request -> places(request, asOf).stream())
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparingLong(Place::position))));
        own.forEach(
                one -> ofRequests.remove(new Place(one.position(), one.commit().number())));
        return ofRequests.isEmpty()
                ? own
                : Stream.concat(own.stream(), read(List.copyOf(ofRequests)).stream())
                        .sorted(Comparator.comparingLong(Named::position))
                        .toList();
    }

    private static Optional<Subject> requestOf(Subject subject, DomainEvent event) {
        return event instanceof SupportRequestReceived received
                        && received.household() != null
                        && Subject.of(received.household()).equals(subject)
                ? Optional.of(Subject.of(received.request()))
                : Optional.empty();
    }

    private List<Place> places(Subject subject, long asOf) {
        return index.naming(subject, asOf);
    }

    private List<Named> read(List<Place> places) {
        return bodies.of(places).stream()
                .map(body -> new Named(body, decoded(body)))
                .toList();
    }

    private Optional<DomainEvent> decoded(EventLoader.Body body) {
        try {
            return Optional.of(codec.decode(body.event().type(), body.event().payload()));
        } catch (EventException e) {
            return Optional.empty();
        }
    }
}
