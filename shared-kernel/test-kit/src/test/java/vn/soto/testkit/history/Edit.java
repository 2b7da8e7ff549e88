package vn.soto.testkit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/** A stored commit in the hands of somebody who alters it. */
final class Edit {

    long number;
    long first;
    UUID id;
    Instant at;
    Origin origin;
    String actor;

    @Nullable
    String reason;

    List<RecordedEvent> events;
    Hash chain;
    private final Commit commit;

    Edit(Commit commit) {
        this.commit = commit;
        number = commit.number();
        first = commit.first();
        id = commit.id();
        at = commit.at();
        origin = commit.origin();
        actor = commit.actor();
        reason = commit.reason();
        events = new ArrayList<>(commit.events());
        chain = commit.chain();
    }

    /** Alters the last event. */
    void event(UnaryOperator<Event> change) {
        events.set(events.size() - 1, change.apply(new Event(events.getLast())).build());
    }

    Commit build() {
        return new Commit(
                number,
                first,
                id,
                at,
                origin,
                actor,
                reason,
                commit.corrects(),
                commit.correlation(),
                commit.causation(),
                events,
                commit.latest(),
                commit.previous(),
                chain);
    }

    /** An event being altered. */
    record Event(
            String id,
            Instant timestamp,
            EventType type,
            @Nullable StreamPosition slot,
            SortedMap<String, String> metadata,
            List<String> tags,
            Payload payload) {

        Event(RecordedEvent event) {
            this(
                    event.id(),
                    event.timestamp(),
                    event.type(),
                    event.aggregate(),
                    new TreeMap<>(event.metadata()),
                    event.tags(),
                    event.payload());
        }

        Event id(String other) {
            return new Event(other, timestamp, type, slot, metadata, tags, payload);
        }

        Event timestamp(Instant other) {
            return new Event(id, other, type, slot, metadata, tags, payload);
        }

        Event type(EventType other) {
            return new Event(id, timestamp, other, slot, metadata, tags, payload);
        }

        Event slot(StreamPosition other) {
            return new Event(id, timestamp, type, other, metadata, tags, payload);
        }

        Event metadata(String key, String value) {
            SortedMap<String, String> more = new TreeMap<>();
            more.putAll(metadata);
            more.put(key, value);
            return new Event(id, timestamp, type, slot, more, tags, payload);
        }

        Event tags(List<String> other) {
            return new Event(id, timestamp, type, slot, metadata, other, payload);
        }

        Event payload(Payload other) {
            return new Event(id, timestamp, type, slot, metadata, tags, other);
        }

        RecordedEvent build() {
            return new RecordedEvent(id, timestamp, type, slot, metadata, tags, payload);
        }
    }
}
