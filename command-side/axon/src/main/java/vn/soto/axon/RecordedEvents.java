package vn.soto.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/** Converts Axon's event messages to the events of a draft. */
final class RecordedEvents {

    private RecordedEvents() {}

    /** @param notes become metadata of each event, beside its own */
    static List<RecordedEvent> of(
            List<? extends EventMessage<?>> messages, Serializer serializer, Map<String, String> notes) {
        return messages.stream()
                .<RecordedEvent>map(message -> event(message, serializer, notes))
                .toList();
    }

    /** The events of a command, which are all of the product's own vocabularies. */
    static List<DomainEvent> payloads(List<? extends EventMessage<?>> messages) {
        return messages.stream()
                .map(message -> (DomainEvent) message.getPayload())
                .toList();
    }

    /** First sequence written of each aggregate. */
    static Map<String, Long> firstSequences(List<RecordedEvent> events) {
        Map<String, Long> first = new HashMap<>();
        for (RecordedEvent event : events) {
            StreamPosition place = event.aggregate();
            if (place != null) {
                first.merge(place.id(), place.sequence(), Math::min);
            }
        }
        return first;
    }

    private static RecordedEvent event(EventMessage<?> message, Serializer serializer, Map<String, String> notes) {
        SerializedObject<byte[]> body = message.serializePayload(serializer, byte[].class);
        return new RecordedEvent(
                message.getIdentifier(),
                message.getTimestamp(),
                new EventType(body.getType().getName(), body.getType().getRevision()),
                place(message),
                metadata(message, notes),
                message.getPayload() instanceof DomainEvent event ? List.copyOf(event.tags()) : List.of(),
                new Payload(EventCodec.ENCODING, body.getData()));
    }

    private static @Nullable StreamPosition place(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? new StreamPosition(event.getType(), event.getAggregateIdentifier(), event.getSequenceNumber())
                : null;
    }

    private static SortedMap<String, String> metadata(EventMessage<?> message, Map<String, String> notes) {
        SortedMap<String, String> metadata = new TreeMap<>(notes);
        message.getMetaData().forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("event metadata is text, and " + key + " is not");
            }
            metadata.put(key, text);
        });
        return metadata;
    }
}
