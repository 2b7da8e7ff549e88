package vn.soto.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.EventType;

/** Test events with one record that was stored in three versions. */
sealed interface VisitEvent extends DomainEvent {

    EventType V1 = new EventType("visit.made", "1");
    EventType V2 = new EventType("visit.made", "2");
    EventType V3 = new EventType("visit.completed", "3");

    /** Version 1 has one place, version 2 a list of places, and version 3 another name and two more components. */
    @StoredAs("visit.completed.v3")
    record VisitCompleted(
            TeamId team,
            Instant at,
            List<String> places,
            int guests,
            @Nullable String note) implements VisitEvent {

        @Override
        public Set<String> tags() {
            return Set.of("team:" + team);
        }
    }

    static EventRegistry registry() {
        return EventRegistry.of(List.of(VisitEvent.class));
    }

    static Upcaster placeBecomesList(EventType from, EventType to) {
        return new Upcaster(from, to, body -> {
            body.putArray("places").add(body.remove("place"));
            return body;
        });
    }

    static Upcaster guestsAreCounted(EventType from, EventType to) {
        return new Upcaster(from, to, body -> body.put("guests", 1).putNull("note"));
    }
}
