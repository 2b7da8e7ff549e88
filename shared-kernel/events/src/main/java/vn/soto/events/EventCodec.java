package vn.soto.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;
import vn.soto.ledger.StoredEvent;

/**
 * Encodes events to stored bytes and decodes them. {@link #decode} returns an event equal to the one given to
 * {@link #encode}, in this version of the product and in every later one. Safe for use by several threads.
 */
public final class EventCodec {

    public static final String ENCODING = "json";

    private final EventRegistry registry;
    private final UpcasterChain upcasters;
    private final Map<EventType, ObjectReader> readers = new HashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();
    private final ObjectReader trees;
    private final ObjectWriter any;

    public EventCodec(EventRegistry registry, List<Upcaster> upcasters) {
        JsonMapper mapper = EventJson.mapper();
        this.registry = registry;
        this.upcasters = new UpcasterChain(registry, upcasters);
        this.trees = mapper.readerFor(ObjectNode.class);
        this.any = mapper.writer();
        for (EventType type : registry.types()) {
            Class<?> event = registry.find(type);
            readers.put(type, mapper.readerFor(event));
            writers.put(event, mapper.writerFor(event));
        }
    }

    /** A codec for the product's events with all their upcasters. There is one instance; it is immutable. */
    public static EventCodec product() {
        return Product.CODEC;
    }

    /** Examines all event classes now; otherwise each is examined when an event of it is first read or written. */
    public void prepare() {
        ObjectReader reader = trees.with(DeserializationFeature.EAGER_DESERIALIZER_FETCH);
        ObjectWriter writer = any.with(SerializationFeature.EAGER_SERIALIZER_FETCH);
        writers.keySet().forEach(event -> {
            var _ = reader.forType(event);
            var _ = writer.forType(event);
        });
    }

    /** The stored name of an event class. Fails with {@link EventException.Unknown} if it has none. */
    public EventType typeOf(Class<?> event) {
        return registry.typeOf(event);
    }

    /**
     * The class to which events with this stored name are decoded. Fails with {@link EventException.Unknown} if there
     * is none.
     */
    public Class<? extends DomainEvent> classOf(EventType stored) {
        EventType target = upcasters.target(stored);
        Class<? extends DomainEvent> event = registry.find(target == null ? stored : target);
        if (event == null) {
            throw new EventException.Unknown(stored);
        }
        return event;
    }

    /** Encodes an event. Fails with {@link EventException.Unknown} for a class outside the registry. */
    public Payload encode(DomainEvent event) {
        ObjectWriter writer = writers.get(event.getClass());
        if (writer == null) {
            throw new EventException.Unknown(event.getClass());
        }
        return new Payload(ENCODING, writer.writeValueAsBytes(event));
    }

    /**
     * Decodes a stored event. Fails with {@link EventException.Unknown} or {@link EventException.Malformed}; skips
     * nothing.
     */
    public DomainEvent decode(EventType stored, Payload payload) {
        if (!payload.encoding().equals(ENCODING)) {
            throw new EventException.Malformed(stored, "its encoding is " + payload.encoding(), null);
        }
        try {
            ObjectReader reader = readers.get(stored);
            return reader == null ? decodeOlder(stored, payload) : reader.readValue(payload.bytes());
        } catch (JacksonException e) {
            throw new EventException.Malformed(stored, e.getOriginalMessage(), e);
        }
    }

    /** The class to which an event of a ledger is decoded. Fails with {@link EventException.Undecodable}. */
    public Class<? extends DomainEvent> classOf(StoredEvent stored) {
        try {
            return classOf(stored.event().type());
        } catch (EventException e) {
            throw new EventException.Undecodable(stored, e);
        }
    }

    /** Decodes an event of a ledger. Fails with {@link EventException.Undecodable}, which names the place. */
    public DomainEvent decode(StoredEvent stored) {
        try {
            return decode(stored.event().type(), stored.event().payload());
        } catch (RuntimeException e) { // an upcaster meets a body that it does not expect in its own way
            throw new EventException.Undecodable(stored, e);
        }
    }

    private DomainEvent decodeOlder(EventType stored, Payload payload) {
        EventType target = upcasters.target(stored);
        ObjectReader reader = reader(target);
        if (reader == null) {
            throw new EventException.Unknown(stored);
        }
        ObjectNode body = trees.readValue(payload.bytes());
        return reader.readValue(upcasters.upcast(stored, body));
    }

    private @Nullable ObjectReader reader(@Nullable EventType type) {
        return type == null ? null : readers.get(type);
    }

    private static final class Product {

        private static final EventCodec CODEC = new EventCodec(EventRegistry.product(), ProductUpcasters.ALL);

        private Product() {}
    }
}
